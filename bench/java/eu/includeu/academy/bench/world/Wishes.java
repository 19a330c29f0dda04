package eu.includeu.academy.bench.world;

import eu.includeu.academy.capacity.Terms;
import eu.includeu.academy.platform.JsonText;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What an authority needs, with the ledger of each need. What people decided is by lot; whether a need was met or its
 * deadline passed follows from what its people hold.
 */
final class Wishes {

    private static final double MET_IS_CLOSED = 0.5;
    private static final double LATE = 0.07;
    private static final double WITHDRAWN = 0.06;
    private static final List<String> REASONS = List.of(
            "The people at the counters ask for it.",
            "Complaints of the last year show that we decide the same case differently.",
            "The law changes next year, and our procedures with it.",
            "Three of those who could do it retire soon.",
            "The regional plan asks every office for it.");

    /** A line of the ledger to come. */
    private record Step(
            String event, String became, long at, @Nullable UUID actor, Map<String, Object> cause) {}

    private final Plan plan;
    private final Body body;
    private final Book book;
    private final JsonText json;
    private final Figures figures;
    private final List<Learner> people;
    private final Luck luck;
    private final Set<String> declared = new HashSet<>();

    Wishes(Plan plan, Body body, Book book, JsonText json, Figures figures, List<Learner> people, Luck luck) {
        this.plan = plan;
        this.body = body;
        this.book = book;
        this.json = json;
        this.figures = figures;
        this.people = people;
        this.luck = luck;
    }

    /** As many open ones as there shall be, and those that came to an end on the way. */
    void write() {
        var mean = (double) plan.size().needs() / plan.size().authorities();
        var open = 1 + luck.poisson(mean - 1);
        for (var tries = 0; open > 0 && tries < 100; tries++) {
            var competency = plan.library().wanted(luck);
            var level = luck.share();
            var current = level < 0.5 ? 0 : level < 0.85 ? 1 : 2;
            var target = current + luck.between(1, 2);
            if (declared.add(competency + " " + target)) {
                var since = people.stream()
                        .mapToLong(person -> person.since(competency, target))
                        .sorted()
                        .toArray();
                var weight = Terms.Weight.values()[luck.below(4)];
                var ends = luck.happens(LATE) ? plan.last() - luck.between(1, 60) : plan.last() + luck.between(10, 400);
                var day = Math.min(plan.last() - luck.between(2, Plan.YEAR - 5), ends - 14);
                var at = day * 86_400 + 28_800 + luck.below(20_000);
                var began = holders(since, at);
                var terms = new Terms(
                        competency,
                        current,
                        target,
                        began + 1 + luck.geometric(0.12),
                        weight,
                        LocalDate.ofEpochDay(ends),
                        body.languages(),
                        weight.asksWhy() || luck.happens(0.5) ? REASONS.get(luck.below(REASONS.size())) : "");
                open -= declare(terms, at, began, since) ? 1 : 0;
            }
        }
    }

    private static int holders(long[] since, long second) {
        return (int) Arrays.stream(since).filter(from -> from <= second).count();
    }

    /** Whether it is open today. */
    private boolean declare(Terms terms, long at, int began, long[] since) {
        var steps = new ArrayList<Step>();
        steps.add(new Step(
                "declare",
                "declared",
                at,
                coordinator(),
                Map.of("terms", terms, "ready", began, "staff", terms.staff())));
        var full = terms.staff() <= since.length && since[terms.staff() - 1] < Long.MAX_VALUE
                ? since[terms.staff() - 1]
                : Long.MAX_VALUE;
        var late = (terms.deadline().toEpochDay() + 1) * 86_400 + 300;
        var today = (plan.last() + 1) * 86_400;
        var end = Math.min(today, Math.min(full, late));
        go(steps, end);
        if (late < Math.min(full, today)) {
            steps.add(new Step("expire", "overdue", late, null, counted(holders(since, late), terms)));
        }
        if (full < today) {
            steps.add(new Step("met", "met", full + 1, null, counted(terms.staff(), terms)));
            var closed = full + luck.between(10, 40) * 86_400L;
            if (closed < today && luck.happens(MET_IS_CLOSED)) {
                steps.add(new Step("close", "closed", closed, coordinator(), Map.of("used", true, "note", "")));
            }
        } else if (luck.happens(WITHDRAWN)) {
            var before = steps.get(steps.size() - 1).at();
            steps.add(new Step(
                    "withdraw",
                    "withdrawn",
                    Math.min(today - 3_600, before + luck.between(1, 20) * 86_400L),
                    coordinator(),
                    Map.of("reason", "The task has gone to another body.")));
        }
        need(terms, began, holders(since, today), steps);
        var state = steps.get(steps.size() - 1).became();
        return !state.equals("closed") && !state.equals("withdrawn");
    }

    /** How far people have taken it: verified, planned, begun. */
    private void go(List<Step> steps, long end) {
        var ways = List.of("verify verified", "plan planned", "start in_progress");
        var far = luck.share();
        var many = far < 0.4 ? 0 : far < 0.6 ? 1 : far < 0.7 ? 2 : 3;
        var at = steps.get(0).at();
        for (var way = 0; way < many; way++) {
            at += luck.between(1, 20) * 86_400L;
            if (at >= end) {
                return;
            }
            var words = ways.get(way).split(" ");
            steps.add(new Step(words[0], words[1], at, way == 0 ? verifier() : coordinator(), Map.of()));
        }
    }

    private void need(Terms terms, int began, int holders, List<Step> steps) {
        var id = luck.id(steps.get(0).at());
        book.needs
                .of(body.id())
                .of(id)
                .text(terms.competency().value())
                .of(terms.current())
                .of(terms.target())
                .of(terms.staff())
                .of(terms.weight().value())
                .day(terms.deadline().toEpochDay())
                .list(terms.languages())
                .text(terms.reason())
                .text(steps.get(steps.size() - 1).became())
                .of(began)
                .at(steps.get(0).at())
                .of(coordinator())
                .of(steps.size())
                .of(holders);
        var was = "draft";
        for (var at = 0; at < steps.size(); at++) {
            var step = steps.get(at);
            book.events
                    .of(body.id())
                    .of(id)
                    .of(at + 1)
                    .text(step.event())
                    .text(was)
                    .text(step.became())
                    .of(step.actor())
                    .at(step.at())
                    .text(json.write(step.cause()).asString())
                    .of(luck.id(step.at()));
            was = step.became();
            switch (step.event()) {
                case "declare" -> figures.add("needs.declared", rome(step.at()), 1);
                case "withdraw" -> figures.add("needs.declared", rome(step.at()), -1);
                case "close" -> figures.add("needs.closed", rome(step.at()), 1);
                default -> {}
            }
        }
    }

    private static long rome(long second) {
        return LocalDate.ofInstant(java.time.Instant.ofEpochSecond(second), eu.includeu.academy.platform.Clock.ZONE)
                .toEpochDay();
    }

    private static Map<String, Object> counted(int ready, Terms terms) {
        var counted = new HashMap<String, Object>();
        counted.put("ready", Math.min(ready, terms.staff()));
        counted.put("staff", terms.staff());
        return counted;
    }

    private UUID coordinator() {
        return people.get(0).id;
    }

    /** Whoever coordinates the body above; the administrator for the partnership. */
    private UUID verifier() {
        return plan.people()
                .id(body.parent() < 0 ? 1 : plan.bodies().get(body.parent()).first());
    }
}
