package eu.includeu.academy.planning;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.context.annotation.Configuration;

/**
 * What a plan takes for granted.
 *
 * @param wage what an hour of working time costs, in euros: 33.50 is the mean of the European Union in 2024 (Eurostat,
 *     hourly labour costs)
 * @param hoursPerHead {@code H_n}: how many hours one person may learn for one need
 * @param solver {@code ojalgo}, or {@code or-tools} where its library is there
 * @param patience how long one part of a plan may be worked on
 * @param longest how long a whole plan may be worked on; then the best so far is kept
 * @param houses so many authorities that share runs are solved whole; more are solved by prices of seats
 * @param rounds how often these prices are adjusted
 */
@ConfigurationProperties("academy.planning")
public record Assumptions(
        @DefaultValue("33.50") double wage,
        @DefaultValue("40") int hoursPerHead,
        @DefaultValue("ojalgo") String solver,
        @DefaultValue("20s") Duration patience,
        @DefaultValue("5m") Duration longest,
        @DefaultValue("60") int houses,
        @DefaultValue("12") int rounds) {

    /** As they are unless somebody says otherwise. */
    public static final Assumptions STANDARD =
            new Assumptions(33.50, 40, "ojalgo", Duration.ofSeconds(20), Duration.ofMinutes(5), 60, 12);

    public Assumptions {
        if (wage <= 0 || hoursPerHead < 1 || houses < 1 || rounds < 1) {
            throw new IllegalArgumentException("academy.planning: wage, hours-per-head, houses and rounds are above 0");
        }
        if (!solver.equals("ojalgo") && !solver.equals("or-tools")) {
            throw new IllegalArgumentException("academy.planning.solver is ojalgo or or-tools, not " + solver);
        }
    }

    /** In cents. */
    public long wageCents() {
        return Math.round(wage * 100);
    }

    @Configuration(proxyBeanMethods = false)
    @EnableConfigurationProperties(Assumptions.class)
    static class Wiring {}
}
