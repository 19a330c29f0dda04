package eu.includeu.academy.matching;

import eu.includeu.academy.accounts.Account;
import eu.includeu.academy.assignments.Assigning;
import eu.includeu.academy.capacity.Ledger;
import eu.includeu.academy.capacity.Need;
import eu.includeu.academy.capacity.Needs;
import eu.includeu.academy.platform.Clock;
import eu.includeu.academy.platform.Refused;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import reactor.core.publisher.Mono;

/** Assigning a module that serves a need to people of the authority. */
@Service
class Entrusting {

    /**
     * What a coordinator decides.
     *
     * @param module null while none is chosen
     * @param due null while no readable day is given
     */
    record Choice(
            @Nullable String module,
            List<Account.Id> officials,
            @Nullable LocalDate due) {

        Choice {
            officials = List.copyOf(officials);
        }
    }

    /** What was assigned to how many. */
    record Assigned(Need need, int people) {}

    private final Matching matching;
    private final Needs needs;
    private final Assigning assigning;
    private final Ledger ledger;
    private final Clock clock;

    Entrusting(Matching matching, Needs needs, Assigning assigning, Ledger ledger, Clock clock) {
        this.matching = matching;
        this.needs = needs;
        this.assigning = assigning;
        this.ledger = ledger;
        this.clock = clock;
    }

    /** Assigns a ranked module to people of the authority; the need is then planned. */
    @Transactional
    public Mono<Assigned> assign(Need.Id id, Choice choice, Account me, Matching.Supply supply, UUID command) {
        return matching.file(id, me, supply)
                .zipWhen(file -> needs.carriedOut(file.need().authority(), command))
                .flatMap(both -> both.getT2().isEmpty()
                        ? carryOut(both.getT1(), choice, me, command)
                        : Mono.just(new Assigned(
                                both.getT2().get(0), choice.officials().size())));
    }

    private Mono<Assigned> carryOut(NeedFile file, Choice choice, Account me, UUID command) {
        var need = file.need();
        return Mono.fromSupplier(() -> checked(file, choice))
                .zipWhen(plan -> assigning.assign(
                        me,
                        need.authority(),
                        plan.match().module().module(),
                        plan.officials(),
                        need.id().value(),
                        plan.due()))
                .doOnNext(both -> Refused.checks()
                        .when(both.getT2() == 0, "officials", "need.assign.nobody-new")
                        .done())
                .flatMap(both -> note(need, both.getT1(), both.getT2(), me, command));
    }

    /** A choice that can be carried out. */
    private record Plan(Ranked.Match match, List<Account.Id> officials, LocalDate due) {}

    private Plan checked(NeedFile file, Choice choice) {
        Refused.when(!file.assignable(), "need.assign.closed");
        var known = file.people().stream().map(NeedFile.Person::id).collect(Collectors.toSet());
        var match = file.ranked().best().stream()
                .filter(each -> each.module().module().equals(choice.module()))
                .findFirst();
        var due = choice.due();
        Refused.checks()
                .when(match.isEmpty(), "module", "need.assign.module")
                .when(choice.officials().isEmpty(), "officials", "need.assign.nobody")
                .when(!known.containsAll(choice.officials()), "officials", "need.assign.unknown")
                .when(due == null, "due", "need.assign.due.missing")
                .when(due != null && !due.isAfter(clock.today()), "due", "need.assign.due.past")
                .done();
        return new Plan(match.orElseThrow(), choice.officials(), Objects.requireNonNull(due));
    }

    private Mono<Assigned> note(Need need, Plan plan, int people, Account me, UUID command) {
        var event = need.may(Need.Event.PLAN) ? Need.Event.PLAN : Need.Event.AMEND;
        var after = need.apply(event, Need.Circumstances.on(clock.today(), 0));
        return ledger.step(need, after, event, me.id(), cause(plan, people), command)
                .map(saved -> new Assigned(saved, people));
    }

    /** How many, and not who: that is the assignments' to say, to those who may know. */
    private static Map<String, Object> cause(Plan plan, int people) {
        return Map.of(
                "module", plan.match().module().module(),
                "version", plan.match().module().id().number(),
                "score", plan.match().score().total(),
                "people", people,
                "due", plan.due().toString());
    }
}
