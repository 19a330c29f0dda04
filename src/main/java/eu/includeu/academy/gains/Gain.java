package eu.includeu.academy.gains;

import java.util.OptionalDouble;

/**
 * What an official knew before a module and after it, each as a share of the points of its quiz.
 *
 * @param pre the share won in the test before the first lesson
 * @param post the share won in the quiz: of the first attempt that passed, or of the best one
 */
public record Gain(double pre, double post) {

    /**
     * The normalised change of Marx and Cummings ("Normalized change", American Journal of Physics 75, 2007, pages 87 to
     * 91; section 6 of the domain guide): what was gained out of what could be gained, or lost out of what could be lost.
     * Nothing can be said about who had nothing both times, or everything.
     *
     * <pre>
     * (y - x) / (1 - x) if y > x;   (y - x) / x if y < x;   0 if equal;   undefined if x = y = 0 or x = y = 1
     * </pre>
     */
    public OptionalDouble change() {
        if (post > pre) {
            return OptionalDouble.of((post - pre) / (1 - pre));
        }
        if (post < pre) {
            return OptionalDouble.of((post - pre) / pre);
        }
        return pre == 0 || pre == 1 ? OptionalDouble.empty() : OptionalDouble.of(0);
    }
}
