package eu.includeu.academy.demo;

import eu.includeu.academy.accounts.Role;
import eu.includeu.academy.demo.story.Dice;
import eu.includeu.academy.demo.story.History;
import eu.includeu.academy.platform.Clock;

/** What lies on the trainers' desks: next versions of their modules, some still being written, some handed in. */
final class Desk {

    private static final int EVERY = 4;

    private Desk() {}

    static Rows drafts(long seed, History history) {
        var rows = new Rows(
                "authoring.draft", "id, module, language, number, title, source, author, byline, state, changed");
        var trainers = history.staff().all(Role.TRAINER);
        var courses = history.courses();
        for (var at = 0; at < courses.size(); at += EVERY) {
            var course = courses.get(at);
            var author = Courses.author(trainers, at);
            var number = course.id().next().number();
            rows.add(
                    new Dice(seed, "draft " + course.module()).id(),
                    course.module(),
                    course.original().language(),
                    number,
                    course.original().title(),
                    course.texts().get(0).replaceFirst("(?m)^version: .*$", "version: " + number),
                    author.id(),
                    author.name(),
                    at == 0 ? "draft" : "in_review",
                    history.period()
                            .last()
                            .minusDays(at)
                            .atTime(16, 5)
                            .atZone(Clock.ZONE)
                            .toInstant());
        }
        return rows;
    }
}
