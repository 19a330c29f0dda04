package eu.includeu.academy.matching;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the ranking of modules weighs its six parts (section 7.1 of the domain guide), and what it takes for granted.
 * The six weights add up to one.
 *
 * @param beyond what is taken off the fit for rungs that a module teaches besides those needed
 * @param steepness how fast a better or worse effect tells
 * @param shrinkage how many learners' worth of the common mean is mixed into a module's own (section 6)
 * @param otherLanguage what a listed language counts that is not the first choice
 * @param general what a module without a country's own part counts
 * @param freshDays after its review date a module's freshness falls to nothing in so many days
 * @param hoursAWeek the pace of an authority of which nothing is known yet: how long a person learns in a week
 */
@ConfigurationProperties("academy.matching")
public record Weights(
        @DefaultValue("0.40") double fit,
        @DefaultValue("0.20") double effect,
        @DefaultValue("0.15") double effort,
        @DefaultValue("0.10") double language,
        @DefaultValue("0.10") double local,
        @DefaultValue("0.05") double fresh,
        @DefaultValue("0.25") double beyond,
        @DefaultValue("4") double steepness,
        @DefaultValue("10") double shrinkage,
        @DefaultValue("0.8") double otherLanguage,
        @DefaultValue("0.5") double general,
        @DefaultValue("365") int freshDays,
        @DefaultValue("2") double hoursAWeek) {

    /** As the domain guide has them. */
    public static final Weights STANDARD =
            new Weights(0.40, 0.20, 0.15, 0.10, 0.10, 0.05, 0.25, 4, 10, 0.8, 0.5, 365, 2);

    public Weights {
        var sum = fit + effect + effort + language + local + fresh;
        if (Math.abs(sum - 1) > 1e-9) {
            throw new IllegalArgumentException("academy.matching: the six weights add up to " + sum + ", not to 1");
        }
        if (Math.min(Math.min(Math.min(fit, effect), Math.min(effort, language)), Math.min(local, fresh)) < 0) {
            throw new IllegalArgumentException("academy.matching: a weight is below 0");
        }
        if (hoursAWeek <= 0 || freshDays <= 0) {
            throw new IllegalArgumentException("academy.matching: hours-a-week and fresh-days are above 0");
        }
    }

    /** The same at the pace of one authority. */
    public Weights at(Pace pace) {
        return new Weights(
                fit,
                effect,
                effort,
                language,
                local,
                fresh,
                beyond,
                steepness,
                shrinkage,
                otherLanguage,
                general,
                freshDays,
                pace.hoursAWeek());
    }

    /** How many days a person needs for so many minutes, at so many hours a week. */
    public int days(int minutes) {
        return (int) Math.ceil(minutes / 60.0 / hoursAWeek * 7);
    }
}
