package eu.includeu.academy.needs;

import eu.includeu.academy.accounts.Account;
import eu.includeu.academy.authorities.Authority;
import eu.includeu.academy.capacity.Ledger;
import eu.includeu.academy.capacity.Need;
import eu.includeu.academy.capacity.Needs;
import eu.includeu.academy.capacity.Reach;
import eu.includeu.academy.competencies.Competency;
import eu.includeu.academy.platform.Clock;
import eu.includeu.academy.platform.Refused;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import reactor.core.publisher.Mono;

/**
 * Finding out that others have declared the same, and agreeing to act together. Each authority writes down its own word
 * alone; two words that say yes are an agreement, and only then does either side learn who the other is.
 */
@Service
public class Joining {

    private static final int INVITATIONS = 5;

    private static final int SUGGESTIONS = 4;

    private final Joints joints;
    private final Needs needs;
    private final Ledger ledger;
    private final Clock clock;

    Joining(Joints joints, Needs needs, Ledger ledger, Clock clock) {
        this.joints = joints;
        this.needs = needs;
        this.ledger = ledger;
        this.clock = clock;
    }

    /** What others have declared like this need, and with whom there is an agreement. */
    @Transactional(readOnly = true)
    public Mono<Joint> joint(Need.Id id, Account me) {
        return needs.find(id, Reach.of(me)).flatMap(this::joint);
    }

    private Mono<Joint> joint(Need need) {
        return Mono.zip(alike(need), joints.word(need), joints.partners(need.id()))
                .map(all ->
                        new Joint(all.getT1(), all.getT2().stream().findFirst().orElse(null), all.getT3()));
    }

    private Mono<List<Joint.Others>> alike(Need need) {
        var terms = need.terms();
        return need.state().open()
                ? joints.alike(need.authority(), terms.competency(), terms.target(), terms.languages())
                : Mono.just(List.of());
    }

    /** What others have declared already, for somebody who is about to declare it. */
    @Transactional(readOnly = true)
    public Mono<Joint> alike(Authority.Id house, Competency.Id competency, int target, List<String> languages) {
        return joints.alike(house, competency, target, languages).map(others -> new Joint(others, null, List.of()));
    }

    /** Needs of the asker's that others would join, while nothing has been said about them. */
    @Transactional(readOnly = true)
    public Mono<List<Joint.Invitation>> invitations(String language) {
        return joints.invitations(INVITATIONS, language);
    }

    /** What authorities of this country declare most often. */
    @Transactional(readOnly = true)
    public Mono<List<Competency.Id>> often(String country) {
        return joints.often(country, SUGGESTIONS);
    }

    /** Says whether this need's authority would act together with others that declared the same. */
    @Transactional
    public Mono<Need> say(Need.Id id, boolean ready, Account me, UUID command) {
        return needs.find(id, Reach.of(me))
                .zipWhen(need -> needs.carriedOut(need.authority(), command))
                .flatMap(both -> both.getT2().isEmpty()
                        ? say(both.getT1(), ready, me, command)
                        : Mono.just(both.getT2().get(0)));
    }

    private Mono<Need> say(Need need, boolean ready, Account me, UUID command) {
        return joints.word(need)
                .filter(word -> !word.equals(List.of(ready)))
                .flatMap(word -> note(need, ready, me, command))
                .switchIfEmpty(Mono.fromSupplier(() -> need));
    }

    private Mono<Need> note(Need need, boolean ready, Account me, UUID command) {
        Refused.when(!need.may(Need.Event.AMEND), "need.step.amend");
        var after = need.apply(Need.Event.AMEND, Need.Circumstances.on(clock.today(), 0));
        return joints.say(need, ready, me.id(), clock.instant())
                .then(ledger.step(
                        need, after, Need.Event.AMEND, me.id(), Map.of("joint", ready ? "yes" : "no"), command));
    }
}
