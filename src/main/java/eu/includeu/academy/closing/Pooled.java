package eu.includeu.academy.closing;

import java.util.Collection;

/**
 * Needs added up, by numerators and denominators and never by ratios (section 6 of the domain guide). A person counts once
 * for each need and authority.
 *
 * @param weighedReady {@code sum w_n * ready_n}
 * @param weighedPlaces {@code sum w_n * staff_n}
 */
public record Pooled(
        long needs,
        long closed,
        long ready,
        long places,
        long weighedReady,
        long weighedPlaces,
        long gap,
        long gapBegan) {

    static final Pooled NOTHING = new Pooled(0, 0, 0, 0, 0, 0, 0, 0);

    static Pooled of(Standing need) {
        return new Pooled(
                1,
                need.isClosed() ? 1 : 0,
                need.ready(),
                need.places(),
                (long) need.weight() * need.ready(),
                (long) need.weight() * need.places(),
                need.gap(),
                need.gapBegan());
    }

    static Pooled of(Collection<Standing> needs) {
        return needs.stream().map(Pooled::of).reduce(NOTHING, Pooled::plus);
    }

    Pooled plus(Pooled other) {
        return new Pooled(
                needs + other.needs,
                closed + other.closed,
                ready + other.ready,
                places + other.places,
                weighedReady + other.weighedReady,
                weighedPlaces + other.weighedPlaces,
                gap + other.gap,
                gapBegan + other.gapBegan);
    }

    /** {@code progress(u, t)}, from 0 to 1; 0 where nothing is needed. */
    public double progress() {
        return weighedPlaces == 0 ? 0 : (double) weighedReady / weighedPlaces;
    }

    /** How much of the gap there was at the declarations has gone, from 0 to 1 and below 0 where it has grown. */
    public double closedShare() {
        return gapBegan == 0 ? 0 : 1 - (double) gap / gapBegan;
    }
}
