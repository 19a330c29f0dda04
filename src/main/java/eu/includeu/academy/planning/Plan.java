package eu.includeu.academy.planning;

import eu.includeu.academy.accounts.Account;
import eu.includeu.academy.authorities.Authority;
import eu.includeu.academy.optimum.Watch;
import eu.includeu.academy.platform.Missing;
import eu.includeu.academy.platform.Refused;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A plan: asked for, computed, and, if a coordinator wants it, carried out.
 *
 * @param authority for which it was asked
 * @param below whether it is for all below the authority as well
 * @param follows the plan that it repairs, or null
 * @param progress how far the search has come, while it computes
 * @param finished when the search ended, or null
 * @param cause why it failed, or null
 * @param accepted when all of it had been carried out, or null
 * @param blueprint what it says, or null while nothing is found
 */
public record Plan(
        Authority.Id authority,
        Id id,
        boolean below,
        State state,
        Instant asked,
        Account.Id askedBy,
        @Nullable UUID follows,
        @Nullable Progress progress,
        @Nullable Instant finished,
        @Nullable String cause,
        @Nullable Instant accepted,
        @Nullable Blueprint blueprint) {

    /** Which plan. */
    public record Id(UUID value) {

        /** What is no identifier names no plan. */
        public static Id of(String text) {
            try {
                return new Id(UUID.fromString(text));
            } catch (IllegalArgumentException malformed) {
                throw new Missing(text);
            }
        }

        @Override
        public String toString() {
            return value.toString();
        }
    }

    /** Where a plan stands. */
    public enum State {
        COMPUTING,
        READY,
        /** Ended early by somebody: the best so far. */
        STOPPED,
        FAILED,
        ACCEPTED,
        /** A newer one has taken its place. */
        SUPERSEDED;

        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }

        static State of(String key) {
            return valueOf(key.toUpperCase(Locale.ROOT));
        }
    }

    /** How far a search has come, as it is told from node to node. */
    public record Progress(Watch.Phase phase, int done, int of, long best, double bound) {

        static Progress of(Watch.Progress progress) {
            return new Progress(progress.phase(), progress.done(), progress.of(), progress.best(), progress.bound());
        }

        /** What at most the best so far lies above the bound, in per cent; 0 while nothing is known. */
        public double gap() {
            return best <= 0 ? 0 : 100 * Math.max(0, best - bound) / best;
        }
    }

    private static final Set<State> DECIDABLE = EnumSet.of(State.READY, State.STOPPED);
    private static final Set<State> REPAIRABLE = EnumSet.of(State.READY, State.STOPPED, State.FAILED, State.ACCEPTED);

    /** Refuses what can be carried out no more, or not yet. */
    public Blueprint toAccept() {
        Refused.when(!mayAccept() || blueprint == null, "plan.accept." + state.key());
        return Objects.requireNonNull(blueprint);
    }

    /** Refuses to begin anew from what is still computed or has been replaced. */
    public Plan toRepair() {
        Refused.when(!mayRepair(), "plan.repair." + state.key());
        return this;
    }

    public Plan toStop() {
        Refused.when(state != State.COMPUTING, "plan.stop.over");
        return this;
    }

    public boolean mayAccept() {
        return DECIDABLE.contains(state);
    }

    public boolean mayRepair() {
        return REPAIRABLE.contains(state);
    }

    public boolean computing() {
        return state == State.COMPUTING;
    }
}
