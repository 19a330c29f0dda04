package eu.includeu.academy.bench.world;

import eu.includeu.academy.platform.JsonText;
import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** An authority of the world: who works there, what they took in a year, and what it needs. */
final class House {

    /** How many people have both a module half read and an attempt open, at least, and which share of all. */
    private static final int SITTING = 600;

    private static final double SITTING_SHARE = 0.02;
    private static final double ASSIGNED = 0.25;
    private static final double TO_COME = 0.06;
    private static final int MOST = 9;

    private final Plan plan;
    private final Body body;
    private final Book book;
    private final JsonText json;
    private final Luck luck;
    private final Figures figures = new Figures();
    private final List<Learner> people = new ArrayList<>();

    House(Plan plan, Body body, Book book, JsonText json) {
        this.plan = plan;
        this.body = body;
        this.book = book;
        this.json = json;
        this.luck = new Luck(plan.seed(), Luck.About.HOUSE, body.index());
    }

    void write() throws SQLException, IOException {
        for (var at = 0; at < body.staff(); at++) {
            people.add(person(at));
        }
        study();
        people.forEach(person -> {
            if (person.certified() < Long.MAX_VALUE) {
                figures.add("certified", person.certified() / 86_400, 1);
            }
        });
        new Wishes(plan, body, book, json, figures, people, luck).write();
        figures.close(body.id(), book.figures);
    }

    /** The first one of each house coordinates it. */
    private Learner person(int at) {
        var number = body.first() + at;
        var first = plan.last() - Plan.YEAR - 35;
        var joined = at > 0 && luck.happens(0.2) ? first + luck.below(Plan.YEAR - 60) : first;
        var country = body.country() == null ? "NL" : body.country();
        var english = body.languages().contains("en") && luck.happens(0.3);
        var person = new Learner(
                plan.people().id(number),
                plan.people().name(number, country),
                english ? "en" : body.language(),
                luck.normal(0, 1),
                joined);
        var membership = luck.id(joined * 86_400);
        book.accounts
                .of(person.id)
                .text(People.email(number))
                .text(plan.password())
                .text(person.name)
                .text(person.language)
                .of(body.id())
                .at(joined * 86_400 + 28_800);
        book.memberships.of(membership).of(person.id).of(body.id()).of(true).day(joined);
        book.roles.of(membership).text(role(at));
        figures.add("officials", joined, 1);
        return person;
    }

    private String role(int at) {
        if (at == 0) {
            return "coordinator";
        }
        if (body.parent() >= 0 || at > plan.people().trainers() + 1) {
            return "official";
        }
        return at == 1 ? "administrator" : "trainer";
    }

    private void study() throws SQLException, IOException {
        var learners = people.size() == 1
                ? people
                : people.subList(
                        body.parent() < 0
                                ? Math.min(people.size() - 1, plan.people().trainers() + 2)
                                : 1,
                        people.size());
        var shares = new int[learners.size()];
        var most = Math.min(MOST, plan.library().courses().size() / 2);
        for (var left = Math.min(plan.enrolments(body), most * shares.length); left > 0; ) {
            var at = luck.below(shares.length);
            if (shares[at] < most) {
                shares[at]++;
                left--;
            }
        }
        for (var at = 0; at < shares.length; at++) {
            study(learners.get(at), shares[at]);
            book.handWhenFull();
            if (luck.happens(TO_COME)) {
                var course = course(learners.get(at), plan.last() * 86_400);
                learners.get(at).taken.add(course.module());
                assign(learners.get(at), course, "assigned", (plan.last() - luck.below(10)) * 86_400 + 36_000);
            }
        }
    }

    private void study(Learner learner, int times) {
        var sitting = times >= 2
                && luck.happens(
                        Math.max(SITTING_SHARE, (double) SITTING / plan.size().officials()));
        var earliest = Math.max(learner.joined + 1, plan.last() - Plan.YEAR + 1);
        var days = IntStream.range(0, sitting ? times - 2 : times)
                .mapToLong(at -> earliest + luck.below((int) (plan.last() - earliest)))
                .sorted()
                .toArray();
        for (var day : days) {
            study(learner, day, Study.Fate.ANY);
        }
        if (sitting) {
            study(learner, plan.last() - 20 - luck.below(10), Study.Fate.SITTING);
            study(learner, plan.last() - 10 - luck.below(5), Study.Fate.MIDDLE);
        }
    }

    private void study(Learner learner, long day, Study.Fate fate) {
        var course = course(learner, day * 86_400);
        var study = new Study(
                book,
                figures,
                json,
                body,
                body.reviews() ? coordinator() : null,
                plan.last(),
                learner,
                course,
                day,
                luck);
        study.happen(fate);
        if (luck.happens(ASSIGNED)) {
            assign(
                    learner,
                    course,
                    switch (study.state()) {
                        case "completed" -> "done";
                        case "withdrawn" -> "waived";
                        default -> luck.happens(0.85) ? "active" : "overdue";
                    },
                    study.began() - 86_400 * 2);
        }
    }

    /** One that is asked for, speaks the language, was not taken yet and may be taken now; one that requires nothing at last. */
    private Course course(Learner learner, long second) {
        var languages = List.of(learner.language, "en");
        for (var tries = 0; tries < 12; tries++) {
            var course = plan.library().popular(luck);
            if (course.speaks(languages)
                    && !learner.taken.contains(course.module())
                    && learner.isAdmitted(course, second)) {
                return course;
            }
        }
        var courses = plan.library().courses();
        var from = luck.below(courses.size());
        for (var at = 0; at < courses.size(); at++) {
            var course = courses.get((from + at) % courses.size());
            if (course.prerequisites().isEmpty() && !learner.taken.contains(course.module())) {
                return course;
            }
        }
        throw new IllegalStateException("There are too few modules that require nothing");
    }

    private void assign(Learner learner, Course course, String state, long assigned) {
        var due =
                switch (state) {
                    case "done", "waived" -> assigned / 86_400 + luck.between(60, 120);
                    case "overdue" -> plan.last() - luck.between(1, 30);
                    default -> plan.last() + luck.between(5, 90);
                };
        book.assignments
                .of(body.id())
                .of(luck.id(assigned))
                .of(learner.id)
                .text(course.module())
                .day(due)
                .text(state)
                .of(coordinator())
                .at(assigned)
                .text(state.equals("waived") ? "Other duties came first." : null);
    }

    private @Nullable UUID coordinator() {
        return people.get(0).id;
    }
}
