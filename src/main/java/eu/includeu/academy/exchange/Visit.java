package eu.includeu.academy.exchange;

import eu.includeu.academy.authorities.Authority;
import eu.includeu.academy.pairing.Pair;
import eu.includeu.academy.pairing.Worth;
import eu.includeu.academy.platform.Missing;
import eu.includeu.academy.platform.Refused;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A study visit of one authority to another, from the proposal to the report. Its life is that of section 3 of the domain
 * guide; a step that is not listed there is refused.
 *
 * @param reasons what it was proposed for
 * @param plan dates, people and questions, once they are set
 * @param report once it is closed
 */
public record Visit(
        Id id,
        Authority.Id guest,
        Authority.Id host,
        Reasons reasons,
        State state,
        boolean guestYes,
        boolean hostYes,
        Instant proposed,
        @Nullable Plan plan,
        @Nullable Report report,
        int version) {

    /** Which visit. */
    public record Id(UUID value) {

        /** What is no identifier names no visit. */
        static Id of(String text) {
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

    /** Where a visit stands. */
    public enum State {
        PROPOSED,
        AGREED,
        SCHEDULED,
        HELD,
        CLOSED,
        DECLINED,
        EXPIRED;

        /** As in the database and in messages. */
        String key() {
            return name().toLowerCase(Locale.ROOT);
        }

        static State of(String key) {
            return valueOf(key.toUpperCase(Locale.ROOT));
        }

        boolean open() {
            return ordinal() < CLOSED.ordinal();
        }
    }

    /** What can happen to a visit, and in which states. */
    public enum Event {
        ACCEPT(State.PROPOSED),
        DECLINE(State.PROPOSED, State.AGREED, State.SCHEDULED),
        SCHEDULE(State.AGREED, State.SCHEDULED),
        HOLD(State.SCHEDULED),
        CLOSE(State.HELD),
        EXPIRE(State.PROPOSED);

        private final Set<State> from;

        Event(State first, State... others) {
            this.from = EnumSet.of(first, others);
        }

        boolean from(State state) {
            return from.contains(state);
        }

        String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** One of the two. */
    public enum Side {
        GUEST,
        HOST;

        String key() {
            return name().toLowerCase(Locale.ROOT);
        }

        Side other() {
            return this == GUEST ? HOST : GUEST;
        }
    }

    /**
     * What a visit was proposed for, in the figures of that day.
     *
     * @param topics in which the host is stronger, the most telling first
     * @param shared a working language of both, or null
     */
    public record Reasons(
            List<Topic> topics,
            @Nullable String shared,
            @Nullable Integer kilometres,
            double worth) {

        /**
         * A competency in which the host is stronger.
         *
         * @param holders how many of the host's people hold level 3
         * @param guestHolders how many of the guest's do
         */
        public record Topic(
                String competency,
                int weight,
                int holders,
                int staff,
                int guestHolders,
                int guestStaff,
                boolean practice) {

            /** Too few to be told as a share: then it is said in words. */
            private static final int FEW = 5;

            boolean isTold() {
                return told(holders, staff)
                        && (guestHolders == 0 || told(guestHolders, guestStaff))
                        && guestStaff >= FEW;
            }

            private static boolean told(int part, int whole) {
                return part >= FEW && whole - part >= FEW;
            }

            int percent() {
                return staff == 0 ? 0 : (int) Math.round(100.0 * holders / staff);
            }

            int guestPercent() {
                return guestStaff == 0 ? 0 : (int) Math.round(100.0 * guestHolders / guestStaff);
            }
        }

        public Reasons {
            topics = List.copyOf(topics);
        }

        static Reasons of(Worth worth) {
            return new Reasons(
                    worth.topics().stream()
                            .map(topic -> new Topic(
                                    topic.competency().value(),
                                    topic.weight(),
                                    topic.host().holders(),
                                    topic.host().staff(),
                                    topic.guest().holders(),
                                    topic.guest().staff(),
                                    topic.host().practice()))
                            .toList(),
                    worth.shared(),
                    worth.kilometres(),
                    worth.value());
        }
    }

    /**
     * When, with how many, and what they want to know.
     *
     * @param questions one a line
     */
    public record Plan(LocalDate starts, LocalDate ends, int people, String questions) {

        static final int MOST_PEOPLE = 3;
        static final int SHORTEST = 2;
        static final int LONGEST = 5;
        static final int MOST_TEXT = 4000;

        public int days() {
            return Math.toIntExact(ChronoUnit.DAYS.between(starts, ends)) + 1;
        }

        public List<String> list() {
            return questions
                    .lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty())
                    .toList();
        }
    }

    /** What came of it: an answer to each question, what will be tried, what would not work at home, and for whom it is. */
    public record Report(List<String> answers, String tries, String obstacles, String passed) {

        public Report {
            answers = List.copyOf(answers);
        }
    }

    /** A proposal that nobody has answered in so many days is gone (X3). */
    static final int DAYS_TO_ANSWER = 30;

    static Visit propose(Pair pair, Instant now) {
        return new Visit(
                new Id(UUID.randomUUID()),
                pair.guest(),
                pair.host(),
                Reasons.of(pair.worth()),
                State.PROPOSED,
                false,
                false,
                now.truncatedTo(ChronoUnit.MICROS),
                null,
                null,
                0);
    }

    Authority.Id on(Side side) {
        return side == Side.GUEST ? guest : host;
    }

    boolean saidYes(Side side) {
        return side == Side.GUEST ? guestYes : hostYes;
    }

    boolean may(Event event) {
        return event.from(state);
    }

    /** One side says yes; with the second yes it is agreed. */
    Visit accept(Side side) {
        step(Event.ACCEPT);
        Refused.when(saidYes(side), "visit.accepted-already");
        var guest = guestYes || side == Side.GUEST;
        var host = hostYes || side == Side.HOST;
        return with(guest && host ? State.AGREED : State.PROPOSED, guest, host, plan, report);
    }

    /** One side would rather not; why is for the other side alone. */
    Visit decline(String reason) {
        step(Event.DECLINE);
        var said = reason.strip();
        Refused.checks()
                .when(said.isEmpty(), "reason", "visit.decline.reason")
                .when(said.length() > Plan.MOST_TEXT, "reason", "visit.long", said.length(), Plan.MOST_TEXT)
                .done();
        return with(State.DECLINED, guestYes, hostYes, plan, report);
    }

    /** Two to five days, three people at most, and what they want to know. */
    Visit schedule(Plan wanted, LocalDate today) {
        step(Event.SCHEDULE);
        var turned = wanted.ends().isBefore(wanted.starts());
        Refused.checks()
                .when(!wanted.starts().isAfter(today), "starts", "visit.starts.past")
                .when(turned, "ends", "visit.ends.before")
                .when(
                        !turned && (wanted.days() < Plan.SHORTEST || wanted.days() > Plan.LONGEST),
                        "ends",
                        "visit.days.range",
                        wanted.days(),
                        Plan.SHORTEST,
                        Plan.LONGEST)
                .when(
                        wanted.people() < 1 || wanted.people() > Plan.MOST_PEOPLE,
                        "people",
                        "visit.people.range",
                        Plan.MOST_PEOPLE)
                .when(wanted.list().isEmpty(), "questions", "visit.questions.missing")
                .when(
                        wanted.questions().length() > Plan.MOST_TEXT,
                        "questions",
                        "visit.long",
                        wanted.questions().length(),
                        Plan.MOST_TEXT)
                .done();
        return with(State.SCHEDULED, guestYes, hostYes, wanted, report);
    }

    /** It took place; that can be said from its last day on. */
    Visit hold(LocalDate today) {
        step(Event.HOLD);
        Refused.when(plan == null || today.isBefore(plan.ends()), "visit.hold.early");
        return with(State.HELD, guestYes, hostYes, plan, report);
    }

    /** The report answers every question and fills in every part. */
    Visit close(Report told) {
        step(Event.CLOSE);
        var questions = plan == null ? List.<String>of() : plan.list();
        var checks = Refused.checks();
        for (var at = 0; at < questions.size(); at++) {
            var missing = told.answers().size() <= at || told.answers().get(at).isBlank();
            checks.when(missing, "answer-" + (at + 1), "visit.report.answer", questions.get(at));
        }
        checks.when(told.tries().isBlank(), "tries", "visit.report.tries")
                .when(told.obstacles().isBlank(), "obstacles", "visit.report.obstacles")
                .when(told.passed().isBlank(), "passed", "visit.report.passed")
                .when(length(told) > 4 * Plan.MOST_TEXT, "tries", "visit.long", length(told), 4 * Plan.MOST_TEXT)
                .done();
        return with(State.CLOSED, guestYes, hostYes, plan, told);
    }

    /** What the calendar makes of a proposal that is not answered (X3). */
    Visit expire(Instant now) {
        step(Event.EXPIRE);
        Refused.when(now.isBefore(proposed.plus(DAYS_TO_ANSWER, ChronoUnit.DAYS)), "visit.expire.early");
        return with(State.EXPIRED, guestYes, hostYes, plan, report);
    }

    private static int length(Report told) {
        return Stream.concat(told.answers().stream(), Stream.of(told.tries(), told.obstacles(), told.passed()))
                .mapToInt(String::length)
                .sum();
    }

    private void step(Event event) {
        Refused.when(!may(event), "visit.step." + event.key());
    }

    private Visit with(State reached, boolean guest, boolean host, @Nullable Plan planned, @Nullable Report told) {
        return new Visit(id, this.guest, this.host, reasons, reached, guest, host, proposed, planned, told, version);
    }
}
