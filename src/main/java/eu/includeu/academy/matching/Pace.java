package eu.includeu.academy.matching;

import eu.includeu.academy.catalogue.Offer;
import eu.includeu.academy.progress.ProgressFigures;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;

/**
 * How long a person of an authority learns in a week: what was completed there, against the time it took from enrolling
 * to completing. With fewer than {@value #ENOUGH} completions nothing is known, and the configured pace stands in.
 *
 * @param hoursAWeek of one person
 * @param completions from which it was worked out; 0 where the configured pace stands in
 */
public record Pace(double hoursAWeek, int completions) {

    /** So few say nothing about an authority, and too much about a person. */
    static final int ENOUGH = 5;

    /** Nobody learns slower or faster than this for long; beyond it a figure tells of holidays or of slips. */
    static final double SLOWEST = 0.25;

    static final double FASTEST = 10;

    static Pace of(Collection<ProgressFigures.Span> spans, Map<String, Offer> byModule, Weights weights) {
        var known = spans.stream()
                .filter(span -> byModule.containsKey(span.module()))
                .toList();
        var people = known.stream().mapToInt(ProgressFigures.Span::people).sum();
        if (people < ENOUGH) {
            return new Pace(weights.hoursAWeek(), 0);
        }
        var hours = known.stream()
                .mapToDouble(span -> span.people() * minutes(span, byModule) / 60.0)
                .sum();
        var weeks = known.stream().mapToDouble(span -> span.days() / 7).sum();
        return new Pace(Math.min(FASTEST, Math.max(SLOWEST, Math.rint(10 * hours / weeks) / 10)), people);
    }

    private static int minutes(ProgressFigures.Span span, Map<String, Offer> byModule) {
        return Objects.requireNonNull(byModule.get(span.module())).minutes();
    }

    /** Whether it was worked out from what people did. */
    public boolean measured() {
        return completions > 0;
    }
}
