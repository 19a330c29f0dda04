package eu.includeu.academy.authorities;

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

    public static Share sum(Collection<Share> shares) {
        return shares.stream().reduce(NOBODY, Share::plus);
    }

    public Share plus(Share other) {
        return new Share(part + other.part, whole + other.whole);
    }

    public Share minus(Share other) {
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
