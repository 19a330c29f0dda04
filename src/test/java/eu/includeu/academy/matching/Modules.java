package eu.includeu.academy.matching;

import static eu.includeu.academy.capacity.Examples.INTERPRETERS;
import static eu.includeu.academy.capacity.Examples.TODAY;

import eu.includeu.academy.catalogue.Requirement;
import eu.includeu.academy.catalogue.Teaching;
import eu.includeu.academy.catalogue.VersionId;
import java.time.LocalDate;
import java.util.List;

/** Modules to start from. */
final class Modules {

    private Modules() {}

    static Candidate module(String id) {
        return new Candidate(
                new VersionId(id, "1.0.0"),
                id,
                "crosscutting",
                List.of("en", "el"),
                90,
                List.of(new Teaching(INTERPRETERS, 0, 2)),
                List.of(),
                TODAY.plusYears(1),
                List.of("EU"),
                Candidate.Gain.UNKNOWN,
                true);
    }

    static Candidate teaching(Candidate module, Teaching... steps) {
        return new Candidate(
                module.id(),
                module.title(),
                module.theme(),
                module.languages(),
                module.minutes(),
                List.of(steps),
                module.requires(),
                module.reviewBy(),
                module.countries(),
                module.gain(),
                module.open());
    }

    static Candidate in(Candidate module, String... languages) {
        return new Candidate(
                module.id(),
                module.title(),
                module.theme(),
                List.of(languages),
                module.minutes(),
                module.teaches(),
                module.requires(),
                module.reviewBy(),
                module.countries(),
                module.gain(),
                module.open());
    }

    static Candidate minutes(Candidate module, int minutes) {
        return new Candidate(
                module.id(),
                module.title(),
                module.theme(),
                module.languages(),
                minutes,
                module.teaches(),
                module.requires(),
                module.reviewBy(),
                module.countries(),
                module.gain(),
                module.open());
    }

    static Candidate requiring(Candidate module, Requirement... requirements) {
        return new Candidate(
                module.id(),
                module.title(),
                module.theme(),
                module.languages(),
                module.minutes(),
                module.teaches(),
                List.of(requirements),
                module.reviewBy(),
                module.countries(),
                module.gain(),
                module.open());
    }

    static Candidate reviewed(Candidate module, LocalDate by, boolean open) {
        return new Candidate(
                module.id(),
                module.title(),
                module.theme(),
                module.languages(),
                module.minutes(),
                module.teaches(),
                module.requires(),
                by,
                module.countries(),
                module.gain(),
                open);
    }

    static Candidate about(Candidate module, String... countries) {
        return new Candidate(
                module.id(),
                module.title(),
                module.theme(),
                module.languages(),
                module.minutes(),
                module.teaches(),
                module.requires(),
                module.reviewBy(),
                List.of(countries),
                module.gain(),
                module.open());
    }

    static Candidate measured(Candidate module, int learners, double mean) {
        return new Candidate(
                module.id(),
                module.title(),
                module.theme(),
                module.languages(),
                module.minutes(),
                module.teaches(),
                module.requires(),
                module.reviewBy(),
                module.countries(),
                new Candidate.Gain(learners, mean),
                module.open());
    }
}
