package eu.includeu.academy.competencies;

import java.util.Locale;

/**
 * One of the four levels at which a competency can be held, from Foundation to Expert.
 *
 * @param number 1 to 4; 0 is no level at all
 * @param meaning what holds at this level for every competency, in English
 */
public record Level(int number, Names names, String meaning) {

    /** The highest level there is. */
    public static final int HIGHEST = 4;

    public String name(Locale language) {
        return names.in(language);
    }
}
