package eu.includeu.academy.planning;

import eu.includeu.academy.accounts.Account;
import eu.includeu.academy.authorities.Authority;
import eu.includeu.academy.capacity.Need;
import eu.includeu.academy.capacity.Staff;
import eu.includeu.academy.capacity.Terms;
import eu.includeu.academy.catalogue.Requirement;
import eu.includeu.academy.catalogue.Teaching;
import eu.includeu.academy.catalogue.VersionId;
import eu.includeu.academy.competencies.Competency;
import eu.includeu.academy.matching.Candidate;
import eu.includeu.academy.matching.Paces;
import eu.includeu.academy.matching.Weights;
import eu.includeu.academy.optimum.Limits;
import eu.includeu.academy.optimum.OjAlgo;
import eu.includeu.academy.optimum.Search;
import eu.includeu.academy.optimum.Watch;
import eu.includeu.academy.runs.Led;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Things to start from. */
final class Examples {

    static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
    static final Competency.Id HOUSING = Competency.Id.of("HOU-2");
    static final Competency.Id LAW = Competency.Id.of("XCU-8");
    static final Authority.Id KARDITSA = new Authority.Id(new UUID(1, 1));
    static final Search SEARCH = new Search(new OjAlgo(), Limits.STANDARD);

    private Examples() {}

    static Candidate module(String id, int minutes, Teaching... teaches) {
        return new Candidate(
                new VersionId(id, "1.0.0"),
                id,
                "housing",
                List.of("en", "el"),
                minutes,
                List.of(teaches),
                List.of(),
                TODAY.plusYears(1),
                List.of("EU"),
                Candidate.Gain.UNKNOWN,
                true);
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

    static Teaching teaches(Competency.Id competency, int from, int to) {
        return new Teaching(competency, from, to);
    }

    static Asked asked(int number, Terms terms, Staff staff) {
        return new Asked(
                new Need(
                        KARDITSA,
                        new Need.Id(new UUID(2, number)),
                        terms,
                        Need.State.DECLARED,
                        0,
                        Instant.EPOCH,
                        new Account.Id(new UUID(3, 3)),
                        1),
                staff);
    }

    static Terms terms(Competency.Id competency, int current, int target, int staff) {
        return new Terms(
                competency, current, target, staff, Terms.Weight.MEDIUM, TODAY.plusDays(180), List.of("el", "en"), "");
    }

    static Terms by(Terms terms, LocalDate deadline, String... languages) {
        return new Terms(
                terms.competency(),
                terms.current(),
                terms.target(),
                terms.staff(),
                terms.weight(),
                deadline,
                List.of(languages),
                "");
    }

    /** So many people who hold nothing, and for each map one who holds that. */
    @SafeVarargs
    static Staff staff(int nothing, Map<Competency.Id, Integer>... others) {
        var levels = new HashMap<Account.Id, Map<Competency.Id, Integer>>();
        for (var at = 0; at < nothing; at++) {
            levels.put(new Account.Id(new UUID(9, at)), Map.of());
        }
        for (var at = 0; at < others.length; at++) {
            levels.put(new Account.Id(new UUID(8, at)), others[at]);
        }
        return new Staff(levels);
    }

    static Framing framing(List<Asked> asked, Candidate... candidates) {
        return framing(asked, Map.of(), candidates);
    }

    static Framing framing(List<Asked> asked, Map<String, Led> led, Candidate... candidates) {
        return new Framing(asked, List.of(candidates), led, Assumptions.STANDARD, Paces.of(Weights.STANDARD), TODAY);
    }

    static Blueprint drawn(Framing framing) {
        return framing.draw(SEARCH, null, Watch.NOBODY);
    }
}
