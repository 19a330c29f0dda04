package eu.includeu.academy.planning;

import eu.includeu.academy.accounts.Account;
import eu.includeu.academy.accounts.Accounts;
import eu.includeu.academy.assignments.Assigning;
import eu.includeu.academy.authorities.Authority;
import eu.includeu.academy.capacity.Ledger;
import eu.includeu.academy.capacity.Need;
import eu.includeu.academy.capacity.Needs;
import eu.includeu.academy.platform.Changes;
import eu.includeu.academy.platform.Clock;
import eu.includeu.academy.platform.Refused;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Carrying a plan out. Each authority's part is one transaction, which begins by taking note that it was done: so it is done
 * once, whoever else presses the button at the same time, and what was broken off in the middle goes on from there. No
 * transaction writes rows of two authorities.
 */
@Service
public class Accepting {

    private final Plans plans;
    private final Needs needs;
    private final Ledger ledger;
    private final Accounts accounts;
    private final Assigning assigning;
    private final Changes changes;
    private final TransactionalOperator transaction;
    private final Clock clock;

    Accepting(
            Plans plans,
            Needs needs,
            Ledger ledger,
            Accounts accounts,
            Assigning assigning,
            Changes changes,
            TransactionalOperator transaction,
            Clock clock) {
        this.plans = plans;
        this.needs = needs;
        this.ledger = ledger;
        this.accounts = accounts;
        this.assigning = assigning;
        this.changes = changes;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Asks everybody in the plan to take their modules, and marks the needs as planned. */
    public Mono<Plan> accept(Account me, Plan.Id id) {
        return plans.find(id, me)
                .as(transaction::transactional)
                .flatMap(plan -> plan.state() == Plan.State.ACCEPTED ? Mono.just(plan) : carryOut(me, plan));
    }

    private Mono<Plan> carryOut(Account me, Plan plan) {
        return Mono.fromCallable(plan::toAccept)
                .doOnNext(this::inTime)
                .flatMapIterable(Accepting::byHouse)
                .concatMap(house -> carryOut(me, plan, house).as(transaction::transactional))
                .then(finish(me, plan).as(transaction::transactional))
                .thenReturn(plan);
    }

    /** A plan that begins in the past is no plan any more: it is to be computed again. */
    private void inTime(Blueprint blueprint) {
        var today = clock.today();
        Refused.when(
                blueprint.items().stream()
                        .anyMatch(item -> !due(item, blueprint).isAfter(today)),
                "plan.accept.outdated");
    }

    /** What concerns one authority. */
    private record House(Authority.Id id, Blueprint blueprint, List<Blueprint.Item> items) {}

    private static List<House> byHouse(Blueprint blueprint) {
        return blueprint.items().stream()
                .filter(item -> !item.people().isEmpty())
                .collect(Collectors.groupingBy(Blueprint.Item::house))
                .entrySet()
                .stream()
                .sorted(Map.Entry.comparingByKey())
                .map(house -> new House(new Authority.Id(house.getKey()), blueprint, house.getValue()))
                .toList();
    }

    private Mono<Void> carryOut(Account me, Plan plan, House house) {
        return plans.begin(house.id(), plan, me.id(), clock.instant())
                .filter(first -> first)
                .flatMap(first -> Mono.zip(accounts.of(house.id()), open(house)))
                .flatMap(both -> Flux.fromIterable(house.items())
                        .filter(item -> both.getT2().containsKey(item.need()))
                        .concatMap(item -> assign(me, plan, house, item, both.getT1()))
                        .reduce(0, Integer::sum))
                .flatMap(people -> plans.count(house.id(), plan, people));
    }

    /** Those of the plan's needs that are still open. */
    private Mono<Map<UUID, Need>> open(House house) {
        return needs.inHouse(
                        house.id(),
                        house.items().stream()
                                .map(Blueprint.Item::need)
                                .distinct()
                                .toList())
                .map(found -> found.stream()
                        .filter(need -> need.state().open())
                        .collect(Collectors.toMap(need -> need.id().value(), Function.identity())));
    }

    /** Whoever has left since is left out. */
    private Mono<Integer> assign(
            Account me, Plan plan, House house, Blueprint.Item item, List<Accounts.Person> present) {
        var officials = present.stream()
                .map(Accounts.Person::id)
                .filter(person -> item.people().contains(person.value()))
                .toList();
        var due = due(item, house.blueprint());
        return officials.isEmpty()
                ? Mono.just(0)
                : assigning
                        .assign(me, house.id(), item.module(), officials, item.need(), due)
                        .filter(asked -> asked > 0)
                        .delayUntil(asked -> note(me, plan, house, item, asked, due))
                        .defaultIfEmpty(0);
    }

    /** Read anew for each line, because the line before has changed it. */
    private Mono<Need> note(Account me, Plan plan, House house, Blueprint.Item item, int people, LocalDate due) {
        return needs.inHouse(house.id(), List.of(item.need()))
                .flatMapIterable(found -> found)
                .next()
                .flatMap(need -> ledger.step(
                        need,
                        need.apply(event(need), Need.Circumstances.on(clock.today(), 0)),
                        event(need),
                        me.id(),
                        cause(plan, item, people, due),
                        command(plan, item)));
    }

    private static Need.Event event(Need need) {
        return need.may(Need.Event.PLAN) ? Need.Event.PLAN : Need.Event.AMEND;
    }

    /** How many, and not who: that is the assignments' to say, to those who may know. */
    private static Map<String, Object> cause(Plan plan, Blueprint.Item item, int people, LocalDate due) {
        return Map.of(
                "plan", plan.id().toString(),
                "module", item.module(),
                "version", item.number(),
                "people", people,
                "due", due.toString());
    }

    /** The same order each time, so that it is carried out once. */
    private static UUID command(Plan plan, Blueprint.Item item) {
        return UUID.nameUUIDFromBytes(
                (plan.id() + " " + item.need() + " " + item.module()).getBytes(StandardCharsets.UTF_8));
    }

    /** The day the plan has for it, but never after the need's own. */
    private static LocalDate due(Blueprint.Item item, Blueprint blueprint) {
        var deadline = blueprint.needs().stream()
                .filter(need -> need.id().equals(item.need()))
                .map(Blueprint.Ask::deadline)
                .findFirst()
                .orElse(item.ends());
        return item.ends().isBefore(deadline) ? item.ends() : deadline;
    }

    private Mono<Void> finish(Account me, Plan plan) {
        return plans.accepted(plan, me.id(), clock.instant())
                .then(changes.tell("planning", plan.id().toString()));
    }
}
