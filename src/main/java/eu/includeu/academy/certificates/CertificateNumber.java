package eu.includeu.academy.certificates;

import eu.includeu.academy.platform.Refused;
import java.security.SecureRandom;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A certificate's number: 128 random bits that nobody can guess, written so that a person can read them out.
 *
 * <p>It is written in Crockford's base 32 (no I, L, O or U): 26 symbols and one check symbol, in nine groups of three.
 * The check symbol makes the whole a Reed-Solomon code word over the field of 32 elements, so that one mistyped symbol,
 * or two that changed places anywhere, are always noticed.
 */
public record CertificateNumber(long high, long low) {

    private static final String SYMBOLS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    /** What is written for another: look-alikes, and the Greek capitals that a Greek keyboard gives for Latin ones. */
    private static final String WRITTEN = "OILΑΒΕΖΗΙΚΜΝΟΡΤΥΧ";

    private static final String MEANT = "011ABEZH1KMN0PTYX";

    private static final Pattern BETWEEN = Pattern.compile("[\\s\\p{Z}\\p{Pd}.]");

    private static final int BITS = 5;
    private static final int LENGTH = 27;
    private static final int GROUP = 3;

    public static CertificateNumber draw(SecureRandom chance) {
        return new CertificateNumber(chance.nextLong(), chance.nextLong());
    }

    /** Reads a number as people write it: in either case, with or without spaces and hyphens, O for 0, I or L for 1. */
    public static CertificateNumber parse(String text) {
        var symbols = meant(text);
        var strange = strange(symbols);
        Refused.checks()
                .when(!strange.isEmpty(), "number", "certificate.number.character", strange)
                .when(
                        symbols.length() != LENGTH,
                        "number",
                        "certificate.number.length",
                        LENGTH,
                        symbols.codePointCount(0, symbols.length()))
                .done();
        var number = read(symbols);
        Refused.checks()
                .when(!number.symbols().equals(symbols), "number", "certificate.number.check")
                .done();
        return number;
    }

    /** The number in groups, as it is printed: {@code 3QZ-1F8-…}. */
    @Override
    public String toString() {
        var symbols = symbols();
        return IntStream.range(0, LENGTH / GROUP)
                .mapToObj(group -> symbols.substring(group * GROUP, (group + 1) * GROUP))
                .collect(Collectors.joining("-"));
    }

    private String symbols() {
        var symbols = new StringBuilder(LENGTH);
        var check = 0;
        for (var at = LENGTH - 2; at >= 0; at--) {
            var value = bits(at * BITS);
            symbols.append(SYMBOLS.charAt(value));
            check = timesX(check ^ value);
        }
        return symbols.append(SYMBOLS.charAt(check)).toString();
    }

    /** Five bits of the 128, from the given one upwards; above the highest there are only zeros. */
    private int bits(int from) {
        var word = from >= Long.SIZE ? high >>> (from - Long.SIZE) : low >>> from;
        var fromAbove = from < Long.SIZE && from > Long.SIZE - BITS ? high << (Long.SIZE - from) : 0;
        return (int) (word | fromAbove) & (SYMBOLS.length() - 1);
    }

    private static CertificateNumber read(String symbols) {
        var high = 0L;
        var low = 0L;
        for (var symbol : symbols.substring(0, LENGTH - 1).toCharArray()) {
            high = high << BITS | low >>> (Long.SIZE - BITS);
            low = low << BITS | SYMBOLS.indexOf(symbol);
        }
        return new CertificateNumber(high, low);
    }

    /** Multiplies by x in the field of 32 elements that x⁵ + x² + 1 makes; x has order 31, so no two places weigh the same. */
    private static int timesX(int element) {
        var shifted = element << 1;
        return shifted < SYMBOLS.length() ? shifted : shifted ^ 0b100101;
    }

    private static String meant(String text) {
        var written = BETWEEN.matcher(Objects.requireNonNullElse(text, ""))
                .replaceAll("")
                .toUpperCase(Locale.ROOT);
        return written.chars()
                .map(symbol -> WRITTEN.indexOf(symbol) < 0 ? symbol : MEANT.charAt(WRITTEN.indexOf(symbol)))
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static String strange(String symbols) {
        return symbols.codePoints()
                .filter(symbol -> SYMBOLS.indexOf(symbol) < 0)
                .distinct()
                .limit(10)
                .mapToObj(Character::toString)
                .collect(Collectors.joining(" "));
    }
}
