package eu.includeu.academy.demo.story;

import eu.includeu.academy.demo.story.Journey.Go;
import eu.includeu.academy.demo.story.Journey.Reading;
import eu.includeu.academy.demo.story.Journey.State;
import eu.includeu.academy.demo.story.Journey.Verdict;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One official's way through a course, while it is being made up step by step. */
final class Walk {

    final Person person;
    final Course course;
    final String language;
    final UUID id;
    final Instant enrolled;
    final List<Reading> readings = new ArrayList<>();
    final List<Go> goes = new ArrayList<>();
    final List<Verdict> verdicts = new ArrayList<>();
    State state = State.ENROLLED;
    Instant touched;
    int extraAttempts;

    /** When it was passed. */
    @Nullable
    Instant completed;

    /** When it counted: at once, or when a coordinator confirmed it. */
    @Nullable
    Instant confirmed;

    Walk(Person person, Course course, UUID id, Instant enrolled) {
        this.person = person;
        this.course = course;
        this.language = course.in(person.language()).language();
        this.id = id;
        this.enrolled = enrolled;
        this.touched = enrolled;
    }

    Journey journey() {
        return new Journey(
                person,
                course,
                id,
                language,
                enrolled,
                readings,
                goes,
                verdicts,
                state,
                touched,
                extraAttempts,
                completed,
                confirmed);
    }
}
