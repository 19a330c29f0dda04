package eu.includeu.academy.authoring;

import eu.includeu.academy.accounts.Account;
import eu.includeu.academy.catalogue.Standing;
import eu.includeu.academy.catalogue.VersionId;
import eu.includeu.academy.format.Heading;
import eu.includeu.academy.platform.Languages;
import eu.includeu.academy.platform.Refused;
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

    /** The text of the next version, for whoever answers for the module. */
    Original next(Standing standing, Account.Id author) {
        standing.checkTrainer("module", heading.module(), author);
        var next = id().next().number();
        return of(with(NUMBER, "version: " + next));
    }

    /** The same, marked as a translation that nobody else has read yet, into a language in which there is none. */
    Original translated(Standing standing, String language) {
        Refused.checks()
                .when(!Languages.known(language), "into", "draft.language-missing")
                .done();
        standing.checkFree("into", language);
        return of(with(LANGUAGE, "language: " + language + "\ntranslation: draft"));
    }

    private String with(Pattern line, String replacement) {
        return line.matcher(source).replaceFirst(Matcher.quoteReplacement(replacement));
    }
}
