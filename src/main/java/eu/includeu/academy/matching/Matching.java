package eu.includeu.academy.matching;

import eu.includeu.academy.accounts.Account;
import eu.includeu.academy.accounts.Accounts;
import eu.includeu.academy.assignments.AssignmentFigures;
import eu.includeu.academy.authorities.Authorities;
import eu.includeu.academy.authorities.Authority;
import eu.includeu.academy.capacity.Members;
import eu.includeu.academy.capacity.Need;
import eu.includeu.academy.capacity.Needs;
import eu.includeu.academy.capacity.Reach;
import eu.includeu.academy.capacity.Staff;
import eu.includeu.academy.capacity.Terms;
import eu.includeu.academy.catalogue.Catalogue;
import eu.includeu.academy.catalogue.Offer;
import eu.includeu.academy.catalogue.Requirement;
import eu.includeu.academy.catalogue.Shelf;
import eu.includeu.academy.competencies.Rung;
import eu.includeu.academy.gains.Measuring;
import eu.includeu.academy.needs.Joining;
import eu.includeu.academy.needs.Listing;
import eu.includeu.academy.platform.Clock;
import eu.includeu.academy.progress.ProgressFigures;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import reactor.core.publisher.Mono;

/** Which modules would serve a need. */
@Service
public class Matching {

    /** Half a year tells how an authority learns now. */
    private static final Duration PACE_OVER = Duration.ofDays(182);

    private final Needs needs;
    private final Listing listing;
    private final Members members;
    private final Accounts accounts;
    private final Authorities authorities;
    private final Catalogue catalogue;
    private final Measuring measuring;
    private final AssignmentFigures assigned;
    private final ProgressFigures progress;
    private final Joining joining;
    private final Weights weights;
    private final Clock clock;

    Matching(
            Needs needs,
            Listing listing,
            Members members,
            Accounts accounts,
            Authorities authorities,
            Catalogue catalogue,
            Measuring measuring,
            AssignmentFigures assigned,
            ProgressFigures progress,
            Joining joining,
            Weights weights,
            Clock clock) {
        this.needs = needs;
        this.listing = listing;
        this.members = members;
        this.accounts = accounts;
        this.authorities = authorities;
        this.catalogue = catalogue;
        this.measuring = measuring;
        this.assigned = assigned;
        this.progress = progress;
        this.joining = joining;
        this.weights = weights;
        this.clock = clock;
    }

    /** What is on offer, and what learners were measured to gain by it. */
    public record Supply(Shelf shelf, Gains gains) {}

    /** What is on offer, to be asked for before a transaction: it is the same for everybody. */
    public Mono<Supply> supply(String reader) {
        return catalogue
                .shelf(reader)
                .zipWith(measuring.effects(), (shelf, effects) -> new Supply(shelf, Gains.of(effects)));
    }

    /** A need with all that its page shows. */
    @Transactional(readOnly = true)
    public Mono<NeedFile> file(Need.Id id, Account me, Supply supply) {
        return needs.find(id, Reach.of(me)).flatMap(need -> gather(need, me, supply));
    }

    private Mono<NeedFile> gather(Need need, Account me, Supply supply) {
        return Mono.zip(
                        listing.card(need.id(), me),
                        members.of(need),
                        accounts.of(need.authority()),
                        needs.ledger(need),
                        authorities.line(need.authority()),
                        assigned.duties(need.authority().value(), need.id().value()),
                        pace(need, supply.shelf()),
                        joining.joint(need.id(), me))
                .map(all -> new NeedFile(
                        need,
                        all.getT1(),
                        all.getT2().coverage(need.terms()),
                        rank(need, all.getT1().country(), all.getT2(), supply, all.getT7()),
                        NeedFile.people(need.terms(), all.getT2(), all.getT3(), all.getT6()),
                        all.getT4(),
                        need.mayBeVerifiedBy(me, all.getT5()),
                        all.getT2().named(),
                        all.getT7(),
                        all.getT8()));
    }

    private Mono<Pace> pace(Need need, Shelf shelf) {
        return paces(List.of(need.authority()), shelf.byModule()).map(paces -> paces.of(need.authority()));
    }

    /** How fast these authorities learn, from what their people have completed of late. */
    @Transactional(readOnly = true)
    public Mono<Paces> paces(Collection<Authority.Id> authorities, Map<String, Offer> byModule) {
        return progress.spans(
                        authorities.stream().map(Authority.Id::value).toList(),
                        clock.instant().minus(PACE_OVER))
                .map(spans -> new Paces(
                        weights,
                        spans.entrySet().stream()
                                .collect(Collectors.toMap(
                                        house -> new Authority.Id(house.getKey()),
                                        house -> Pace.of(house.getValue(), byModule, weights)))));
    }

    private Ranked rank(Need need, @Nullable String country, Staff staff, Supply supply, Pace pace) {
        return rank(need.terms(), country, staff, supply.shelf(), weights.at(pace), supply.gains(), clock.today());
    }

    /**
     * Ranks what is on offer for a need; depends on nothing but its arguments. Only what stands under the need's rungs is
     * looked at, and what could give its prerequisites.
     */
    static Ranked rank(
            Terms need,
            @Nullable String country,
            Staff staff,
            Shelf shelf,
            Weights weights,
            Gains gains,
            LocalDate today) {
        var serving = shelf.teaching(need.rungs());
        return new Ranking(weights, gains.common())
                .rank(
                        need,
                        country,
                        staff,
                        candidates(serving.stream(), gains, today),
                        candidates(helpers(serving, shelf), gains, today),
                        today);
    }

    private static List<Candidate> candidates(Stream<Offer> offers, Gains gains, LocalDate today) {
        return offers.map(offer -> Candidate.of(offer, gains.of(offer.id().module()), today))
                .toList();
    }

    /** By which a prerequisite of these could be had. */
    private static Stream<Offer> helpers(List<Offer> serving, Shelf shelf) {
        return serving.stream()
                .flatMap(offer -> offer.requires().stream())
                .distinct()
                .flatMap(requirement -> giving(requirement, shelf))
                .distinct();
    }

    private static Stream<Offer> giving(Requirement requirement, Shelf shelf) {
        var competency = requirement.competency();
        return competency == null
                ? shelf.module(Objects.requireNonNull(requirement.module())).stream()
                : shelf.teaching(Rung.between(competency, 0, requirement.min())).stream();
    }
}
