package eu.includeu.academy.capacity;

import eu.includeu.academy.accounts.Account;
import eu.includeu.academy.authorities.Tally;
import eu.includeu.academy.platform.Changes;
import eu.includeu.academy.platform.Clock;
import eu.includeu.academy.platform.Events;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Writes a need's step down: the need, the line of its ledger and the figures, in the caller's transaction. */
@Component
public class Ledger {

    private final Needs needs;
    private final Tally tally;
    private final Changes changes;
    private final Events events;
    private final Clock clock;

    Ledger(Needs needs, Tally tally, Changes changes, Events events, Clock clock) {
        this.needs = needs;
        this.tally = tally;
        this.changes = changes;
        this.events = events;
        this.clock = clock;
    }

    /** A need that was not there before. */
    public Mono<Need> open(Need draft, Need declared, Account.Id actor, Map<String, Object> cause, UUID command) {
        var event = NeedEvent.of(draft, declared, Need.Event.DECLARE, actor, clock.instant(), cause, command);
        return needs.add(declared, event)
                .delayUntil(need -> count(need, "needs.declared", 1))
                .delayUntil(this::tell);
    }

    /** A step of a need. */
    public Mono<Need> step(
            Need before,
            Need after,
            Need.Event event,
            Account.@Nullable Id actor,
            Map<String, Object> cause,
            UUID command) {
        return needs.save(after, NeedEvent.of(before, after, event, actor, clock.instant(), cause, command))
                .delayUntil(need -> figures(before, need, event))
                .delayUntil(this::tell);
    }

    /** What follows from the facts by themselves, if anything does. */
    public Mono<Need> settle(Need need, Coverage coverage) {
        return needs.counted(need, coverage).then(follow(need, coverage));
    }

    private Mono<Need> follow(Need need, Coverage coverage) {
        return need.settle(coverage.ready(), clock.today())
                .map(event -> automatic(need, event, coverage))
                .orElseGet(() -> Mono.just(need));
    }

    private Mono<Need> automatic(Need need, Need.Event event, Coverage coverage) {
        var after = need.apply(event, Need.Circumstances.on(clock.today(), coverage.ready()));
        return step(need, after, event, null, counted(coverage), NeedEvent.automatic(need, event));
    }

    /** What was counted when a step was taken: the denominators of all later measures. */
    public static Map<String, Object> counted(Coverage coverage) {
        var counted = new HashMap<String, Object>();
        counted.put("ready", coverage.ready());
        counted.put("staff", coverage.staff());
        counted.put("members", coverage.members());
        counted.put("gap", coverage.gap());
        return counted;
    }

    private Mono<Void> figures(Need before, Need after, Need.Event event) {
        return switch (event) {
            case WITHDRAW -> count(after, "needs.declared", -1);
            case CLOSE -> count(after, "needs.closed", 1);
            case LAPSE ->
                before.state() == Need.State.CLOSED
                        ? count(after, "needs.closed", -1)
                        : changes.tell("figures", after.authority().toString());
            default -> changes.tell("figures", after.authority().toString());
        };
    }

    private Mono<Void> tell(Need need) {
        return events.tell(
                new NeedChanged(need.authority(), need.id(), need.terms().competency()));
    }

    /** The folding of the figures tells the pages of it. */
    private Mono<Void> count(Need need, String measure, int amount) {
        LocalDate today = clock.today();
        return tally.add(need.authority(), measure, today, amount);
    }
}
