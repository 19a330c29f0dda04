package eu.includeu.academy.matching;

import eu.includeu.academy.capacity.Coverage;
import eu.includeu.academy.capacity.Staff;
import eu.includeu.academy.capacity.Terms;
import eu.includeu.academy.catalogue.Requirement;
import eu.includeu.academy.catalogue.Teaching;
import eu.includeu.academy.competencies.Competency;
import eu.includeu.academy.competencies.Rung;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Ranks modules for a need by section 7.1 of the domain guide:
 *
 * <pre>
 * score  = 0.40*fit + 0.20*effect + 0.15*effort + 0.10*language + 0.10*local + 0.05*fresh
 * fit    = |R(m) ∩ needed| / |needed| * (1 - 0.25*|R(m) on c outside needed| / |R(m) on c|)
 * effect = logistic(4*(g_m - g0));  effort = h_min / h_m;  language = 1 first choice, 0.8 other listed
 * local  = 1 country annex, 0.5 general, 0 other country only;  fresh = 1 before review_by, falling to 0 in a year
 * </pre>
 *
 * where g_m is the module's gain drawn towards the mean g0 of all modules (section 6); with no learner measured the two
 * are equal. The order is score, then less time, then identifier. It depends on nothing but its arguments.
 *
 * @param weights as configured
 * @param commonGain the mean of all modules' measured gains, g0
 */
public record Ranking(Weights weights, double commonGain) {

    /** Equal up to here, two scores are equal: sums of the same parts differ in their last bits. */
    private static final double EQUAL = 1e-12;

    private static final String GENERAL = "EU";

    /**
     * Ranks the candidates.
     *
     * @param country of the authority, or null
     * @param staff the authority's people, with what they hold of the need's competency and of all prerequisites
     * @param candidates what teaches at least one rung of the need
     * @param helpers what else is on offer, by which a missing prerequisite could be had
     */
    public Ranked rank(
            Terms need,
            @Nullable String country,
            Staff staff,
            List<Candidate> candidates,
            List<Candidate> helpers,
            LocalDate today) {
        var question = new Question(need, country, staff.toTrain(need), staff.coverage(need), helpers, today);
        var excluded = new ArrayList<Ranked.Exclusion>();
        var eligible = new ArrayList<Candidate>();
        for (var candidate : candidates) {
            if (!serves(candidate, need)) {
                continue;
            }
            exclusion(candidate, question).ifPresentOrElse(excluded::add, () -> eligible.add(candidate));
        }
        var shortest = eligible.stream().mapToInt(Candidate::minutes).min().orElse(1);
        return new Ranked(
                eligible.stream()
                        .map(candidate -> match(candidate, question, shortest))
                        .sorted(ORDER)
                        .toList(),
                excluded.stream()
                        .sorted(Comparator.comparing(Ranked.Exclusion::reason)
                                .thenComparing(exclusion -> exclusion.module().id()))
                        .toList());
    }

    /** Everything that the answer for one module depends on, but the module. */
    private record Question(
            Terms need,
            @Nullable String country,
            Staff toTrain,
            Coverage coverage,
            List<Candidate> helpers,
            LocalDate today) {

        int daysLeft() {
            return (int) (need.deadline().toEpochDay() - today.toEpochDay());
        }
    }

    static final Comparator<Ranked.Match> ORDER = Comparator.<Ranked.Match>comparingDouble(
                    match -> -Math.rint(match.score().total() / EQUAL) * EQUAL)
            .thenComparingInt(match -> match.module().minutes())
            .thenComparing(match -> match.module().id());

    private static boolean serves(Candidate candidate, Terms need) {
        return candidate.teaches().stream()
                .flatMap(step -> step.rungs().stream())
                .anyMatch(need.rungs()::contains);
    }

    private Optional<Ranked.Exclusion> exclusion(Candidate candidate, Question question) {
        var need = question.need();
        if (!candidate.open()) {
            return exclude(candidate, Ranked.Reason.CLOSED, candidate.reviewBy());
        }
        if (language(candidate, need).isEmpty()) {
            return exclude(candidate, Ranked.Reason.LANGUAGE, candidate.languages());
        }
        var start = start(candidate, need);
        if (start > need.current()) {
            return exclude(candidate, Ranked.Reason.GAP_BELOW, start, need.current());
        }
        var days = weights.days(candidate.minutes());
        if (days > question.daysLeft()) {
            return exclude(
                    candidate, Ranked.Reason.TOO_LATE, days, weights.hoursAWeek(), Math.max(0, question.daysLeft()));
        }
        return candidate.requires().stream()
                .map(requirement -> prerequisite(requirement, candidate, question))
                .filter(prerequisite -> !obtainable(prerequisite, question))
                .findFirst()
                .flatMap(prerequisite -> exclude(candidate, Ranked.Reason.PREREQUISITE, prerequisite));
    }

    private static Optional<Ranked.Exclusion> exclude(Candidate candidate, Ranked.Reason reason, Object... facts) {
        return Optional.of(new Ranked.Exclusion(candidate, reason, List.of(facts)));
    }

    private Ranked.Match match(Candidate candidate, Question question, int shortest) {
        var why = explain(candidate, question, shortest);
        return new Ranked.Match(candidate, score(why), why);
    }

    /** The score, from nothing but what the explanation says. */
    public Score score(Explanation why) {
        var fit = (double) why.covered().size() / why.needed() * (1 - weights.beyond() * why.beyond() / why.taught());
        var effect = 1 / (1 + Math.exp(-weights.steepness() * (why.gain() - why.usualGain()) / 100));
        var effort = (double) why.shortest() / why.minutes();
        var language = why.firstChoice() ? 1 : weights.otherLanguage();
        var local =
                switch (why.local()) {
                    case OWN -> 1.0;
                    case GENERAL -> weights.general();
                    case OTHER -> 0.0;
                };
        var fresh = Math.max(0, 1 - (double) why.daysPast() / weights.freshDays());
        return Score.of(weights, fit, effect, effort, language, local, fresh);
    }

    private Explanation explain(Candidate candidate, Question question, int shortest) {
        var need = question.need();
        var needed = need.rungs();
        var taught = taught(candidate, need.competency());
        var language = language(candidate, need).orElseThrow();
        return new Explanation(
                needed.stream().filter(taught::contains).map(Rung::level).toList(),
                needed.stream()
                        .filter(rung -> !taught.contains(rung))
                        .map(Rung::level)
                        .toList(),
                (int) taught.stream().filter(rung -> !needed.contains(rung)).count(),
                taught.size(),
                language,
                language.equals(need.languages().get(0)),
                candidate.minutes(),
                shortest,
                candidate.gain().learners(),
                100 * candidate.gain().shrunk(commonGain, weights.shrinkage()),
                100 * commonGain,
                local(candidate, question.country()),
                question.country(),
                candidate.reviewBy(),
                Math.max(0, (int)
                        (question.today().toEpochDay() - candidate.reviewBy().toEpochDay())),
                candidate.requires().stream()
                        .map(requirement -> prerequisite(requirement, candidate, question))
                        .toList());
    }

    /** The rungs of one competency that a module teaches, each once. */
    private static Set<Rung> taught(Candidate candidate, Competency.Id competency) {
        var taught = new HashSet<Rung>();
        candidate.teaches().stream()
                .filter(step -> step.competency().equals(competency))
                .map(Teaching::rungs)
                .forEach(taught::addAll);
        return taught;
    }

    /** The level people must have reached before the module's first needed rung. */
    private static int start(Candidate candidate, Terms need) {
        return candidate.teaches().stream()
                .filter(step -> step.competency().equals(need.competency()))
                .filter(step -> step.rungs().stream().anyMatch(need.rungs()::contains))
                .mapToInt(Teaching::from)
                .min()
                .orElse(0);
    }

    /** The first of the authority's languages that there is an edition in. */
    private static Optional<String> language(Candidate candidate, Terms need) {
        return need.languages().stream().filter(candidate.languages()::contains).findFirst();
    }

    private static Explanation.Local local(Candidate candidate, @Nullable String country) {
        if (country != null && candidate.countries().contains(country)) {
            return Explanation.Local.OWN;
        }
        return candidate.countries().contains(GENERAL) || candidate.countries().isEmpty()
                ? Explanation.Local.GENERAL
                : Explanation.Local.OTHER;
    }

    private Explanation.Prerequisite prerequisite(Requirement requirement, Candidate candidate, Question question) {
        var competency = requirement.competency();
        if (competency == null) {
            return moduleFirst(Objects.requireNonNull(requirement.module()), candidate, question);
        }
        var lacking = question.toTrain().lacking(competency, requirement.min());
        return new Explanation.Prerequisite(
                competency,
                requirement.min(),
                null,
                lacking,
                lacking == 0
                        ? null
                        : through(question, candidate, helper -> leads(helper, competency, requirement.min())));
    }

    /** Another module first: who holds all that it teaches has no need of it. */
    private Explanation.Prerequisite moduleFirst(String wanted, Candidate candidate, Question question) {
        var lacking = question.helpers().stream()
                .filter(helper -> helper.module().equals(wanted))
                .findFirst()
                .map(helper -> question.toTrain().lackingAny(helper.teaches()))
                .orElse(question.toTrain().size());
        var through = lacking == 0
                ? null
                : through(question, candidate, helper -> helper.module().equals(wanted));
        return new Explanation.Prerequisite(null, 0, wanted, lacking, through);
    }

    /** Whether a module takes people from nothing to this level. */
    private static boolean leads(Candidate helper, Competency.Id competency, int min) {
        return taught(helper, competency).containsAll(Rung.between(competency, 0, min));
    }

    /** The shortest module that would give it, in a language asked for, and in time for both. */
    private @Nullable String through(Question question, Candidate candidate, Predicate<Candidate> gives) {
        return question.helpers().stream()
                .filter(helper -> !helper.module().equals(candidate.module()))
                .filter(gives)
                .filter(Candidate::open)
                .filter(helper -> helper.requires().isEmpty())
                .filter(helper -> language(helper, question.need()).isPresent())
                .filter(helper -> weights.days(helper.minutes() + candidate.minutes()) <= question.daysLeft())
                .min(Comparator.comparingInt(Candidate::minutes).thenComparing(Candidate::id))
                .map(Candidate::module)
                .orElse(null);
    }

    /** Held by enough people for the places still to fill, or to be had through another module. */
    private static boolean obtainable(Explanation.Prerequisite prerequisite, Question question) {
        var having = question.toTrain().size() - prerequisite.lacking();
        return prerequisite.lacking() == 0
                || described(prerequisite, question.need())
                || prerequisite.through() != null
                || having >= question.coverage().missing();
    }

    /** Whether the need itself says that people stand there (N3): then only the evidence is wanting, not the level. */
    private static boolean described(Explanation.Prerequisite prerequisite, Terms need) {
        return need.competency().equals(prerequisite.competency()) && prerequisite.min() <= need.current();
    }

    /** The mean of the gains of all modules that have been measured; 0 while none has. */
    public static double commonGain(List<Candidate.Gain> gains) {
        return gains.stream()
                .filter(gain -> gain.learners() > 0)
                .mapToDouble(Candidate.Gain::mean)
                .average()
                .orElse(0);
    }
}
