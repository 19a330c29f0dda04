package eu.includeu.academy.demo;

import eu.includeu.academy.accounts.Account;
import eu.includeu.academy.accounts.Role;
import eu.includeu.academy.authorities.ListedBody;
import eu.includeu.academy.capacity.Need;
import eu.includeu.academy.capacity.Staff;
import eu.includeu.academy.capacity.Terms;
import eu.includeu.academy.certificates.Certificate;
import eu.includeu.academy.competencies.Competency;
import eu.includeu.academy.competencies.Rung;
import eu.includeu.academy.demo.story.Course;
import eu.includeu.academy.demo.story.Dice;
import eu.includeu.academy.demo.story.Duty;
import eu.includeu.academy.demo.story.History;
import eu.includeu.academy.demo.story.Journey;
import eu.includeu.academy.demo.story.Person;
import eu.includeu.academy.demo.story.Plight;
import eu.includeu.academy.matching.Candidate;
import eu.includeu.academy.matching.Paces;
import eu.includeu.academy.matching.Weights;
import eu.includeu.academy.optimum.Limits;
import eu.includeu.academy.optimum.OjAlgo;
import eu.includeu.academy.optimum.Search;
import eu.includeu.academy.optimum.Watch;
import eu.includeu.academy.planning.Asked;
import eu.includeu.academy.planning.Assumptions;
import eu.includeu.academy.planning.Blueprint;
import eu.includeu.academy.planning.Framing;
import eu.includeu.academy.platform.Clock;
import eu.includeu.academy.platform.JsonText;
import eu.includeu.academy.runs.Led;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Some authorities have their needs planned: one has a plan before it, one has accepted one, and a region has one for all
 * below it. The plans are computed as any other, from what the story has made of people and needs.
 */
final class Planned {

    /** A need that nobody has done anything about yet. */
    private record Wish(
            String body, String competency, int from, int to, int staff, int weight, int days, String languages) {}

    private static final List<Wish> WISHES = List.of(
            new Wish("karditsa", "XCU-8", 0, 2, 8, 4, 120, "el en"),
            new Wish("karditsa", "XCU-11", 0, 2, 6, 2, 150, "el en"),
            new Wish("karditsa", "HOU-2", 0, 3, 5, 4, 170, "el"),
            new Wish("karditsa", "HEA-1", 0, 2, 4, 2, 140, "el"),
            new Wish("tarragona", "XCU-8", 0, 2, 7, 4, 120, "es en"),
            new Wish("tarragona", "CIT-2", 0, 2, 5, 2, 150, "es en"),
            new Wish("palermo", "XCU-2", 0, 2, 9, 2, 130, "it en"));

    private static final String REASON = "The people at the counters ask for it.";

    private final Rows needs = new Rows(
            "capacity.need",
            "authority, id, competency, current, target, staff, weight, deadline, languages, reason, state, began,"
                    + " declared, declared_by, version");
    private final Rows events =
            new Rows("capacity.need_event", "authority, need, ordinal, event, was, became, actor, at, cause, command");
    private final Rows runs = new Rows("runs.facilitation", "module, cost, seats");
    private final Rows dated = new Rows("runs.dated", "module, starts, free");
    private final Rows plans = new Rows(
            "planning.plan",
            "authority, id, below, state, asked, asked_by, finished, accepted, accepted_by, blueprint, version");
    private final Rows acceptances = new Rows("planning.acceptance", "authority, plan, accepted, accepted_by, people");
    private final Rows assignments = new Rows(
            "assignments.assignment", "authority, id, official, module, need, due, state, assigned_by, assigned");

    private final long seed;
    private final JsonText json;
    private final Figures figures;
    private final History history;
    private final LocalDate today;
    private final Map<UUID, Map<Competency.Id, Integer>> levels;
    private final List<Candidate> candidates;
    private final Map<String, Led> led = Map.of("working-with-interpreters", new Led(45_000, 20));
    private final Search search = new Search(new OjAlgo(), Limits.STANDARD);

    Planned(long seed, JsonText json, Figures figures, History history) {
        this.seed = seed;
        this.json = json;
        this.figures = figures;
        this.history = history;
        this.today = history.period().today();
        this.levels = levels();
        this.candidates = history.courses().stream().map(this::candidate).toList();
    }

    List<Rows> rows() {
        led.forEach((module, run) -> runs.add(module, run.cost(), run.seats()));
        // fewer seats than some authority has people who wait for them
        led.keySet().forEach(module -> {
            dated.add(module, today.plusDays(35), 3);
            dated.add(module, today.plusDays(84), 2);
        });
        var wished = new HashMap<String, List<Need>>();
        for (var wish : WISHES) {
            person(wish.body()).ifPresent(by -> wish(wish, by)
                    .ifPresent(need -> wished.computeIfAbsent(wish.body(), first -> new ArrayList<>())
                            .add(need)));
        }
        wished.keySet().stream().sorted().forEach(key -> plan(key, false, wished, key.equals("tarragona")));
        plan("thessaly", true, wished, false);
        return List.of(needs, events, runs, dated, plans, acceptances, assignments);
    }

    private Optional<Person> person(String body) {
        return history.staff().all(Role.COORDINATOR).stream()
                .filter(person -> person.body().key().equals(body))
                .findFirst();
    }

    /** Unless the story has declared the same already. */
    private Optional<Need> wish(Wish wish, Person by) {
        var competency = Competency.Id.of(wish.competency());
        var taken = history.plights().stream()
                .anyMatch(plight -> plight.body().key().equals(wish.body())
                        && plight.need().terms().competency().equals(competency));
        if (taken) {
            return Optional.empty();
        }
        var terms = new Terms(
                competency,
                wish.from(),
                wish.to(),
                wish.staff(),
                weight(wish.weight()),
                today.plusDays(wish.days()),
                List.of(wish.languages().split(" ")),
                REASON);
        var need = new Need(
                by.body().authority().id(),
                new Need.Id(new Dice(seed, "wish " + wish).id()),
                terms,
                Need.State.DECLARED,
                holders(by.body(), terms),
                at(9, 5),
                new Account.Id(by.id()),
                1);
        figures.add(by.body(), "needs.declared", Journey.day(need.declared()), 1);
        return Optional.of(need);
    }

    private static Terms.Weight weight(int value) {
        return Stream.of(Terms.Weight.values())
                .filter(weight -> weight.value() == value)
                .findFirst()
                .orElseThrow();
    }

    private int holders(ListedBody body, Terms terms) {
        return (int) members(body)
                .filter(person -> levels.getOrDefault(person.id(), Map.of()).getOrDefault(terms.competency(), 0)
                        >= terms.target())
                .count();
    }

    private Instant at(int daysAgo, int hour) {
        return today.minusDays(daysAgo).atTime(hour + 4, 10).atZone(Clock.ZONE).toInstant();
    }

    private void plan(String key, boolean below, Map<String, List<Need>> wished, boolean accept) {
        var by = person(key).orElseThrow();
        var bodies = ListedBody.all().stream()
                .filter(body -> body.key().equals(key) || below && key.equals(body.parent()))
                .toList();
        var asked = bodies.stream().flatMap(body -> asked(body, wished)).toList();
        var blueprint = new Framing(asked, candidates, led, Assumptions.STANDARD, Paces.of(Weights.STANDARD), today)
                .draw(search, null, Watch.NOBODY);
        var id = new Dice(seed, "plan " + key).id();
        plans.add(
                by.body().authority().id(),
                id,
                below,
                accept ? "accepted" : "ready",
                at(1, 5),
                by.id(),
                at(1, 5),
                accept ? at(1, 6) : null,
                accept ? by.id() : null,
                json.write(blueprint).asString(),
                1);
        if (!below) {
            for (var need : wished.getOrDefault(key, List.of())) {
                enter(need, by, id, accept ? blueprint.of(need.id().value()) : List.of());
            }
        }
        if (accept) {
            acceptances.add(
                    by.body().authority().id(),
                    id,
                    at(1, 6),
                    by.id(),
                    blueprint.loads().size());
        }
    }

    private Stream<Asked> asked(ListedBody body, Map<String, List<Need>> wished) {
        var staff = new Staff(members(body)
                .collect(Collectors.toMap(
                        person -> new Account.Id(person.id()), person -> levels.getOrDefault(person.id(), Map.of()))));
        return Stream.concat(
                        history.plights().stream()
                                .filter(plight -> plight.body().key().equals(body.key()))
                                .map(Plight::need)
                                .filter(need -> need.state().open() && need.state() != Need.State.MET),
                        wished.getOrDefault(body.key(), List.of()).stream())
                .map(need -> new Asked(need, staff));
    }

    /** The need with its ledger; a part of an accepted plan is a line of it, and asks its people. */
    private void enter(Need declared, Person by, UUID plan, List<Blueprint.Item> items) {
        var need = declared;
        var ordinal = 1;
        event(
                need,
                ordinal,
                Need.Event.DECLARE,
                Need.State.DRAFT,
                by,
                at(9, 5),
                Map.of("staff", need.terms().staff()));
        for (var item : items) {
            var event = need.may(Need.Event.PLAN) ? Need.Event.PLAN : Need.Event.AMEND;
            var before = need.state();
            need = need.apply(event, Need.Circumstances.on(today, 0));
            ordinal++;
            event(
                    need,
                    ordinal,
                    event,
                    before,
                    by,
                    at(1, 6),
                    Map.of(
                            "plan", plan.toString(),
                            "module", item.module(),
                            "people", item.people().size(),
                            "due", item.ends().toString()));
            ask(item, need, by);
        }
        var terms = need.terms();
        needs.add(
                need.authority(),
                need.id(),
                terms.competency(),
                terms.current(),
                terms.target(),
                terms.staff(),
                terms.weight().value(),
                terms.deadline(),
                terms.languages(),
                terms.reason(),
                need.state().key(),
                need.began(),
                need.declared(),
                need.declaredBy(),
                ordinal);
    }

    private void event(
            Need need,
            int ordinal,
            Need.Event event,
            Need.State was,
            Person by,
            Instant at,
            Map<String, Object> cause) {
        events.add(
                need.authority(),
                need.id(),
                ordinal,
                event.key(),
                was.name().toLowerCase(Locale.ROOT),
                need.state().key(),
                by.id(),
                at,
                json.write(cause).asString(),
                new Dice(seed, "command " + need.id() + " " + ordinal).id());
    }

    private void ask(Blueprint.Item item, Need need, Person by) {
        item.people()
                .forEach(person -> assignments.add(
                        need.authority(),
                        new Dice(seed, "asked " + person + " " + item.module()).id(),
                        person,
                        item.module(),
                        need.id(),
                        item.ends(),
                        "assigned",
                        by.id(),
                        at(1, 6)));
    }

    private Stream<Person> members(ListedBody body) {
        return history.staff().all().stream()
                .filter(person -> person.body().key().equals(body.key()))
                .filter(person ->
                        person.left() == null || !history.period().last().isAfter(person.left()));
    }

    private Candidate candidate(Course course) {
        var edition = course.original();
        return new Candidate(
                edition.id(),
                edition.title(),
                edition.theme(),
                course.editions().keySet().stream().sorted().toList(),
                edition.minutes(),
                edition.teaches(),
                edition.prerequisites(),
                edition.reviewBy(),
                edition.countries(),
                Candidate.Gain.UNKNOWN,
                !today.isAfter(edition.reviewBy().plusDays(90)));
    }

    /** What everybody holds, and what they were asked to take already. */
    private Map<UUID, Map<Competency.Id, Integer>> levels() {
        var rungs = new HashMap<UUID, Set<Rung>>();
        history.priors().forEach(prior -> hold(rungs, prior.person(), Stream.of(prior.rung())));
        history.journeys().stream()
                .filter(journey -> counts(journey.confirmed(), journey))
                .forEach(journey -> hold(rungs, journey.person(), journey.course().original().rungs().stream()));
        var held = new HashMap<UUID, Map<Competency.Id, Integer>>();
        rungs.forEach((person, own) -> held.put(person, unbroken(own)));
        history.duties().stream()
                .filter(this::isOpen)
                .forEach(duty -> duty.course().original().teaches().forEach(step -> held.computeIfAbsent(
                                duty.person().id(), first -> new HashMap<>())
                        .merge(step.competency(), step.to(), Math::max)));
        return held;
    }

    private boolean isOpen(Duty duty) {
        return Set.of("assigned", "active", "overdue").contains(duty.state(today));
    }

    private boolean counts(@Nullable Instant confirmed, Journey journey) {
        if (confirmed == null) {
            return false;
        }
        var until = Certificate.end(confirmed, journey.course().original().validMonths());
        return until == null || until.isAfter(today.atStartOfDay(Clock.ZONE).toInstant());
    }

    private static void hold(Map<UUID, Set<Rung>> rungs, Person person, Stream<Rung> own) {
        own.forEach(rung ->
                rungs.computeIfAbsent(person.id(), first -> new HashSet<>()).add(rung));
    }

    private static Map<Competency.Id, Integer> unbroken(Set<Rung> rungs) {
        var held = new HashMap<Competency.Id, Integer>();
        rungs.stream().sorted().forEach(rung -> {
            if (rung.level() == held.getOrDefault(rung.competency(), 0) + 1) {
                held.put(rung.competency(), rung.level());
            }
        });
        return held;
    }
}
