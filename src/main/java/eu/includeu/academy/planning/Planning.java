package eu.includeu.academy.planning;

import eu.includeu.academy.accounts.Account;
import eu.includeu.academy.accounts.Accounts;
import eu.includeu.academy.authorities.Authorities;
import eu.includeu.academy.authorities.Authority;
import eu.includeu.academy.catalogue.Offer;
import eu.includeu.academy.platform.Changes;
import eu.includeu.academy.platform.Clock;
import eu.includeu.academy.platform.Missing;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Asking for a plan, looking at it, stopping it, and asking for another one that starts from it. */
@Service
public class Planning {

    /** So many plans are listed; older ones can still be opened by their address. */
    private static final int LISTED = 50;

    /**
     * A plan with all that its page shows.
     *
     * @param bodies the authorities that it is for, by identifier
     * @param names of the people in it, as far as the reader may know them
     * @param accepted how many people each house has asked that carried out its part
     * @param now what a plan would be drawn up from today; null where that does not matter
     * @param before the plan that it repairs, or null
     */
    record File(
            Plan plan,
            Map<UUID, Authority> bodies,
            Map<UUID, String> names,
            Map<UUID, Integer> accepted,
            Blueprint.@Nullable Facts now,
            @Nullable Plan before) {}

    private final Plans plans;
    private final Gathering gathering;
    private final Accounts accounts;
    private final Authorities authorities;
    private final Changes changes;
    private final Clock clock;

    Planning(
            Plans plans,
            Gathering gathering,
            Accounts accounts,
            Authorities authorities,
            Changes changes,
            Clock clock) {
        this.plans = plans;
        this.gathering = gathering;
        this.accounts = accounts;
        this.authorities = authorities;
        this.changes = changes;
        this.clock = clock;
    }

    /** The newest plans of the authorities a person answers for. */
    @Transactional(readOnly = true)
    public Mono<List<Plans.Listed>> list(Account me) {
        return plans.list(me, LISTED);
    }

    /** The authorities for which a person may ask for a plan. */
    public Mono<List<Authority>> houses(Account me) {
        return authorities.below(me.coordinates());
    }

    /** Asks for a plan; a node that has time takes it up. */
    @Transactional
    public Mono<Plan.Id> ask(Account me, Authority.Id authority, boolean below) {
        return authorities
                .below(me.coordinates())
                .filter(houses -> houses.stream().anyMatch(house -> house.id().equals(authority)))
                .switchIfEmpty(Mono.error(() -> new Missing(authority)))
                .flatMap(houses -> plans.add(authority, below, me.id(), null, clock.instant()))
                .delayUntil(id -> tell(authority, id.value()));
    }

    /** Asks for a plan that starts from this one and solves again only what has changed. */
    @Transactional
    public Mono<Plan.Id> repair(Account me, Plan.Id id) {
        return plans.find(id, me).map(Plan::toRepair).flatMap(old -> plans.add(
                        old.authority(), old.below(), me.id(), old.id().value(), clock.instant())
                .delayUntil(next -> tell(old.authority(), next.value())));
    }

    /** Ends the search; what it has found by then is kept. */
    @Transactional
    public Mono<Plan> stop(Account me, Plan.Id id) {
        return plans.find(id, me).map(Plan::toStop).delayUntil(plans::wantStop).delayUntil(this::told);
    }

    private Mono<Void> tell(Authority.Id authority, UUID id) {
        return changes.tell("plan", authority + " " + id);
    }

    private Mono<Void> told(Plan plan) {
        return changes.tell("planning", plan.id().toString());
    }

    /** A plan as it stands. */
    @Transactional(readOnly = true)
    public Mono<Plan> find(Account me, Plan.Id id) {
        return plans.find(id, me);
    }

    /** A plan with everything around it. */
    @Transactional(readOnly = true)
    Mono<File> file(Account me, Plan.Id id, List<Offer> offers) {
        return plans.find(id, me).flatMap(plan -> file(plan, offers));
    }

    private Mono<File> file(Plan plan, List<Offer> offers) {
        return gathering
                .bodies(plan)
                .zipWhen(this::names)
                .zipWith(plans.acceptances(plan))
                .zipWith(gathering.framing(plan, offers).map(Drawing::facts))
                .zipWith(before(plan).map(List::of).defaultIfEmpty(List.of()))
                .map(all -> new File(
                        plan,
                        all.getT1().getT1().getT1().getT1().stream()
                                .collect(Collectors.toMap(body -> body.id().value(), body -> body)),
                        all.getT1().getT1().getT1().getT2(),
                        all.getT1().getT1().getT2(),
                        plan.blueprint() == null ? null : all.getT1().getT2(),
                        all.getT2().stream().findFirst().orElse(null)));
    }

    private Mono<Plan> before(Plan plan) {
        return plan.follows() == null ? Mono.empty() : plans.inHouse(plan.authority(), plan.follows());
    }

    private Mono<Map<UUID, String>> names(List<Authority> bodies) {
        return accounts.of(bodies.stream().map(Authority::id).toList()).map(people -> people.stream()
                .collect(Collectors.toMap(person -> person.id().value(), Accounts.Person::name)));
    }

    /** Whatever happens to one plan, from now on. */
    Flux<Changes.Change> changes(Plan.Id id) {
        return changes.all()
                .filter(change -> change.topic().equals("resumed")
                        || change.topic().equals("planning") && change.about().equals(id.toString()));
    }
}
