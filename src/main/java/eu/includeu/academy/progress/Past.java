package eu.includeu.academy.progress;

import eu.includeu.academy.catalogue.VersionId;
import eu.includeu.academy.platform.Refused;
import eu.includeu.academy.progress.Enrolment.Stage;
import eu.includeu.academy.progress.Enrolment.State;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;

/**
 * What an official has taken of one module before, newest first. Lessons that are done stay done, and goes at the quiz that
 * were granted stay granted, also for whoever gave the module up and comes back.
 */
record Past(List<Enrolment> enrolments) {

    Past {
        enrolments = List.copyOf(enrolments);
    }

    /** Refuses a second enrolment: one is under way, or the same major version is completed. */
    void mayEnrol(VersionId subject) {
        Refused.when(enrolments.stream().anyMatch(Enrolment::isOpen), "enrolment.open");
        Refused.when(
                of(subject).anyMatch(enrolment -> enrolment.state() == State.COMPLETED), "enrolment.completed-already");
    }

    /** The lessons as they were left in this very version. */
    List<Stage> lessons(VersionId subject, int count) {
        return enrolments.stream()
                .filter(enrolment -> enrolment.subject().equals(subject))
                .findFirst()
                .map(Enrolment::lessons)
                .orElseGet(() -> Collections.nCopies(count, Stage.EMPTY));
    }

    int extraAttempts(VersionId subject) {
        return of(subject).mapToInt(Enrolment::extraAttempts).max().orElse(0);
    }

    private Stream<Enrolment> of(VersionId subject) {
        return enrolments.stream().filter(enrolment -> enrolment.subject().major() == subject.major());
    }
}
