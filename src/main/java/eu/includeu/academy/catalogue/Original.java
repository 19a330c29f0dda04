package eu.includeu.academy.catalogue;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The text of a published original, from which its trainer starts the next version, or anybody a translation. */
record Original(Heading heading, String source) {

    private static final Pattern NUMBER = Pattern.compile("(?m)^version:.*$");
    private static final Pattern LANGUAGE = Pattern.compile("(?m)^language:.*$");

    static Original of(String source) {
        return new Original(Heading.of(source), source);
    }

    VersionId id() {
        return new VersionId(heading.module(), heading.number());
    }

    /** The same with the next number. */
    Original next() {
        var next = id().next().number();
        return of(with(NUMBER, "version: " + next));
    }

    /** The same, marked as a translation into another language that nobody else has read yet. */
    Original translatedInto(String language) {
        return of(with(LANGUAGE, "language: " + language + "\ntranslation: draft"));
    }

    private String with(Pattern line, String replacement) {
        return line.matcher(source).replaceFirst(Matcher.quoteReplacement(replacement));
    }
}
