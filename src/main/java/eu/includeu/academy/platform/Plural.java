package eu.includeu.academy.platform;

import java.util.Locale;

/**
 * Which form a counted word takes in a language. Messages choose by its number:
 * <code>{1,choice,1#need|2#needs}</code>; Slovenian and Romanian have more than two forms. The rules are those of the
 * Unicode plural rules (CLDR) for whole numbers.
 */
public record Plural(String language) {

    private static final int ONE = 1;
    private static final int TWO = 2;
    private static final int FEW = 3;
    private static final int OTHER = 5;

    public static Plural in(Locale locale) {
        return new Plural(locale.getLanguage());
    }

    /** 1 for the form of one, 2 of two, 3 of a few, 5 of all others. */
    public int of(long count) {
        return switch (language) {
            case "sl" -> slovenian(Math.floorMod(count, 100));
            case "ro" -> romanian(count);
            default -> count == 1 ? ONE : OTHER;
        };
    }

    private static int romanian(long count) {
        var lastTwo = Math.floorMod(count, 100);
        return count == 1 ? ONE : count == 0 || lastTwo >= 1 && lastTwo <= 19 ? FEW : OTHER;
    }

    private static int slovenian(int lastTwo) {
        return switch (lastTwo) {
            case 1 -> ONE;
            case 2 -> TWO;
            case 3, 4 -> FEW;
            default -> OTHER;
        };
    }
}
