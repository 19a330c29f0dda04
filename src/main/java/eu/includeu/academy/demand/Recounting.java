package eu.includeu.academy.demand;

import eu.includeu.academy.authorities.Authorities;
import eu.includeu.academy.authorities.Authority;
import eu.includeu.academy.capacity.Members;
import eu.includeu.academy.capacity.Staff;
import eu.includeu.academy.catalogue.Catalogue;
import eu.includeu.academy.catalogue.Offer;
import eu.includeu.academy.catalogue.VersionId;
import eu.includeu.academy.competencies.Competency;
import eu.includeu.academy.matching.Weights;
import eu.includeu.academy.platform.Clock;
import eu.includeu.academy.platform.Events;
import eu.includeu.academy.platform.Scope;
import eu.includeu.academy.runs.Facilitations;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import reactor.core.publisher.Mono;
import reactor.util.context.Context;

/** Keeps the demand true: counts those needs again that a change concerns, and moves the sums by the difference. */
@Service
class Recounting {

    private static final int AT_ONCE = 500;

    private final Notes notes;
    private final Totals totals;
    private final Events events;
    private final Members members;
    private final Authorities authorities;
    private final Catalogue catalogue;
    private final Facilitations facilitations;
    private final Weights weights;
    private final Clock clock;

    Recounting(
            Notes notes,
            Totals totals,
            Events events,
            Members members,
            Authorities authorities,
            Catalogue catalogue,
            Facilitations facilitations,
            Weights weights,
            Clock clock) {
        this.notes = notes;
        this.totals = totals;
        this.events = events;
        this.members = members;
        this.authorities = authorities;
        this.catalogue = catalogue;
        this.facilitations = facilitations;
        this.weights = weights;
        this.clock = clock;
    }

    /** The reach of the academy's own work: everything, and on behalf of nobody. */
    Mono<Context> reach() {
        return authorities
                .roots()
                .map(roots ->
                        new Scope(null, roots.stream().map(Authority.Id::value).toList()))
                .map(scope -> Context.of(Scope.class, scope));
    }

    /** Takes up what was noted; how many needs were counted again. */
    @Transactional
    public Mono<Integer> takeUp() {
        return notes.spread().then(notes.take(AT_ONCE)).flatMap(this::count);
    }

    /** Notes what the calendar may have changed since yesterday. */
    @Transactional
    public Mono<Long> lookAtTheCalendar() {
        return notes.due(clock.today());
    }

    /** In the transaction of a publication: what builds on it may be within reach now. */
    Mono<Void> published(VersionId version) {
        return catalogue.offersNow("en").flatMap(offers -> Mono.justOrEmpty(offers.stream()
                        .filter(each -> each.id().equals(version))
                        .findFirst())
                .flatMap(offer -> notes.add(null, touched(offers, offer))));
    }

    /** In the transaction that changes when a module is led: its seats may be too few now, or enough. */
    Mono<Void> led(String module) {
        return catalogue.offersNow("en").flatMap(offers -> Mono.justOrEmpty(offers.stream()
                        .filter(each -> each.id().module().equals(module))
                        .findFirst())
                .flatMap(offer -> notes.add(null, touched(offers, offer))));
    }

    /** In the transaction of a completion. */
    Mono<Void> learned(Authority.Id authority, VersionId version) {
        return catalogue
                .offer(version, "en")
                .zipWith(catalogue.offers("en"))
                .flatMap(both -> notes.add(authority, touched(both.getT2(), both.getT1())));
    }

    private Set<Competency.Id> touched(List<Offer> offers, Offer by) {
        var taught = by.teaches().stream().map(step -> step.competency()).collect(Collectors.toSet());
        return Supply.of(offers, clock.today()).touchedBy(taught, by.id().module());
    }

    /** In the transaction of whatever changed what people of an authority hold or need. */
    Mono<Void> changed(Authority.Id authority, Set<Competency.Id> competencies) {
        return notes.add(authority, competencies);
    }

    private Mono<Integer> count(List<Notes.Mark> marks) {
        return marks.isEmpty()
                ? Mono.just(0)
                : fresh(marks)
                        .flatMap(rows -> totals.replace(marks, rows, clock.today()))
                        .delayUntil(totals::addUp)
                        .delayUntil(moves -> events.tell(DemandMoved.of(moves)))
                        .thenReturn(marks.size());
    }

    private Mono<List<Totals.Row>> fresh(List<Notes.Mark> marks) {
        var houses = marks.stream().map(Notes.Mark::authority).collect(Collectors.toSet());
        return notes.asked(marks)
                .zipWhen(asked -> members.of(houses))
                .zipWith(supply(), (both, supply) -> rows(both.getT1(), both.getT2(), supply));
    }

    private Mono<Supply> supply() {
        var today = clock.today();
        return catalogue
                .offersNow("en")
                .zipWith(facilitations.dated(today), (offers, runs) -> Supply.of(offers, runs, today));
    }

    private List<Totals.Row> rows(List<Asked> asked, Map<Authority.Id, Staff> staff, Supply supply) {
        var today = clock.today();
        var reckoning = new Reckoning(supply, weights);
        return asked.stream()
                .flatMap(each -> reckoning
                        .of(
                                each.need().terms(),
                                staff.getOrDefault(each.need().authority(), new Staff(Map.of()))
                                        .about(each.listed()),
                                today)
                        .stream()
                        .map(places -> row(each, places)))
                .toList();
    }

    static Totals.Row row(Asked asked, Reckoning.Places places) {
        var terms = asked.need().terms();
        var reason = places.reason();
        return new Totals.Row(
                asked.need().authority().value(),
                asked.need().id().value(),
                terms.competency().value(),
                places.rung().level(),
                reason == null ? "" : reason.key(),
                terms.languages().get(0),
                asked.region(),
                places.count(),
                terms.weight().value(),
                terms.deadline(),
                asked.verified());
    }
}
