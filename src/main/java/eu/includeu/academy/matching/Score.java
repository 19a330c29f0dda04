package eu.includeu.academy.matching;

/** The six parts of a module's score for a need, each from 0 to 1, and what they add up to with their weights. */
public record Score(
        double fit, double effect, double effort, double language, double local, double fresh, double total) {

    /** {@code 0.40*fit + 0.20*effect + 0.15*effort + 0.10*language + 0.10*local + 0.05*fresh}, weights as configured. */
    public static Score of(
            Weights weights, double fit, double effect, double effort, double language, double local, double fresh) {
        var total = weights.fit() * fit
                + weights.effect() * effect
                + weights.effort() * effort
                + weights.language() * language
                + weights.local() * local
                + weights.fresh() * fresh;
        return new Score(fit, effect, effort, language, local, fresh, total);
    }
}
