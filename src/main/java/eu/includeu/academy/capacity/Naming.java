package eu.includeu.academy.capacity;

import eu.includeu.academy.accounts.Account;
import eu.includeu.academy.accounts.Accounts;
import eu.includeu.academy.evidence.Evidence;
import eu.includeu.academy.platform.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import reactor.core.publisher.Mono;

/**
 * Naming the people a need is about, and saying what each of them holds already (N3 of the domain guide). From then on
 * each one's own level counts; what is said without other proof is noted as baseline evidence.
 */
@Service
public class Naming {

    private final Needs needs;
    private final Members members;
    private final Accounts accounts;
    private final Evidence evidence;
    private final Recounts recounts;
    private final Ledger ledger;
    private final Clock clock;

    Naming(
            Needs needs,
            Members members,
            Accounts accounts,
            Evidence evidence,
            Recounts recounts,
            Ledger ledger,
            Clock clock) {
        this.needs = needs;
        this.members = members;
        this.accounts = accounts;
        this.evidence = evidence;
        this.recounts = recounts;
        this.ledger = ledger;
        this.clock = clock;
    }

    /** Everybody whom the need could be about. */
    @Transactional(readOnly = true)
    public Mono<Roll> roll(Need.Id id, Account me) {
        return needs.find(id, Reach.of(me)).flatMap(this::roll);
    }

    private Mono<Roll> roll(Need need) {
        return Mono.zip(accounts.of(need.authority()), members.of(need.authority()), members.listed(need.authority()))
                .map(all -> new Roll(
                        need,
                        all.getT1().stream()
                                .map(person -> new Roll.Person(
                                        person.id(),
                                        person.name(),
                                        all.getT2()
                                                .held(person.id(), need.terms().competency()),
                                        all.getT3().of(need.id()).contains(person.id())))
                                .toList()));
    }

    /** Makes these the people the need is about; with none of them it is about all who work there again. */
    @Transactional
    public Mono<Need> name(Need.Id id, List<Roll.Entry> entries, Account me, UUID command) {
        return needs.find(id, Reach.of(me))
                .zipWhen(need -> needs.carriedOut(need.authority(), command))
                .flatMap(both -> both.getT2().isEmpty()
                        ? roll(both.getT1()).flatMap(roll -> carryOut(roll, entries, me, command))
                        : Mono.just(both.getT2().get(0)));
    }

    private Mono<Need> carryOut(Roll roll, List<Roll.Entry> entries, Account me, UUID command) {
        var wanted = roll.checked(entries);
        var baseline = roll.baseline(wanted);
        if (baseline.isEmpty() && wanted.keySet().equals(roll.listed())) {
            return Mono.just(roll.need());
        }
        var need = roll.need();
        var competency = need.terms().competency();
        return evidence.baseline(need.authority(), need.id().value(), competency, baseline)
                .then(members.list(need, wanted.keySet(), clock.instant()))
                .then(recounts.add(need.authority(), List.of(competency)))
                .then(members.of(need))
                .map(staff -> staff.coverage(need.terms()))
                .flatMap(coverage -> note(roll, wanted.keySet(), baseline.size(), coverage, me, command));
    }

    private Mono<Need> note(
            Roll roll, Set<Account.Id> wanted, int baseline, Coverage coverage, Account me, UUID command) {
        var before = roll.need();
        var after = before.about(coverage.holders(), clock.today());
        return ledger.step(before, after, Need.Event.AMEND, me.id(), cause(roll, wanted, baseline, coverage), command)
                .flatMap(saved -> ledger.settle(saved, coverage));
    }

    /** How many, and not who: the list itself says that, to those who may know. */
    private static Map<String, Object> cause(Roll roll, Set<Account.Id> wanted, int baseline, Coverage coverage) {
        var before = roll.listed();
        var cause = new HashMap<>(Ledger.counted(coverage));
        cause.put(
                "list",
                Map.of(
                        "people",
                        wanted.size(),
                        "added",
                        (int) wanted.stream().filter(id -> !before.contains(id)).count(),
                        "removed",
                        (int) before.stream().filter(id -> !wanted.contains(id)).count(),
                        "baseline",
                        baseline));
        return cause;
    }
}
