package eu.includeu.academy.planning;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import eu.includeu.academy.matching.Shortfall;
import eu.includeu.academy.optimum.Answer;
import eu.includeu.academy.optimum.Outcome;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a plan says: who takes what and when, what it costs, why each part is in it, and what stays open.
 *
 * @param gap what at most could be saved, in per cent of what is paid; 0 if nothing
 * @param total what it costs with the penalties for open places, in cents; the solver's measure
 * @param bound what no plan can undercut in that measure
 * @param time working time, in cents
 * @param runs what led runs cost, in cents
 * @param minutes of all people together
 * @param reused how many parts were taken over from the plan before
 * @param facts what it was drawn up from, to know later what has changed
 * @param parts the pieces of the search with their proofs, to start from the next time
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record Blueprint(
        Outcome.State state,
        double gap,
        long total,
        double bound,
        long time,
        long runs,
        long minutes,
        int reused,
        List<Ask> needs,
        List<Item> items,
        List<Open> open,
        List<Load> loads,
        Facts facts,
        List<Outcome.Part> parts) {

    /**
     * A need as the plan found it.
     *
     * @param places rungs to climb, over all people
     * @param left those of them that stay open
     */
    public record Ask(
            UUID id,
            UUID house,
            String competency,
            int from,
            int target,
            int people,
            int places,
            int left,
            int weight,
            LocalDate deadline,
            List<String> languages) {

        public boolean closed() {
            return left == 0;
        }

        /** Whether nothing at all can be done for it. */
        public boolean untouched() {
            return left == places;
        }
    }

    /** Why something is in the plan. */
    public enum Because {
        /** Nothing else teaches it. */
        ONLY,
        /** Nothing else leads there for less. */
        LEAST,
        /** Several authorities share its runs. */
        SHARED,
        /** Another part asks for it first. */
        FIRST
    }

    /**
     * A module that some people take for a need.
     *
     * @param from the level it lifts them from, for this need; equal to {@code to} if it only leads to another part
     * @param cents what it costs: working time, and its share of led runs
     * @param people who shall take it; fewer than {@code seats} where people have yet to be found
     * @param starts the first day of the first of them
     * @param ends the last day of the last of them
     * @param others how many other ways were weighed
     * @param leads what asks for it first
     * @param next what would be done instead; null if nothing could
     */
    public record Item(
            UUID need,
            UUID house,
            String module,
            String number,
            String language,
            int seats,
            int minutes,
            long cents,
            int from,
            int to,
            List<UUID> people,
            LocalDate starts,
            LocalDate ends,
            Because because,
            int others,
            List<String> leads,
            @Nullable Next next) {

        public boolean helps() {
            return from == to;
        }

        /** Seats for people who have yet to be found. */
        public int vacant() {
            return seats - people.size();
        }
    }

    /**
     * The next best.
     *
     * @param modules that would be taken instead
     * @param language of the first of them, which may be another
     * @param minutes it takes longer for each person, if it is one module; else for all together
     * @param cents it costs more
     * @param left places that would stay open besides
     */
    public record Next(List<String> modules, String language, long minutes, long cents, int left) {

        public boolean single() {
            return modules.size() == 1;
        }
    }

    /** Places of a need that stay open on one rung, and why. */
    public record Open(UUID need, int level, int places, Shortfall reason, List<String> languages) {}

    /** How long a person learns by this plan. */
    public record Load(UUID house, UUID person, int minutes) {}

    /**
     * What a plan was drawn up from.
     *
     * @param needs what each need asked for, by its identifier
     * @param modules the version of each module
     */
    public record Facts(Map<String, String> needs, Map<String, String> modules) {}

    /** Who sits where, as the search left it. */
    Answer answer() {
        return Answer.of(parts.stream().map(Outcome.Part::answer));
    }

    /** Its parts by what they answer. */
    Map<String, Outcome.Part> known() {
        return parts.stream().collect(Collectors.toMap(Outcome.Part::fingerprint, part -> part, (one, same) -> one));
    }

    /** What is really paid, in cents. */
    public long paid() {
        return time + runs;
    }

    public List<Item> of(UUID need) {
        return items.stream().filter(item -> item.need().equals(need)).toList();
    }

    public List<Open> openOf(UUID need) {
        return open.stream().filter(each -> each.need().equals(need)).toList();
    }

    public long closed() {
        return needs.stream().filter(Ask::closed).count();
    }
}
