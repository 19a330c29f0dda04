package eu.includeu.academy.authoring;

import eu.includeu.academy.accounts.Account;
import eu.includeu.academy.catalogue.Authored;
import eu.includeu.academy.catalogue.Issuing;
import java.time.InstantSource;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import reactor.core.publisher.Mono;

/** Writing a module: a trainer's own drafts, from a blank page or a copy to handing in. */
@Service
class Authoring {

    /** A trainer's desk: own drafts, what others have handed in, and own modules that are published. */
    public record Desk(List<Draft> own, List<Draft> waiting, List<Authored> published) {}

    private final Drafts drafts;
    private final Issuing issuing;
    private final Checking checking;
    private final InstantSource clock;

    Authoring(Drafts drafts, Issuing issuing, Checking checking, InstantSource clock) {
        this.drafts = drafts;
        this.issuing = issuing;
        this.checking = checking;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public Mono<Desk> desk(Account.Id me) {
        return Mono.zip(drafts.of(me), drafts.waitingFor(me), issuing.authoredBy(me))
                .map(parts -> new Desk(parts.getT1(), parts.getT2(), parts.getT3()));
    }

    @Transactional(readOnly = true)
    public Mono<Draft> own(Draft.Id id, Account.Id me) {
        return drafts.own(id, me);
    }

    @Transactional
    public Mono<Draft> begin(Original text, Account me) {
        return drafts.add(Draft.begin(text, me, clock.instant()));
    }

    /** Begins the next version of one's own module with the text of its newest one. */
    @Transactional
    public Mono<Draft> beginNext(String module, Account me) {
        return original(module)
                .zipWhen(
                        original -> issuing.standing(original.id()),
                        (original, standing) -> original.next(standing, me.id()))
                .map(text -> Draft.begin(text, me, clock.instant()))
                .flatMap(drafts::add);
    }

    /** Begins a translation of a module's newest version with the text of the original. */
    @Transactional
    public Mono<Draft> beginTranslation(String module, String language, Account me) {
        return original(module)
                .zipWhen(
                        original -> issuing.standing(original.id()),
                        (original, standing) -> original.translated(standing, language))
                .map(text -> Draft.begin(text, me, clock.instant()))
                .flatMap(drafts::add);
    }

    /** Keeps what was typed, whole or not. */
    @Transactional
    public Mono<Draft> write(Draft.Id id, int version, String typed, Account.Id me) {
        return drafts.own(id, me)
                .map(draft -> draft.expect(version).write(typed, clock.instant()))
                .flatMap(drafts::save);
    }

    /** Keeps what was typed and hands it in for review, if it is whole. */
    @Transactional
    public Mono<Draft> submit(Draft.Id id, int version, String typed, Account.Id me) {
        return drafts.own(id, me)
                .map(draft -> draft.expect(version).write(typed, clock.instant()))
                .zipWhen(draft -> checking.addable(draft.source(), me))
                .map(both -> both.getT1().submit(both.getT2(), clock.instant()))
                .flatMap(drafts::save);
    }

    private Mono<Original> original(String module) {
        return issuing.source(module).map(Original::of);
    }
}
