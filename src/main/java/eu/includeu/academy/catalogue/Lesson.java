package eu.includeu.academy.catalogue;

import java.util.List;
import java.util.regex.Pattern;

/** A part of an edition that is read and marked as done: its number from 1, its reading time, and its text in Markdown. */
public record Lesson(int number, String title, int minutes, String markdown) {

    /** How a text points to a source. */
    public static final Pattern CITATION = Pattern.compile("\\[(S[1-9][0-9]{0,2})]");

    /** The keys of the sources that the text cites, in the order of their first citation. */
    public List<String> citations() {
        return citations(markdown);
    }

    public static List<String> citations(String text) {
        return CITATION.matcher(text)
                .results()
                .map(found -> found.group(1))
                .distinct()
                .toList();
    }
}
