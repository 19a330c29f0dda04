package eu.includeu.academy.capacity;

import eu.includeu.academy.accounts.Account;
import eu.includeu.academy.accounts.Role;
import eu.includeu.academy.authorities.Authority;
import eu.includeu.academy.platform.Missing;
import eu.includeu.academy.platform.Refused;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * What an authority has declared that it lacks, and how far it is on the way to having it. Its life is that of section
 * 3 of the domain guide; a step that is not listed there is refused.
 *
 * @param began how many held the level wanted when it was declared
 * @param version how many events it has had
 */
public record Need(
        Authority.Id authority,
        Id id,
        Terms terms,
        State state,
        int began,
        Instant declared,
        Account.Id declaredBy,
        int version) {

    /** Which need. */
    public record Id(UUID value) {

        /** What is no identifier names no need. */
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

    /** Where a need stands. */
    public enum State {
        DRAFT(0),
        DECLARED(1),
        VERIFIED(1),
        PLANNED(2),
        IN_PROGRESS(3),
        OVERDUE(3),
        MET(4),
        CLOSED(5),
        WITHDRAWN(0);

        private final int tile;

        State(int tile) {
            this.tile = tile;
        }

        /** Which of the five tiles it has reached: declared, matched, running, measured, closed; 0 for none. */
        public int tile() {
            return tile;
        }

        public boolean open() {
            return tile > 0 && this != CLOSED;
        }

        /** As in the database and in messages. */
        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }

        public static State of(String key) {
            return valueOf(key.toUpperCase(Locale.ROOT));
        }
    }

    /** What can happen to a need, and in which states. */
    public enum Event {
        DECLARE(State.DRAFT),
        VERIFY(State.DECLARED),
        PLAN(State.DECLARED, State.VERIFIED),
        START(State.PLANNED),
        MET(State.DECLARED, State.VERIFIED, State.PLANNED, State.IN_PROGRESS, State.OVERDUE),
        CLOSE(State.MET),
        EXPIRE(State.DECLARED, State.VERIFIED, State.PLANNED, State.IN_PROGRESS),
        WITHDRAW(State.DECLARED, State.VERIFIED, State.PLANNED, State.IN_PROGRESS, State.OVERDUE),
        LAPSE(State.MET, State.CLOSED),
        AMEND(State.DECLARED, State.VERIFIED, State.PLANNED, State.IN_PROGRESS, State.OVERDUE, State.MET);

        private final Set<State> from;

        Event(State first, State... others) {
            this.from = EnumSet.of(first, others);
        }

        boolean from(State state) {
            return from.contains(state);
        }

        /** As in the database and in messages. */
        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }

        public static Event of(String key) {
            return valueOf(key.toUpperCase(Locale.ROOT));
        }
    }

    /**
     * What a step is decided on.
     *
     * @param ready places filled by people who hold the level wanted
     * @param reason given for a withdrawal
     * @param confirmed whether the authority says that the competency is used at work
     */
    public record Circumstances(LocalDate today, int ready, String reason, boolean confirmed) {

        public static Circumstances on(LocalDate today, int ready) {
            return new Circumstances(today, ready, "", false);
        }

        public Circumstances because(String why) {
            return new Circumstances(today, ready, why.strip(), confirmed);
        }

        public Circumstances usedAtWork(boolean used) {
            return new Circumstances(today, ready, reason, used);
        }
    }

    /** A need that has been written down but not yet declared; the database keeps time by the microsecond. */
    public static Need draft(Authority.Id authority, Id id, Terms terms, int began, Account.Id author, Instant now) {
        return new Need(authority, id, terms, State.DRAFT, began, now.truncatedTo(ChronoUnit.MICROS), author, 0);
    }

    /** Takes the step, or refuses it with the reason. */
    public Need apply(Event event, Circumstances given) {
        Refused.when(!event.from(state), "need.step." + event.key(), state.key());
        guard(event, given);
        return in(next(event, given));
    }

    /** Changes what is asked for; the level and the competency stay, for with others it were another need (N2). */
    public Need amend(Terms changed, LocalDate today) {
        Refused.when(!terms.sameAs(changed), "need.amend.other");
        changed.checked(today);
        var same = apply(Event.AMEND, Circumstances.on(today, 0));
        return new Need(authority, id, changed, same.state, began, declared, declaredBy, version);
    }

    /** Is from now on about the people on a list, of whom so many hold the level: that is where it begins (N3). */
    public Need about(int holders, LocalDate today) {
        var same = apply(Event.AMEND, Circumstances.on(today, 0));
        return new Need(authority, id, terms, same.state, holders, declared, declaredBy, version);
    }

    public boolean may(Event event) {
        return event.from(state);
    }

    /**
     * Whoever stands above the authority may verify, and any administrator; nobody verifies an own declaration there.
     *
     * @param line the authority and all above it, nearest first
     */
    public boolean mayBeVerifiedBy(Account me, List<Authority> line) {
        return me.is(Role.ADMINISTRATOR)
                || !declaredBy.equals(me.id())
                        && line.stream().skip(1).map(Authority::id).anyMatch(me.coordinates()::contains);
    }

    /** What the facts make of it without anybody's decision: met, lapsed or overdue. */
    Optional<Event> settle(int ready, LocalDate today) {
        var full = ready >= terms.staff();
        if (full) {
            return Optional.of(Event.MET).filter(this::may);
        }
        if (may(Event.LAPSE)) {
            return Optional.of(Event.LAPSE);
        }
        return Optional.of(Event.EXPIRE).filter(this::may).filter(event -> isPast(today));
    }

    /** Days until the deadline; negative once it is past. */
    public int daysLeft(LocalDate today) {
        return Math.toIntExact(terms.deadline().toEpochDay() - today.toEpochDay());
    }

    Need saved() {
        return new Need(authority, id, terms, state, began, declared, declaredBy, version + 1);
    }

    private void guard(Event event, Circumstances given) {
        var full = given.ready() >= terms.staff();
        switch (event) {
            case DECLARE -> {
                var checks = Refused.checks();
                terms.check(checks, given.today());
                checks.when(full && terms.staff() > 0, "staff", "need.staff.already", given.ready());
                checks.done();
            }
            case MET -> Refused.when(!full, "need.met.not-yet", given.ready(), terms.staff());
            case CLOSE ->
                Refused.checks()
                        .when(!given.confirmed(), "confirmed", "need.close.unconfirmed")
                        .done();
            case EXPIRE -> {
                Refused.when(!isPast(given.today()), "need.expire.in-time");
                Refused.when(full, "need.expire.met");
            }
            case WITHDRAW ->
                Refused.checks()
                        .when(given.reason().isBlank(), "reason", "need.withdraw.reason")
                        .done();
            case LAPSE -> Refused.when(full, "need.lapse.met");
            default -> {}
        }
    }

    private State next(Event event, Circumstances given) {
        return switch (event) {
            case DECLARE -> State.DECLARED;
            case VERIFY -> State.VERIFIED;
            case PLAN -> State.PLANNED;
            case START -> State.IN_PROGRESS;
            case MET -> State.MET;
            case CLOSE -> State.CLOSED;
            case EXPIRE -> State.OVERDUE;
            case WITHDRAW -> State.WITHDRAWN;
            case LAPSE -> isPast(given.today()) ? State.OVERDUE : State.IN_PROGRESS;
            case AMEND -> state;
        };
    }

    private boolean isPast(LocalDate today) {
        return today.isAfter(terms.deadline());
    }

    private Need in(State reached) {
        return new Need(authority, id, terms, reached, began, declared, declaredBy, version);
    }
}
