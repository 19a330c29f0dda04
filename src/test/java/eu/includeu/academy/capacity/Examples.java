package eu.includeu.academy.capacity;

import eu.includeu.academy.accounts.Account;
import eu.includeu.academy.authorities.Authority;
import eu.includeu.academy.catalogue.Requirement;
import eu.includeu.academy.catalogue.Teaching;
import eu.includeu.academy.catalogue.VersionId;
import eu.includeu.academy.competencies.Competency;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;

/** Things to start from. */
final class Examples {

    static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
    static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
    static final Authority.Id KARDITSA = Authority.Id.of("00000000-0000-7000-8000-000000000001");
    static final Account.Id ELENI = Account.Id.of("00000000-0000-7000-8000-0000000000aa");
    static final Competency.Id INTERPRETERS = Competency.Id.of("XCU-2");
    static final Competency.Id LAW = Competency.Id.of("XCU-8");

    private Examples() {}

    /** From nothing to level 2, ten people, in three months, in Greek and then English. */
    static Terms terms() {
        return terms(0, 2, 10);
    }

    static Terms terms(int current, int target, int staff) {
        return new Terms(
                INTERPRETERS, current, target, staff, Terms.Weight.MEDIUM, TODAY.plusDays(90), List.of("el", "en"), "");
    }

    static Need need(Need.State state) {
        return new Need(
                KARDITSA,
                new Need.Id(UUID.fromString("00000000-0000-7000-8000-0000000000bb")),
                terms(),
                state,
                0,
                NOW,
                ELENI,
                3);
    }

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

    /** So many people, each holding these levels. */
    static Staff staff(int people, Map<Competency.Id, Integer> levels) {
        var staff = new HashMap<Account.Id, Map<Competency.Id, Integer>>();
        IntStream.range(0, people).forEach(at -> staff.put(new Account.Id(new UUID(7, at)), levels));
        return new Staff(staff);
    }

    static Staff staff(int people) {
        return staff(people, Map.of());
    }

    /** Both together. */
    static Staff both(Staff some, Staff others) {
        var staff = new HashMap<Account.Id, Map<Competency.Id, Integer>>(some.levels());
        others.levels()
                .forEach((member, levels) -> staff.put(
                        new Account.Id(new UUID(
                                member.value().getMostSignificantBits() + 100,
                                member.value().getLeastSignificantBits())),
                        levels));
        return new Staff(staff);
    }
}
