package eu.includeu.academy.progress;

import eu.includeu.academy.catalogue.Edition;
import eu.includeu.academy.catalogue.Lesson;
import eu.includeu.academy.catalogue.Offer;
import java.util.List;

/** A module that an official takes or has completed, as lists show it: how far, what comes next, how long it takes. */
public record Taken(Enrolment enrolment, Offer offer, Edition edition) {

    public String module() {
        return enrolment.subject().module();
    }

    public String title() {
        return edition.title();
    }

    /** One word a lesson for the strip of tiles. */
    public List<String> strip() {
        return enrolment.strip();
    }

    /** The lesson that comes next, or the last one when all are done. */
    public Lesson nextLesson() {
        return edition.lesson(enrolment.next());
    }

    public boolean isCompleted() {
        return enrolment.state() == Enrolment.State.COMPLETED;
    }

    /** The reading time of what is not done, and the time of the quiz while it is not passed. */
    public int minutesLeft() {
        var reading = edition.lessons().stream()
                .filter(lesson -> !enrolment.isDone(lesson.number()))
                .mapToInt(Lesson::minutes)
                .sum();
        return isCompleted() ? 0 : reading + offer.quiz().minutes();
    }
}
