package eu.includeu.academy.catalogue;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Words as they are searched for: without case and accents, in every language alike, so that στεγαση finds στέγαση and
 * stanovanj finds stanovanje.
 */
public final class Words {

    private static final int MOST = 10;
    private static final Pattern ACCENTS = Pattern.compile("\\p{M}+");
    private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}\\p{N}]+");

    private Words() {}

    /** The text with nothing left but lower-case letters, digits and spaces. */
    public static String folded(String text) {
        var bare = ACCENTS.matcher(Normalizer.normalize(text, Normalizer.Form.NFKD))
                .replaceAll("");
        var lower = bare.toUpperCase(Locale.ROOT)
                .toLowerCase(Locale.ROOT)
                .replace('ς', 'σ')
                .replace('đ', 'd');
        return BETWEEN.matcher(lower).replaceAll(" ").strip();
    }

    /** A text search query that finds what holds all these words, or words that begin so; empty when there are none. */
    public static String query(String typed) {
        return Arrays.stream(folded(typed).split(" "))
                .filter(word -> !word.isEmpty())
                .distinct()
                .limit(MOST)
                .map(word -> word + ":*")
                .collect(Collectors.joining(" & "));
    }
}
