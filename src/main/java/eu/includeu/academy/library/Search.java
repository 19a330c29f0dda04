package eu.includeu.academy.library;

import eu.includeu.academy.catalogue.Offer;
import eu.includeu.academy.catalogue.Words;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * What a reader looks for in the library, as the address of the page holds it. Anything it does not know is left out.
 *
 * @param q words, in any language
 * @param theme the key of a theme
 * @param edition a language in which there must be an edition
 * @param length short, medium or long
 * @param after the module that ended the page before
 */
public record Search(
        @Nullable String q,
        @Nullable String theme,
        @Nullable String edition,
        @Nullable String length,
        @Nullable String after) {

    /** How long a module takes, in the three steps that the library offers. */
    public enum Length {
        SHORT(0, 60),
        MEDIUM(61, 120),
        LONG(121, Integer.MAX_VALUE);

        private final int least;
        private final int most;

        Length(int least, int most) {
            this.least = least;
            this.most = most;
        }

        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }

        boolean holds(int minutes) {
            return least <= minutes && minutes <= most;
        }
    }

    private static final int LONGEST = 100;

    public Search {
        q = given(q);
        theme = given(theme);
        edition = given(edition);
        length = given(length);
        after = given(after);
    }

    /** Everything there is. */
    public static Search all() {
        return new Search(null, null, null, null, null);
    }

    /** The words as a text search query; empty when none were typed. */
    String words() {
        return q == null ? "" : Words.query(q);
    }

    boolean isWord() {
        return !words().isEmpty();
    }

    /** Whether anything narrows the list. */
    public boolean isNarrow() {
        return q != null || theme != null || edition != null || length != null;
    }

    /** Whether this offer fits all but the words, which the database compares. */
    boolean admits(Offer offer) {
        return (theme == null || theme.equals(offer.theme()))
                && (edition == null || offer.isIn(edition))
                && (length == null || wanted(offer));
    }

    /** The same without the language. */
    Search inAnyLanguage() {
        return new Search(q, theme, null, length, null);
    }

    /** The address of the library that shows this, from a given module on. */
    String from(@Nullable String module) {
        return UriComponentsBuilder.fromPath("/library")
                .queryParamIfPresent("q", Optional.ofNullable(q))
                .queryParamIfPresent("theme", Optional.ofNullable(theme))
                .queryParamIfPresent("edition", Optional.ofNullable(edition))
                .queryParamIfPresent("length", Optional.ofNullable(length))
                .queryParamIfPresent("after", Optional.ofNullable(module))
                .encode()
                .toUriString();
    }

    private boolean wanted(Offer offer) {
        return Arrays.stream(Length.values())
                .filter(step -> step.key().equals(length))
                .allMatch(step -> step.holds(offer.minutes()));
    }

    private static @Nullable String given(@Nullable String typed) {
        if (typed == null || typed.isBlank()) {
            return null;
        }
        var text = typed.strip();
        return text.length() > LONGEST ? text.substring(0, LONGEST) : text;
    }
}
