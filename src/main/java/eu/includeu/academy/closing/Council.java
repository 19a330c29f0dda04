package eu.includeu.academy.closing;

import eu.includeu.academy.authorities.Authority;
import eu.includeu.academy.authorities.Share;
import eu.includeu.academy.capacity.Need;
import eu.includeu.academy.competencies.Competency;
import eu.includeu.academy.gains.Effect;
import eu.includeu.academy.platform.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a council is told of the needs of its authority and of all below it over some time. It names no person and gives no
 * figure from which one could be told; every figure names the rows of the annex from which it was made.
 *
 * @param day up to which it was counted
 * @param total of everything, the annex's first row
 * @param parts the authority itself and those directly below it
 * @param needs every need, those that wait longest first
 * @param gain what people gained, or null where too few were measured
 * @param gainRow its row in the annex
 * @param modules what people completed in this time
 */
record Council(
        Authority.Id body,
        Period period,
        LocalDate day,
        Filled total,
        List<Branch> parts,
        List<Line> needs,
        @Nullable Effect gain,
        int gainRow,
        List<Use> modules) {

    /**
     * Places filled out of all places, when the period began and when it ended.
     *
     * @param places at the end; that is declared, and no figure of people
     * @param before null where too few people would be told of
     * @param now null likewise
     */
    record Filled(
            int row,
            long places,
            @Nullable Share before,
            @Nullable Share now) {

        public boolean isShown() {
            return now != null;
        }
    }

    /** A part of the authority: one directly below it with all that belongs to it, or the authority itself. */
    record Branch(Authority.Id authority, boolean itself, int needs, int closed, Filled filled) {}

    /** Why a need is still open, in the order in which it can be mended. */
    enum Why {
        UNMATCHED,
        WAITING,
        LEARNING,
        LATE,
        UNCONFIRMED;

        /** The key of its message. */
        public String key() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }

        static Why of(Need.State state) {
            return switch (state) {
                case PLANNED -> WAITING;
                case IN_PROGRESS -> LEARNING;
                case OVERDUE -> LATE;
                case MET -> UNCONFIRMED;
                default -> UNMATCHED;
            };
        }
    }

    /** A need as a row of the annex. */
    record Line(
            int row,
            Authority.Id authority,
            Need.Id need,
            Competency.Id competency,
            int current,
            int target,
            int weight,
            Need.State state,
            LocalDate declared,
            LocalDate deadline,
            @Nullable LocalDate closed,
            boolean declaredNow,
            boolean closedNow,
            Filled filled) {

        public boolean isOpen() {
            return state.open();
        }

        public Why why() {
            return Why.of(state);
        }
    }

    /**
     * How many people completed a module in this time, rounded down to fives: "15 or more".
     *
     * @param people at least so many
     */
    record Use(int row, String module, int people) {}

    /** People who completed a module, rounded down to fives. */
    record Used(String module, int people) {}

    Council {
        parts = List.copyOf(parts);
        needs = List.copyOf(needs);
        modules = List.copyOf(modules);
    }

    /** Which needs are told of first: those that are still open, by deadline, then those closed, the latest first. */
    private static final Comparator<Standing> ORDER = Comparator.comparing(Standing::isClosed)
            .thenComparing(need -> need.isClosed() ? LocalDate.MIN : need.deadline())
            .thenComparing(Standing::closed, Comparator.nullsLast(Comparator.<Instant>reverseOrder()))
            .thenComparing(need -> need.need().value());

    static Council of(
            Authority.Id body,
            Period period,
            Landscape before,
            Landscape now,
            Optional<Effect> gain,
            List<Used> modules) {
        var row = 1;
        var total = new Filled(row, places(now.below(body)), before.shown(body), now.shown(body));
        var parts = new ArrayList<Branch>();
        if (!now.own(body).isEmpty()) {
            var own = new Filled(++row, places(now.own(body)), before.shownOwn(body), now.shownOwn(body));
            parts.add(branch(body, true, now.own(body), own));
        }
        for (var child : largestFirst(body, now)) {
            var below = now.below(child);
            var filled = new Filled(++row, places(below), before.shown(child), now.shown(child));
            parts.add(branch(child, false, below, filled));
        }
        var earlier = before.below(body).stream()
                .collect(Collectors.toMap(Standing::need, need -> Optional.ofNullable(before.shown(need))));
        var needs = new ArrayList<Line>();
        for (var need : now.below(body).stream().sorted(ORDER).toList()) {
            var was = earlier.getOrDefault(need.need(), Optional.empty()).orElse(null);
            needs.add(line(need, period, new Filled(++row, need.places(), was, now.shown(need))));
        }
        var gainRow = ++row;
        var uses = new ArrayList<Use>();
        for (var used : modules) {
            uses.add(new Use(++row, used.module(), used.people()));
        }
        return new Council(body, period, now.asOf().day(), total, parts, needs, gain.orElse(null), gainRow, uses);
    }

    List<Line> declared() {
        return only(Line::declaredNow);
    }

    List<Line> closed() {
        return only(Line::closedNow);
    }

    List<Line> open() {
        return only(Line::isOpen);
    }

    /** Those that are full and wait for the word that what was learned is used. */
    List<Line> met() {
        return only(line -> line.state() == Need.State.MET);
    }

    /** Where in the annex these stand: "3-7, 12". */
    static String rows(List<Line> lines) {
        var rows = lines.stream().map(Line::row).collect(Collectors.toCollection(TreeSet::new));
        var ranges = new ArrayList<String>();
        while (!rows.isEmpty()) {
            var first = rows.first();
            var last = first;
            while (rows.remove(last)) {
                last++;
            }
            ranges.add(last - 1 == first ? String.valueOf(first) : first + "\u2013" + (last - 1));
        }
        return String.join(", ", ranges);
    }

    private List<Line> only(Predicate<Line> wanted) {
        return needs.stream().filter(wanted).toList();
    }

    /** Those directly below that have needs, with the most places first. */
    private static List<Authority.Id> largestFirst(Authority.Id body, Landscape now) {
        return now.childrenOf(body).stream()
                .filter(child -> !now.below(child).isEmpty())
                .sorted(Comparator.comparing((Authority.Id child) -> -places(now.below(child)))
                        .thenComparing(Authority.Id::value))
                .toList();
    }

    private static long places(List<Standing> needs) {
        return needs.stream().mapToLong(Standing::places).sum();
    }

    private static Branch branch(Authority.Id authority, boolean itself, List<Standing> needs, Filled filled) {
        var closed = (int) needs.stream().filter(Standing::isClosed).count();
        return new Branch(authority, itself, needs.size(), closed, filled);
    }

    private static Line line(Standing need, Period period, Filled filled) {
        var closed = need.closed();
        return new Line(
                filled.row(),
                need.authority(),
                need.need(),
                need.competency(),
                need.current(),
                need.target(),
                need.weight(),
                need.state(),
                day(need.declared()),
                need.deadline(),
                closed == null ? null : day(closed),
                period.holds(need.declared()),
                closed != null && period.holds(closed),
                filled);
    }

    private static LocalDate day(Instant moment) {
        return LocalDate.ofInstant(moment, Clock.ZONE);
    }
}
