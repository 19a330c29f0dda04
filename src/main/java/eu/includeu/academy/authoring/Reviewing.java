package eu.includeu.academy.authoring;

import eu.includeu.academy.accounts.Account;
import java.time.InstantSource;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import reactor.core.publisher.Mono;

/** Reviewing what another trainer has handed in: approving it, giving it back, publishing it. Never one's own. */
@Service
class Reviewing {

    private final Drafts drafts;
    private final Checking checking;
    private final Publishing publishing;
    private final InstantSource clock;

    Reviewing(Drafts drafts, Checking checking, Publishing publishing, InstantSource clock) {
        this.drafts = drafts;
        this.checking = checking;
        this.publishing = publishing;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public Mono<Draft> draft(Draft.Id id, Account.Id me) {
        return drafts.visible(id, me);
    }

    @Transactional
    public Mono<Draft> approve(Draft.Id id, int version, Account me) {
        return drafts.visible(id, me.id())
                .map(draft -> draft.expect(version))
                .zipWhen(draft -> checking.addable(draft.source(), draft.author()))
                .map(both -> both.getT1().approve(both.getT2(), me, clock.instant()))
                .flatMap(drafts::save);
    }

    @Transactional
    public Mono<Draft> giveBack(Draft.Id id, int version, String comment, Account me) {
        return drafts.visible(id, me.id())
                .map(draft -> draft.expect(version).giveBack(comment, me, clock.instant()))
                .flatMap(drafts::save);
    }

    /** Publishes what was approved: a new version, or a further edition of one that is there. */
    @Transactional
    public Mono<Draft> publish(Draft.Id id, int version, Account me) {
        return drafts.visible(id, me.id())
                .map(draft -> draft.expect(version).publish(me, clock.instant()))
                .flatMap(drafts::save)
                .delayUntil(draft ->
                        publishing.publish(List.of(draft.source()), draft.author(), draft.byline(), me.name()));
    }
}
