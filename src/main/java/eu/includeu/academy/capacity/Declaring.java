package eu.includeu.academy.capacity;

import eu.includeu.academy.accounts.Account;
import eu.includeu.academy.authorities.Authorities;
import eu.includeu.academy.authorities.Authority;
import eu.includeu.academy.platform.Clock;
import eu.includeu.academy.platform.Problem;
import eu.includeu.academy.platform.Refused;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What people decide about a need: declare or amend it, verify it, withdraw it, close it. Each order is carried out once. */
@Service
public class Declaring {

    private final Needs needs;
    private final Ledger ledger;
    private final Members members;
    private final Authorities authorities;
    private final Clock clock;

    Declaring(Needs needs, Ledger ledger, Members members, Authorities authorities, Clock clock) {
        this.needs = needs;
        this.ledger = ledger;
        this.members = members;
        this.authorities = authorities;
        this.clock = clock;
    }

    /** The authorities for which this person may declare. */
    public Mono<List<Authority>> houses(Account me) {
        return authorities.below(me.coordinates());
    }

    /** A need that this person may see. */
    @Transactional(readOnly = true)
    public Mono<Need> find(Need.Id id, Account me) {
        return needs.find(id, Reach.of(me));
    }

    /** Declares a need, or amends the open one for the same level of the same competency (N2). */
    @Transactional
    public Mono<Need> declare(Account me, Authority.Id authority, Terms terms, UUID command) {
        return houses(me)
                .doOnNext(houses -> admit(houses, authority))
                .then(needs.carriedOut(authority, command))
                .flatMap(done -> done.isEmpty() ? carryOut(me, authority, terms, command) : Mono.just(done.get(0)));
    }

    /** What one line of many asks for, and the order that says so. */
    public record Order(Terms terms, UUID command) {}

    /**
     * What became of an order.
     *
     * @param problems why it was refused; none when it was carried out, now or before
     */
    public record Outcome(UUID command, List<Problem> problems) {

        public Outcome {
            problems = List.copyOf(problems);
        }
    }

    /** Carries out many orders for one authority, each for itself: one that is refused keeps no other from being carried out. */
    @Transactional
    public Mono<List<Outcome>> declareAll(Account me, Authority.Id authority, List<Order> orders) {
        var commands = orders.stream().map(Order::command).toList();
        return houses(me)
                .doOnNext(houses -> admit(houses, authority))
                .then(Mono.zip(
                        needs.done(authority, commands),
                        needs.open(List.of(authority)),
                        members.of(authority),
                        members.listed(authority)))
                .flatMap(known -> Flux.fromIterable(orders)
                        .filter(order -> !known.getT1().contains(order.command()))
                        .concatMap(order -> one(me, authority, order, known.getT2(), known.getT3(), known.getT4()))
                        .collectList());
    }

    private Mono<Outcome> one(
            Account me, Authority.Id authority, Order order, List<Need> open, Staff staff, Members.Lists lists) {
        return Mono.defer(() -> open.stream()
                        .filter(need -> need.terms().sameAs(order.terms()))
                        .findFirst()
                        .map(need -> amend(me, need, order.terms(), staff.about(lists.of(need.id())), order.command()))
                        .orElseGet(() -> open(me, authority, order.terms(), staff, order.command())))
                .map(need -> new Outcome(order.command(), List.of()))
                .onErrorResume(Refused.class, refused -> Mono.just(new Outcome(order.command(), refused.problems())));
    }

    private Mono<Need> carryOut(Account me, Authority.Id authority, Terms terms, UUID command) {
        return needs.open(authority, terms.competency(), terms.target())
                .flatMap(open -> open.isEmpty()
                        ? members.of(authority).flatMap(staff -> open(me, authority, terms, staff, command))
                        : members.of(open.get(0)).flatMap(staff -> amend(me, open.get(0), terms, staff, command)));
    }

    private Mono<Need> open(Account me, Authority.Id authority, Terms terms, Staff staff, UUID command) {
        var coverage = staff.coverage(terms);
        var id = new Need.Id(UUID.randomUUID());
        var draft = Need.draft(authority, id, terms, coverage.holders(), me.id(), clock.instant());
        var declared = draft.apply(Need.Event.DECLARE, Need.Circumstances.on(clock.today(), coverage.ready()));
        return ledger.open(draft, declared, me.id(), cause(coverage, Map.of("terms", terms)), command);
    }

    /** With the same terms nothing changes, and no line is written. */
    private Mono<Need> amend(Account me, Need need, Terms terms, Staff staff, UUID command) {
        if (need.terms().equals(terms)) {
            return Mono.just(need);
        }
        Refused.checks()
                .when(staff.named() && terms.staff() > staff.size(), "staff", "need.list.short", staff.size())
                .done();
        var coverage = staff.coverage(terms);
        var amended = need.amend(terms, clock.today());
        var cause = cause(coverage, Map.of("was", need.terms(), "terms", terms));
        return ledger.step(need, amended, Need.Event.AMEND, me.id(), cause, command)
                .flatMap(saved -> ledger.settle(saved, coverage));
    }

    /** Says, from above, that the need is real. */
    @Transactional
    public Mono<Need> verify(Need.Id id, Account me, UUID command) {
        return needs.find(id, Reach.of(me))
                .zipWhen(need -> authorities.line(need.authority()))
                .doOnNext(
                        both -> Refused.when(!both.getT1().mayBeVerifiedBy(me, both.getT2()), "need.verify.not-above"))
                .flatMap(both -> step(both.getT1(), Need.Event.VERIFY, now(), me, Map.of(), command));
    }

    /** Takes a need back, with the reason. */
    @Transactional
    public Mono<Need> withdraw(Need.Id id, String reason, Account me, UUID command) {
        return needs.find(id, Reach.of(me))
                .flatMap(need -> step(
                        need,
                        Need.Event.WITHDRAW,
                        now().because(reason),
                        me,
                        Map.of("reason", reason.strip()),
                        command));
    }

    /** Closes a need that is met: what was learned is used at work. */
    @Transactional
    public Mono<Need> close(Need.Id id, boolean usedAtWork, String note, Account me, UUID command) {
        return needs.find(id, Reach.of(me))
                .flatMap(need -> step(
                        need,
                        Need.Event.CLOSE,
                        now().usedAtWork(usedAtWork),
                        me,
                        Map.of("used", usedAtWork, "note", note.strip()),
                        command));
    }

    private Mono<Need> step(
            Need need,
            Need.Event event,
            Need.Circumstances given,
            Account me,
            Map<String, Object> cause,
            UUID command) {
        return needs.carriedOut(need.authority(), command)
                .flatMap(done -> done.isEmpty()
                        ? ledger.step(need, need.apply(event, given), event, me.id(), cause, command)
                        : Mono.just(done.get(0)));
    }

    private Need.Circumstances now() {
        return Need.Circumstances.on(clock.today(), 0);
    }

    private static void admit(List<Authority> houses, Authority.Id wanted) {
        var own = houses.stream().map(Authority::id).collect(Collectors.toSet());
        if (!own.contains(wanted)) {
            throw new Refused(List.of(Problem.of("authority", "need.authority.missing")));
        }
    }

    private static Map<String, Object> cause(Coverage coverage, Map<String, Object> more) {
        var cause = new HashMap<>(Ledger.counted(coverage));
        cause.putAll(more);
        return cause;
    }
}
