package eu.includeu.academy.matching;

import eu.includeu.academy.gains.Effects;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What learners of each module were measured to gain (section 6 of the domain guide): the mean normalised change and over
 * how many people. The ranking shrinks each towards the mean of all by itself.
 *
 * @param byModule of the modules that have been measured; the others are not there
 */
public record Gains(Map<String, Candidate.Gain> byModule) {

    /** Nobody has been measured yet: every module's effect counts as usual. */
    public static final Gains NONE = new Gains(Map.of());

    public Gains {
        byModule = Map.copyOf(byModule);
    }

    static Gains of(Effects effects) {
        return new Gains(effects.modules().entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        each -> new Candidate.Gain(
                                each.getValue().learners(), each.getValue().mean()))));
    }

    public Candidate.Gain of(String module) {
        return byModule.getOrDefault(module, Candidate.Gain.UNKNOWN);
    }

    /** The mean of all modules that have been measured, g0; 0 while none has. */
    public double common() {
        return Ranking.commonGain(List.copyOf(byModule.values()));
    }
}
