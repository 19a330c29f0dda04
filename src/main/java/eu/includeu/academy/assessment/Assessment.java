package eu.includeu.academy.assessment;

import eu.includeu.academy.accounts.Account;
import eu.includeu.academy.catalogue.Catalogue;
import eu.includeu.academy.catalogue.Edition;
import eu.includeu.academy.catalogue.Offer;
import eu.includeu.academy.catalogue.QuizRule;
import eu.includeu.academy.catalogue.VersionId;
import eu.includeu.academy.platform.Clock;
import eu.includeu.academy.platform.Events;
import eu.includeu.academy.platform.Stale;
import eu.includeu.academy.questions.Item;
import eu.includeu.academy.questions.Paper;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import reactor.core.publisher.Mono;

/** Sitting a quiz: beginning an attempt, answering, handing in, and reading what it brought. */
@Service
public class Assessment {

    private static final SecureRandom CHANCE = new SecureRandom();

    private final Attempts attempts;
    private final Answers answers;
    private final Catalogue catalogue;
    private final Events events;
    private final Clock clock;

    Assessment(Attempts attempts, Answers answers, Catalogue catalogue, Events events, Clock clock) {
        this.attempts = attempts;
        this.answers = answers;
        this.catalogue = catalogue;
        this.events = events;
        this.clock = clock;
    }

    /** An attempt with what was given so far. */
    @Transactional(readOnly = true)
    public Mono<Sheet> sheet(Attempt.Id id, Account.Id me) {
        return attempts.find(id, me).zipWhen(answers::of, Sheet::new);
    }

    /** How often the quiz of a version has been sat, and may be. */
    @Transactional(readOnly = true)
    public Mono<Tries> tries(Account.Id official, VersionId subject, int extra) {
        return rule(subject).flatMap(rule -> attempts.tries(official, subject, rule, extra));
    }

    /** The newest attempt at the quiz of a version, if there is one. */
    @Transactional(readOnly = true)
    public Mono<Optional<Attempt>> latest(Account.Id official, VersionId subject) {
        return attempts.latest(official, subject);
    }

    /** Goes on with the open attempt at this version, or begins the next one if there may be one. */
    @Transactional
    public Mono<Attempt> sit(Sitting sitting) {
        return attempts.open(sitting.official(), sitting.subject().module())
                .filter(attempt -> attempt.subject().equals(sitting.subject()))
                .switchIfEmpty(Mono.defer(() ->
                        abandon(sitting.official(), sitting.subject().module()).then(begin(sitting))));
    }

    /** Ends the open attempt at a module, if there is one: what was answered so far counts, and the go is used. */
    @Transactional
    public Mono<Void> abandon(Account.Id official, String module) {
        return attempts.openToEnd(official, module)
                .zipWhen(this::marking)
                .map(both -> both.getT2().timeOut(both.getT1(), clock.instant()))
                .flatMap(attempts::save)
                .then();
    }

    /** Keeps an answer. What comes back is kept, and stays kept; an answer that a later one replaced is Stale. */
    @Transactional
    public Mono<Given> answer(Attempt.Id id, Account.Id me, int number, Given given, Locale language) {
        return attempts.findForAnswer(id, me)
                .zipWhen(attempt -> Mono.just(given.as(attempt.accept(number, given.answer(), language))))
                .zipWhen(
                        both -> answers.save(both.getT1(), number, both.getT2(), clock.instant()),
                        (both, kept) -> both.getT2().acknowledged(kept));
    }

    /**
     * Hands the paper in and grades it, once.
     *
     * @param seen the version of the attempt that the asker has seen; Stale when it is another
     */
    @Transactional
    public Mono<Attempt> submit(Attempt.Id id, Account.Id me, int seen) {
        return attempts.findForSubmission(id, me)
                .zipWhen(this::marking)
                .map(both -> both.getT2().submit(both.getT1(), clock.instant()))
                .delayUntil(attempt -> attempt.version() == seen ? Mono.empty() : Mono.error(new Stale(id)))
                .flatMap(attempts::save)
                .delayUntil(attempt -> events.tell(AttemptSubmitted.of(attempt)));
    }

    private Mono<Attempt> begin(Sitting sitting) {
        return Mono.zip(
                        tries(sitting.official(), sitting.subject(), sitting.extra()),
                        rule(sitting.subject()),
                        catalogue.edition(sitting.subject(), sitting.language()))
                .flatMap(all -> begin(sitting, all.getT1(), all.getT2(), all.getT3(), CHANCE.nextLong()));
    }

    private Mono<Attempt> begin(Sitting sitting, Tries tries, QuizRule rule, Edition edition, long seed) {
        var now = clock.instant();
        return attempts.insert(sitting, tries.begin(now), tries.allowed(), paper(edition, rule, seed), seed, now);
    }

    private static Paper paper(Edition edition, QuizRule rule, long seed) {
        var items = edition.itemsFor(Item.Use.POST);
        return Paper.draw(items, Objects.requireNonNullElse(rule.draw(), items.size()), seed);
    }

    private Mono<Marking> marking(Attempt attempt) {
        return answers.of(attempt)
                .zipWith(rule(attempt.subject()), (given, rule) -> new Marking(new Sheet(attempt, given), rule));
    }

    private Mono<QuizRule> rule(VersionId subject) {
        return catalogue.offer(subject, "en").map(Offer::quiz);
    }

    /** What marking needs: everything given, and the pass mark. */
    private record Marking(Sheet sheet, QuizRule rule) {

        Attempt submit(Attempt attempt, Instant now) {
            return attempt.submit(sheet.answers(), rule.passMark(), now);
        }

        Attempt timeOut(Attempt attempt, Instant now) {
            return attempt.timeOut(sheet.answers(), rule.passMark(), now);
        }
    }
}
