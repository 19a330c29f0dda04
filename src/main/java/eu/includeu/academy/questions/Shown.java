package eu.includeu.academy.questions;

import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A question as an official sees it. There is no key in it and no identifier that its author chose, so none can be sent.
 *
 * @param kind the type of question, which is the name of its template
 * @param stem what is asked, in inline Markdown, without citations
 * @param options what to choose from, to put in order, or to match; named by letters in the order shown
 * @param partners for a match, what the options are matched with
 * @param unit for a number, what it counts
 */
public record Shown(
        String kind,
        String stem,
        List<Option> options,
        List<Option> partners,
        @Nullable String unit) {

    Shown(Question question, List<Option> options, List<Option> partners, @Nullable String unit) {
        this(question.kind(), Wording.withoutCitations(question.stem()), options, partners, unit);
    }

    Shown(Question question, List<Option> options) {
        this(question, options, List.of(), null);
    }

    /** The stem as HTML that is safe to print: text and emphasis, nothing else. */
    public String stemHtml() {
        return Wording.html(stem);
    }

    /** The stem as plain text, for titles and labels. */
    public String stemText() {
        return Wording.text(stem);
    }

    /** The options in the order that the official has given them, once each has a place. */
    public List<Option> arranged(Answer answer) {
        var byPlace = places().stream()
                .flatMap(place -> options.stream().filter(option -> answer.has(option.id(), place)))
                .toList();
        return byPlace.size() == options.size() ? byPlace : options;
    }

    /** How the form says that this was chosen for that. */
    public String pair(String thing, String choice) {
        return Answer.pair(thing, choice);
    }

    /** The places that an item can take, from 1. */
    public List<String> places() {
        return IntStream.rangeClosed(1, options.size())
                .mapToObj(String::valueOf)
                .toList();
    }
}
