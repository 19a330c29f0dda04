package eu.includeu.academy.exchange;

import eu.includeu.academy.accounts.Account;
import eu.includeu.academy.authorities.Authorities;
import eu.includeu.academy.authorities.Authority;
import eu.includeu.academy.platform.Clock;
import eu.includeu.academy.platform.Missing;
import eu.includeu.academy.platform.Refused;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import reactor.core.publisher.Mono;

/** What the two sides of a visit decide: yes or no, when, with whom, and what came of it. */
@Service
class Visiting {

    /**
     * A visit as one side sees it.
     *
     * @param side for which the asker answers; the guest where it is both
     * @param refusal why it was declined, where the asker is the one to be told
     */
    record File(
            Visit visit,
            Authority guest,
            Authority host,
            Visit.Side side,
            @Nullable String refusal) {

        Authority other() {
            return side == Visit.Side.GUEST ? host : guest;
        }

        Authority own() {
            return side == Visit.Side.GUEST ? guest : host;
        }
    }

    private final Visits visits;
    private final Authorities authorities;
    private final Clock clock;

    Visiting(Visits visits, Authorities authorities, Clock clock) {
        this.visits = visits;
        this.authorities = authorities;
        this.clock = clock;
    }

    /** All visits of the authorities that a person answers for, open ones first. */
    @Transactional(readOnly = true)
    public Mono<List<File>> all(Account me) {
        return Mono.zip(visits.of(me.coordinates()), authorities.all(), authorities.below(me.coordinates()))
                .flatMap(found -> visits.refusals(found.getT1())
                        .map(refusals -> files(found.getT1(), found.getT2(), found.getT3(), refusals)));
    }

    @Transactional(readOnly = true)
    public Mono<File> file(Visit.Id id, Account me) {
        return found(id, me);
    }

    @Transactional
    public Mono<Visit> accept(Visit.Id id, Account me) {
        return found(id, me)
                .delayUntil(this::checkRoom)
                .flatMap(file -> step(file, me, Visit.Event.ACCEPT, visit -> visit.accept(file.side())));
    }

    @Transactional
    public Mono<Visit> decline(Visit.Id id, String reason, Account me) {
        return found(id, me)
                .zipWhen(file -> step(file, me, Visit.Event.DECLINE, visit -> visit.decline(reason)))
                .delayUntil(
                        both -> visits.refuse(both.getT2(), both.getT1().other().id(), reason, clock.instant()))
                .map(both -> both.getT2());
    }

    @Transactional
    public Mono<Visit> schedule(Visit.Id id, Visit.Plan plan, Account me) {
        return found(id, me)
                .flatMap(file -> step(file, me, Visit.Event.SCHEDULE, visit -> visit.schedule(plan, clock.today())));
    }

    @Transactional
    public Mono<Visit> hold(Visit.Id id, Account me) {
        return found(id, me).flatMap(file -> step(file, me, Visit.Event.HOLD, visit -> visit.hold(clock.today())));
    }

    @Transactional
    public Mono<Visit> close(Visit.Id id, Visit.Report report, Account me) {
        return found(id, me).flatMap(file -> step(file, me, Visit.Event.CLOSE, visit -> visit.close(report)));
    }

    private Mono<Visit> step(File file, Account me, Visit.Event event, UnaryOperator<Visit> rule) {
        return Mono.fromSupplier(() -> rule.apply(file.visit()))
                .flatMap(after -> visits.save(
                        file.visit(), after, new Visits.Step(event, file.side(), me.id(), clock.instant())));
    }

    /** A host's yes takes one of its places in the year, and a guest's one of its journeys (X1). */
    private Mono<Integer> checkRoom(File file) {
        return visits.room(file.own().id(), file.side(), clock.today().getYear())
                .doOnNext(room -> Refused.when(
                        room < 1 && !file.visit().saidYes(file.side()),
                        "visit.full." + file.side().key()));
    }

    private Mono<File> found(Visit.Id id, Account me) {
        return visits.find(id, me.coordinates())
                .zipWhen(visit -> visits.refusals(List.of(visit)))
                .zipWith(Mono.zip(authorities.all(), authorities.below(me.coordinates())))
                .map(all -> files(
                                List.of(all.getT1().getT1()),
                                all.getT2().getT1(),
                                all.getT2().getT2(),
                                all.getT1().getT2())
                        .get(0));
    }

    private static List<File> files(
            List<Visit> visits, List<Authority> all, List<Authority> own, List<Visits.Refusal> refusals) {
        var byId = all.stream().collect(Collectors.toMap(Authority::id, each -> each));
        var mine = own.stream().map(Authority::id).collect(Collectors.toSet());
        var reasons = refusals.stream().collect(Collectors.toMap(Visits.Refusal::visit, Visits.Refusal::reason));
        return visits.stream().map(visit -> file(visit, byId, mine, reasons)).toList();
    }

    private static File file(
            Visit visit, Map<Authority.Id, Authority> byId, Set<Authority.Id> mine, Map<Visit.Id, String> reasons) {
        return new File(
                visit,
                known(byId.get(visit.guest()), visit),
                known(byId.get(visit.host()), visit),
                side(visit, mine),
                reasons.get(visit.id()));
    }

    /** Who answers for both sides speaks for the one that has not said yes yet. */
    private static Visit.Side side(Visit visit, Set<Authority.Id> mine) {
        if (mine.contains(visit.guest()) && mine.contains(visit.host())) {
            return visit.guestYes() ? Visit.Side.HOST : Visit.Side.GUEST;
        }
        return mine.contains(visit.guest()) ? Visit.Side.GUEST : Visit.Side.HOST;
    }

    private static Authority known(@Nullable Authority authority, Visit visit) {
        if (authority == null) {
            throw new Missing(visit.id());
        }
        return authority;
    }
}
