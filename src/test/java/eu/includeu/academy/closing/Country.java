package eu.includeu.academy.closing;

import eu.includeu.academy.Town;
import eu.includeu.academy.accounts.Account;
import eu.includeu.academy.accounts.Role;
import eu.includeu.academy.authorities.Authority;
import eu.includeu.academy.platform.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Authorities with a random past, both in the database and in memory: a tree with a move in it, people who come and go,
 * evidence that begins and ends, needs that are declared, amended, withdrawn and closed. What is in memory is the oracle.
 */
final class Country {

    static final LocalDate FIRST = LocalDate.of(2026, 2, 1);
    static final LocalDate MOVE = LocalDate.of(2026, 6, 1);
    static final List<String> COMPETENCIES = List.of("HOU-2", "XCU-2");

    /** A person's time at an authority. */
    record Worker(
            Account.Id person,
            Authority.Id at,
            LocalDate started,
            @Nullable LocalDate ended) {}

    /** A rung somebody holds for a time. */
    record Held(
            Account.Id person,
            String competency,
            int level,
            Instant from,
            @Nullable Instant until) {}

    /** What a need was from a moment on. */
    record Change(
            Instant at,
            String event,
            String became,
            @Nullable Integer staff,
            @Nullable Integer weight) {}

    /** A need with its ledger. */
    record Declared(Authority.Id authority, UUID id, String competency, int current, int target, List<Change> changes) {

        Instant declared() {
            return changes.get(0).at();
        }

        String state(Instant moment) {
            return changes.stream()
                    .filter(change -> !change.at().isAfter(moment))
                    .reduce((first, second) -> second)
                    .map(Change::became)
                    .orElse("draft");
        }

        Change terms(Instant moment) {
            return changes.stream()
                    .filter(change -> !change.at().isAfter(moment) && change.staff() != null)
                    .reduce((first, second) -> second)
                    .orElseThrow();
        }
    }

    final List<Authority.Id> authorities = new ArrayList<>();
    final Map<Authority.Id, Authority.Id> before = new HashMap<>();
    final Map<Authority.Id, Authority.Id> after = new HashMap<>();
    final List<Worker> workers = new ArrayList<>();
    final List<Held> held = new ArrayList<>();
    final List<Declared> needs = new ArrayList<>();

    private final Town town;
    private final Random chance;

    Country(Town town, long seed) {
        this.town = town;
        this.chance = new Random(seed);
        authorities.add(town.authority(null, false));
        for (var i = 1; i < 6; i++) {
            var parent = authorities.get(chance.nextInt(authorities.size()));
            var child = town.authority(parent, false);
            authorities.add(child);
            before.put(child, parent);
        }
        after.putAll(before);
        move();
        authorities.forEach(this::people);
        authorities.forEach(this::declare);
    }

    Authority.Id root() {
        return authorities.get(0);
    }

    Map<Authority.Id, Authority.Id> parents(LocalDate day) {
        return day.isBefore(MOVE) ? before : after;
    }

    List<Authority.Id> children(Authority.Id parent, LocalDate day) {
        return parents(day).entrySet().stream()
                .filter(edge -> edge.getValue().equals(parent))
                .map(Map.Entry::getKey)
                .toList();
    }

    Set<Authority.Id> line(Authority.Id from, Map<Authority.Id, Authority.Id> parents) {
        var line = new HashSet<Authority.Id>();
        for (var at = from; at != null; at = parents.get(at)) {
            line.add(at);
        }
        return line;
    }

    /** Which authority moves: a leaf of the first tree. */
    Authority.Id moved() {
        return authorities.get(authorities.size() - 1);
    }

    private void move() {
        var child = moved();
        var old = Objects.requireNonNull(before.get(child));
        var others = authorities.stream()
                .filter(each -> !each.equals(old) && !each.equals(child))
                .toList();
        var target = others.get(chance.nextInt(others.size()));
        after.put(child, target);
        town.change(
                "update authorities.closure set valid = daterange(lower(valid), ?::date) where descendant = ? and depth > 0",
                MOVE.toString(),
                child.value());
        town.change("""
                insert into authorities.closure (ancestor, descendant, depth, valid)
                select ancestor, ?, depth + 1, daterange(?::date, null)
                  from authorities.closure where descendant = ? and upper_inf(valid)
                """, child.value(), MOVE.toString(), target.value());
    }

    private void people(Authority.Id authority) {
        for (var i = 0; i < 2 + chance.nextInt(4); i++) {
            var person = town.person(authority, Role.OFFICIAL).id();
            var started = FIRST.plusDays(chance.nextInt(100) - 30L);
            var ended = chance.nextInt(4) == 0 ? started.plusDays(30 + chance.nextInt(200)) : null;
            town.change(
                    "update accounts.membership set started = ?, ended = ? where account = ?",
                    started,
                    ended,
                    person.value());
            workers.add(new Worker(person, authority, started, ended));
            for (var competency : COMPETENCIES) {
                for (var level = 1; level <= 3; level++) {
                    if (chance.nextInt(3) > 0) {
                        evidence(authority, person, competency, level);
                    }
                }
            }
        }
    }

    private void evidence(Authority.Id authority, Account.Id person, String competency, int level) {
        var from = moment(FIRST.plusDays(chance.nextInt(150)));
        var until = chance.nextInt(2) == 0 ? from.plusSeconds(86_400L * (20 + chance.nextInt(150))) : null;
        town.change(
                """
                insert into evidence.evidence (authority, official, competency, level, source, source_id, valid_from, valid_until)
                values (?, ?, ?, ?, 'prior', ?, ?::timestamptz, ?::timestamptz)
                """,
                authority.value(),
                person.value(),
                competency,
                level,
                UUID.randomUUID(),
                from.toString(),
                until == null ? null : until.toString());
        held.add(new Held(person, competency, level, from, until));
    }

    private void declare(Authority.Id authority) {
        var target = 1;
        for (var competency : COMPETENCIES) {
            if (chance.nextInt(4) == 0) {
                continue;
            }
            target = 1 + chance.nextInt(3);
            var current = chance.nextInt(target);
            var changes = new ArrayList<Change>();
            var at = moment(FIRST.plusDays(chance.nextInt(60)));
            changes.add(new Change(at, "declare", "declared", 1 + chance.nextInt(6), weight()));
            if (chance.nextInt(2) == 0) {
                at = at.plusSeconds(86_400L * (5 + chance.nextInt(60)));
                changes.add(new Change(at, "amend", "declared", 1 + chance.nextInt(6), weight()));
            }
            var end = chance.nextInt(4);
            at = at.plusSeconds(86_400L * (5 + chance.nextInt(60)));
            if (end == 0) {
                changes.add(new Change(at, "withdraw", "withdrawn", null, null));
            } else if (end == 1) {
                changes.add(new Change(at, "met", "met", null, null));
                at = at.plusSeconds(86_400L * (1 + chance.nextInt(20)));
                changes.add(new Change(at, "close", "closed", null, null));
            }
            write(new Declared(authority, UUID.randomUUID(), competency, current, target, changes));
        }
    }

    private void write(Declared need) {
        needs.add(need);
        var first = need.changes().get(0);
        var last = need.changes().get(need.changes().size() - 1);
        var terms = need.terms(last.at());
        town.change(
                """
                insert into capacity.need (authority, id, competency, current, target, staff, weight, deadline, languages,
                                           reason, state, began, declared, declared_by, version)
                values (?, ?, ?, ?, ?, ?, ?, date '2027-12-31', '{en}', 'It is so.', ?, 0, ?::timestamptz,
                        (select id from accounts.account limit 1), ?)
                """,
                need.authority().value(),
                need.id(),
                need.competency(),
                need.current(),
                need.target(),
                terms.staff(),
                terms.weight(),
                last.became(),
                first.at().toString(),
                need.changes().size());
        var was = "draft";
        for (var i = 0; i < need.changes().size(); i++) {
            var change = need.changes().get(i);
            town.change(
                    """
                    insert into capacity.need_event (authority, need, ordinal, event, was, became, at, cause, command)
                    values (?, ?, ?, ?, ?, ?, ?::timestamptz, ?::jsonb, ?)
                    """,
                    need.authority().value(),
                    need.id(),
                    i + 1,
                    change.event(),
                    was,
                    change.became(),
                    change.at().toString(),
                    change.staff() == null ? "{}" : terms(need, change),
                    UUID.randomUUID());
            was = change.became();
        }
    }

    private static String terms(Declared need, Change change) {
        var weight = Map.of(1, "LOW", 2, "MEDIUM", 4, "HIGH", 8, "LEGAL").get(change.weight());
        return """
                {"terms": {"competency": "%s", "current": %d, "target": %d, "staff": %d, "weight": "%s",
                           "deadline": "2027-12-31", "languages": ["en"], "reason": "It is so."}}
                """.formatted(need.competency(), need.current(), need.target(), change.staff(), weight);
    }

    private int weight() {
        return 1 << chance.nextInt(4);
    }

    static Instant moment(LocalDate day) {
        return day.atTime(10, 0).atZone(Clock.ZONE).toInstant();
    }

    /** By brute force: every need of an authority and all below it, from what is in memory. */
    Pooled pooled(Authority.Id authority, AsOf asOf) {
        return needs.stream()
                .filter(need -> line(need.authority(), parents(asOf.day())).contains(authority))
                .filter(need -> !Set.of("draft", "withdrawn").contains(need.state(asOf.moment())))
                .map(need -> pooled(need, asOf))
                .reduce(Pooled.NOTHING, Pooled::plus);
    }

    private Pooled pooled(Declared need, AsOf asOf) {
        var terms = need.terms(asOf.moment());
        var staff = Objects.requireNonNull(terms.staff());
        var weight = Objects.requireNonNull(terms.weight());
        var levels = levels(need, asOf);
        var ready = Math.min(staff, (int)
                levels.stream().filter(level -> level >= need.target()).count());
        return new Pooled(
                1,
                need.state(asOf.moment()).equals("closed") ? 1 : 0,
                ready,
                staff,
                (long) weight * ready,
                (long) weight * staff,
                gap(need, staff, levels),
                gap(need, staff, levels(need, AsOf.at(need.declared()))));
    }

    private static long gap(Declared need, int staff, List<Integer> levels) {
        var gap = 0L;
        for (var place = 0; place < staff; place++) {
            var level = place < levels.size() ? Math.max(levels.get(place), need.current()) : need.current();
            gap += Math.max(0, need.target() - level);
        }
        return gap;
    }

    private List<Integer> levels(Declared need, AsOf asOf) {
        return workers.stream()
                .filter(worker -> worker.at().equals(need.authority())
                        && !worker.started().isAfter(asOf.day())
                        && (worker.ended() == null || worker.ended().isAfter(asOf.day())))
                .map(worker -> level(worker.person(), need.competency(), asOf.moment()))
                .sorted(Comparator.reverseOrder())
                .toList();
    }

    private int level(Account.Id person, String competency, Instant moment) {
        var level = 0;
        while (holds(person, competency, level + 1, moment)) {
            level++;
        }
        return level;
    }

    private boolean holds(Account.Id person, String competency, int level, Instant moment) {
        return held.stream()
                .anyMatch(rung -> rung.person().equals(person)
                        && rung.competency().equals(competency)
                        && rung.level() == level
                        && !rung.from().isAfter(moment)
                        && (rung.until() == null || rung.until().isAfter(moment)));
    }
}
