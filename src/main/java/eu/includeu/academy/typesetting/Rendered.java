package eu.includeu.academy.typesetting;

import eu.includeu.academy.catalogue.Source;
import java.util.List;

/**
 * A lesson's text as HTML that is safe to print.
 *
 * @param html the text, and below it the list of the sources that it cites
 * @param headings its headings, for a list beside the text
 * @param sources the sources that it cites, in the order of their first citation
 */
record Rendered(String html, List<Heading> headings, List<Source> sources) {

    /** A heading of the second or third level, and the identifier by which a link reaches it. */
    record Heading(int level, String id, String text) {}

    Rendered {
        headings = List.copyOf(headings);
        sources = List.copyOf(sources);
    }
}
