package eu.includeu.academy.assignments;

import eu.includeu.academy.accounts.Account;
import eu.includeu.academy.authorities.Authority;
import eu.includeu.academy.platform.Refused;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A coordinator's decision that an official should take a module by a date.
 *
 * @param need the need it answers, or null
 * @param reason why it was waived, or null
 */
public record Assignment(
        Authority.Id authority,
        Id id,
        Account.Id official,
        String module,
        @Nullable UUID need,
        LocalDate due,
        State state,
        @Nullable String reason,
        int version) {

    /** Which assignment. */
    public record Id(UUID value) {

        public static Id of(String text) {
            return new Id(UUID.fromString(text));
        }

        @Override
        public String toString() {
            return value.toString();
        }
    }

    /** Where an assignment stands. */
    public enum State {
        ASSIGNED,
        ACTIVE,
        DONE,
        WAIVED,
        OVERDUE
    }

    private static final Set<State> OPEN = EnumSet.of(State.ASSIGNED, State.ACTIVE, State.OVERDUE);

    /** The official has enrolled. What is overdue stays overdue until it is done. */
    public Assignment enrol() {
        Refused.when(!isOpen(), "assignment.closed");
        return state == State.ASSIGNED ? with(State.ACTIVE, reason) : this;
    }

    /** The official has completed the module. */
    public Assignment complete() {
        Refused.when(state != State.ACTIVE && state != State.OVERDUE, "assignment.not-active");
        return with(State.DONE, reason);
    }

    /** A coordinator takes it back, and says why. */
    public Assignment waive(String why) {
        Refused.when(!isOpen(), "assignment.closed");
        Refused.when(why.isBlank(), "assignment.no-reason");
        return with(State.WAIVED, why.strip());
    }

    /** The day has passed. */
    public Assignment expire(LocalDate today) {
        Refused.when(state != State.ASSIGNED && state != State.ACTIVE, "assignment.closed");
        Refused.when(!today.isAfter(due), "assignment.not-due");
        return with(State.OVERDUE, reason);
    }

    public boolean isOpen() {
        return OPEN.contains(state);
    }

    private Assignment with(State next, @Nullable String why) {
        return new Assignment(authority, id, official, module, need, due, next, why, version);
    }
}
