package eu.includeu.academy.reporting;

import java.util.Collection;

/**
 * Some people out of a number of people, such as those with a certificate out of all officials.
 *
 * @param part how many
 * @param whole out of how many
 */
public record Share(long part, long whole) {

    /** Nobody at all. */
    public static final Share NOBODY = new Share(0, 0);

    static Share sum(Collection<Share> shares) {
        return shares.stream().reduce(NOBODY, Share::plus);
    }

    Share plus(Share other) {
        return new Share(part + other.part, whole + other.whole);
    }

    Share minus(Share other) {
        return new Share(part - other.part, whole - other.whole);
    }

    public boolean isNobody() {
        return whole == 0;
    }

    /** In per cent, rounded half up; nothing for nobody. */
    public int percent() {
        return whole == 0 ? 0 : (int) ((200 * part + whole) / (2 * whole));
    }

    /** The class of colour on a map: 1 up to 19 per cent, then one more for each 20. */
    public int step() {
        return Math.min(5, percent() / 20 + 1);
    }
}
