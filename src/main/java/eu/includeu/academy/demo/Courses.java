package eu.includeu.academy.demo;

import eu.includeu.academy.accounts.Account;
import eu.includeu.academy.authoring.Publishing;
import eu.includeu.academy.competencies.Competencies;
import eu.includeu.academy.demo.story.Course;
import eu.includeu.academy.demo.story.Period;
import eu.includeu.academy.demo.story.Person;
import eu.includeu.academy.platform.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** The modules that the academy brings along, read from their files and published by the trainers of the demo. */
@Component
class Courses {

    private final Competencies competencies;
    private final Publishing publishing;

    Courses(Competencies competencies, Publishing publishing) {
        this.competencies = competencies;
        this.publishing = publishing;
    }

    /** All of them, each after those that it requires. */
    List<Course> read() {
        return Course.all(competencies);
    }

    /**
     * Publishes those that are not there yet, and waits until they are. Who wrote a module does not approve it.
     */
    void publish(List<Course> courses, Set<String> published, List<Person> trainers, Period period) {
        for (var at = 0; at < courses.size(); at++) {
            var course = courses.get(at);
            var author = author(trainers, at);
            var reviewer = author(trainers, at + 1);
            if (!published.contains(course.module())) {
                publishing
                        .publish(
                                course.texts(),
                                new Account.Id(author.id()),
                                author.name(),
                                reviewer.name(),
                                day(period, at))
                        .block();
            }
        }
    }

    /** Trainers take turns. */
    static Person author(List<Person> trainers, int course) {
        return trainers.get(course % trainers.size());
    }

    /** Two a day, in the week before people begin. */
    private static Instant day(Period period, int at) {
        return period.first()
                .minusDays(8 - at / 2)
                .atTime(15, 10 + at)
                .atZone(Clock.ZONE)
                .toInstant();
    }
}
