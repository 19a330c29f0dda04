package eu.includeu.academy.assessment;

import eu.includeu.academy.accounts.Account;
import eu.includeu.academy.catalogue.VersionId;
import eu.includeu.academy.platform.Clock;
import eu.includeu.academy.platform.Events;
import eu.includeu.academy.platform.Remembered;
import eu.includeu.academy.platform.Stale;
import eu.includeu.academy.questions.Item;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/** Sitting a quiz: beginning an attempt, answering, handing in, and reading what it brought. */
@Service
public class Assessment {

    private static final SecureRandom CHANCE = new SecureRandom();

    private final Attempts attempts;
    private final Answers answers;
    private final Events events;
    private final Clock clock;
    private final TransactionalOperator transaction;
    private final Remembered<Mine, Attempt> papers;

    Assessment(Attempts attempts, Answers answers, Events events, Clock clock, TransactionalOperator transaction) {
        this.attempts = attempts;
        this.answers = answers;
        this.events = events;
        this.clock = clock;
        this.transaction = transaction;
        this.papers = Remembered.of(2_000, Duration.ofMinutes(30), mine -> attempts.find(mine.id(), mine.official())
                .as(transaction::transactional));
    }

    /** An attempt as its official asks for it. */
    private record Mine(Attempt.Id id, Account.Id official) {}

    /** An attempt with what was given so far. */
    @Transactional(readOnly = true)
    public Mono<Sheet> sheet(Attempt.Id id, Account.Id me) {
        return attempts.find(id, me).zipWhen(answers::of, Sheet::new);
    }

    /** How often the quiz of a version has been sat, and may be. */
    @Transactional(readOnly = true)
    public Mono<Tries> tries(Account.Id official, VersionId subject, int extra) {
        return attempts.tries(official, subject, extra);
    }

    /** The newest attempt at the quiz of a version, if there is one. */
    @Transactional(readOnly = true)
    public Mono<Optional<Attempt>> latest(Account.Id official, VersionId subject) {
        return attempts.latest(official, subject);
    }

    /** The test before the first lesson, if it was begun. */
    @Transactional(readOnly = true)
    public Mono<Optional<Attempt>> pretest(Account.Id official, VersionId subject) {
        return attempts.pretest(official, subject);
    }

    /** Goes on with the test before the first lesson, or begins it; one that was handed in is not sat again. */
    @Transactional
    public Mono<Attempt> sitPretest(Sitting sitting) {
        return attempts.pretest(sitting.official(), sitting.edition().id())
                .flatMap(earlier -> earlier.map(Mono::just).orElseGet(() -> beginPretest(sitting, CHANCE.nextLong())));
    }

    /** Ends an open test before the first lesson: what was answered so far counts, and measures nothing. */
    @Transactional
    public Mono<Void> leavePretest(Account.Id official, String module) {
        return timeOut(attempts.openPretest(official, module));
    }

    /** Goes on with the open attempt at this version, or begins the next one if there may be one. */
    @Transactional
    public Mono<Attempt> sit(Sitting sitting) {
        return attempts.open(sitting.official(), sitting.edition().id().module())
                .filter(sitting::goesOnWith)
                .switchIfEmpty(Mono.defer(() -> begin(sitting)));
    }

    /** Ends the open attempt at a module, if there is one: what was answered so far counts, and the go is used. */
    @Transactional
    public Mono<Void> abandon(Account.Id official, String module) {
        return timeOut(attempts.openToEnd(official, module));
    }

    private Mono<Void> timeOut(Mono<Attempt> open) {
        return open.zipWhen(answers::of, Sheet::new)
                .map(sheet -> sheet.attempt().timeOut(sheet.answers(), clock.instant()))
                .flatMap(attempts::save)
                .then();
    }

    /**
     * Keeps an answer. What comes back is kept, and stays kept; an answer that a later one replaced is Stale. The paper is
     * the same for as long as the attempt lives, so it is read once.
     */
    public Mono<Given> answer(Attempt.Id id, Account.Id me, int number, Given given, Locale language) {
        return papers.get(new Mine(id, me))
                .flatMap(attempt -> keep(attempt, number, given.as(attempt.accept(number, given.answer(), language))));
    }

    private Mono<Given> keep(Attempt attempt, int number, Given read) {
        return answers.keep(attempt, number, read, clock.instant())
                .as(transaction::transactional)
                .map(read::acknowledged);
    }

    /**
     * Hands the paper in and grades it, once.
     *
     * @param seen the version of the attempt that the asker has seen; Stale when it is another
     */
    @Transactional
    public Mono<Attempt> submit(Attempt.Id id, Account.Id me, int seen) {
        return attempts.findForSubmission(id, me)
                .zipWhen(answers::of, Sheet::new)
                .map(sheet -> sheet.attempt().submit(sheet.answers(), clock.instant()))
                .filter(attempt -> attempt.version() == seen)
                .switchIfEmpty(Mono.error(() -> new Stale(id)))
                .flatMap(attempts::save)
                .delayUntil(attempt ->
                        events.tell(attempt.isPretest() ? PretestSubmitted.of(attempt) : AttemptSubmitted.of(attempt)));
    }

    private Mono<Attempt> begin(Sitting sitting) {
        return abandon(sitting.official(), sitting.edition().id().module())
                .then(attempts.tries(sitting.official(), sitting.edition().id(), sitting.extra()))
                .flatMap(tries -> begin(sitting, tries, CHANCE.nextLong()));
    }

    private Mono<Attempt> beginPretest(Sitting sitting, long seed) {
        return Mono.fromSupplier(() -> sitting.draw(Item.Use.PRE, seed))
                .flatMap(paper -> attempts.insert(
                        sitting, Attempt.BEFORE, sitting.edition().quiz().attempts(), paper, seed, clock.instant()));
    }

    private Mono<Attempt> begin(Sitting sitting, Tries tries, long seed) {
        var now = clock.instant();
        return attempts.insert(
                sitting, tries.begin(now), tries.allowed(), sitting.draw(Item.Use.POST, seed), seed, now);
    }
}
