package eu.includeu.academy.gains;

import eu.includeu.academy.catalogue.Offer;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What modules bring about, as trainers read it: the surest first, then those on which too few were measured.
 *
 * @param common the mean of all modules
 * @param measured those with figures
 * @param others those without
 */
public record EffectView(double common, List<Row> measured, List<Other> others) {

    /**
     * A module with figures.
     *
     * @param shrunk the effect that counts when modules are ranked for a need
     * @param atLeast by which this list is ordered
     * @param mine whether the reader answers for it
     * @param x where the interval begins in a drawing from 0 to 100
     * @param width how wide it is there
     * @param at where the mean stands there
     */
    public record Row(
            String id,
            String title,
            String language,
            String theme,
            Effect effect,
            double shrunk,
            double atLeast,
            boolean mine,
            double x,
            double width,
            double at) {}

    /** A module without figures. */
    public record Other(String id, String title, String language, String theme, boolean mine) {}

    public EffectView {
        measured = List.copyOf(measured);
        others = List.copyOf(others);
    }

    static EffectView of(Effects effects, List<Offer> offers, String reader) {
        var known = offers.stream().collect(Collectors.toMap(offer -> offer.id().module(), Function.identity()));
        var common = effects.common();
        return new EffectView(
                common,
                effects.byEffect().stream()
                        .filter(standing -> known.containsKey(standing.module()))
                        .map(standing -> row(standing, common, known, reader))
                        .toList(),
                offers.stream()
                        .filter(offer -> effects.of(offer.id().module()).isEmpty())
                        .sorted(Comparator.comparing(Offer::title))
                        .map(offer -> new Other(
                                offer.id().module(),
                                offer.title(),
                                offer.language(),
                                offer.theme(),
                                isBy(offer, reader)))
                        .toList());
    }

    private static Row row(Effects.Standing standing, double common, Map<String, Offer> known, String reader) {
        var offer = java.util.Objects.requireNonNull(known.get(standing.module()));
        var effect = standing.effect();
        var low = Math.max(0, effect.interval().low());
        return new Row(
                standing.module(),
                offer.title(),
                offer.language(),
                offer.theme(),
                effect,
                effect.shrunk(common),
                standing.atLeast(),
                isBy(offer, reader),
                100 * low,
                100 * Math.max(0, effect.interval().high() - low),
                100 * Math.max(0, effect.mean()));
    }

    private static boolean isBy(Offer offer, String reader) {
        return offer.byline().equals(reader);
    }
}
