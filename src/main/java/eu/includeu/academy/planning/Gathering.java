package eu.includeu.academy.planning;

import eu.includeu.academy.accounts.Account;
import eu.includeu.academy.assignments.AssignmentFigures;
import eu.includeu.academy.authorities.Authorities;
import eu.includeu.academy.authorities.Authority;
import eu.includeu.academy.capacity.Members;
import eu.includeu.academy.capacity.Need;
import eu.includeu.academy.capacity.Needs;
import eu.includeu.academy.capacity.Staff;
import eu.includeu.academy.catalogue.Catalogue;
import eu.includeu.academy.catalogue.Offer;
import eu.includeu.academy.matching.Candidate;
import eu.includeu.academy.matching.Matching;
import eu.includeu.academy.matching.Paces;
import eu.includeu.academy.platform.Clock;
import eu.includeu.academy.runs.Facilitations;
import eu.includeu.academy.runs.Led;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import reactor.core.publisher.Mono;

/** Gathering what a plan depends on: open needs, people and what they hold, what they were asked already, modules and runs. */
@Service
class Gathering {

    /** The state of a need whose places are to be filled: open and not met. */
    private static final Set<Need.State> TO_PLAN = EnumSet.of(
            Need.State.DECLARED, Need.State.VERIFIED, Need.State.PLANNED, Need.State.IN_PROGRESS, Need.State.OVERDUE);

    private final Facilitations facilitations;
    private final Needs needs;
    private final Members members;
    private final Authorities authorities;
    private final AssignmentFigures assigned;
    private final Catalogue catalogue;
    private final Assumptions assumptions;
    private final Matching matching;
    private final Clock clock;

    Gathering(
            Facilitations facilitations,
            Needs needs,
            Members members,
            Authorities authorities,
            AssignmentFigures assigned,
            Catalogue catalogue,
            Assumptions assumptions,
            Matching matching,
            Clock clock) {
        this.facilitations = facilitations;
        this.needs = needs;
        this.members = members;
        this.authorities = authorities;
        this.assigned = assigned;
        this.catalogue = catalogue;
        this.assumptions = assumptions;
        this.matching = matching;
        this.clock = clock;
    }

    /** The authorities that a plan is for. */
    Mono<List<Authority>> bodies(Plan plan) {
        return plan.below()
                ? authorities.below(List.of(plan.authority()))
                : authorities.find(plan.authority()).map(List::of);
    }

    /** Everything that a plan depends on, as it is now. */
    @Transactional(readOnly = true)
    public Mono<Framing> framing(Plan plan, List<Offer> offers) {
        return bodies(plan)
                .map(bodies -> bodies.stream().map(Authority::id).toList())
                .flatMap(houses -> Mono.zip(
                                needs.open(houses),
                                members.of(houses),
                                assigned.underway(
                                        houses.stream().map(Authority.Id::value).toList()),
                                facilitations.all(),
                                members.lists(houses),
                                matching.paces(houses, byModule(offers)))
                        .map(all -> framing(
                                all.getT1(), all.getT2(), all.getT3(), all.getT4(), all.getT5(), all.getT6(), offers)));
    }

    private Framing framing(
            List<Need> open,
            Map<Authority.Id, Staff> staff,
            List<AssignmentFigures.Duty> underway,
            Map<String, Led> led,
            Map<Need.Id, Set<Account.Id>> lists,
            Paces paces,
            List<Offer> offers) {
        var ahead = Underway.of(underway, offers);
        return new Framing(
                open.stream()
                        .filter(need -> TO_PLAN.contains(need.state()))
                        .map(need -> new Asked(
                                need,
                                ahead.done(staff.getOrDefault(need.authority(), new Staff(Map.of())))
                                        .about(lists.getOrDefault(need.id(), Set.of()))))
                        .toList(),
                offers.stream()
                        .map(offer -> Candidate.of(offer, Candidate.Gain.UNKNOWN, clock.today()))
                        .toList(),
                led,
                assumptions,
                paces,
                clock.today());
    }

    private static Map<String, Offer> byModule(List<Offer> offers) {
        return offers.stream()
                .collect(Collectors.toMap(offer -> offer.id().module(), Function.identity(), (one, other) -> one));
    }

    /** What is on offer, to be asked for before a transaction: it is the same for everybody. */
    Mono<List<Offer>> offers(String reader) {
        return catalogue.offers(reader);
    }
}
