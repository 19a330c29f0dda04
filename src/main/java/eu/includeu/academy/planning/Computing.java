package eu.includeu.academy.planning;

import eu.includeu.academy.authorities.Authorities;
import eu.includeu.academy.authorities.Authority;
import eu.includeu.academy.optimum.Limits;
import eu.includeu.academy.optimum.OjAlgo;
import eu.includeu.academy.optimum.OrTools;
import eu.includeu.academy.optimum.Outcome;
import eu.includeu.academy.optimum.Search;
import eu.includeu.academy.optimum.Solver;
import eu.includeu.academy.optimum.Watch;
import eu.includeu.academy.platform.Changes;
import eu.includeu.academy.platform.Scope;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/**
 * Computes plans, two at a time on each node, on threads of their own. Whoever is first takes a plan up, says twice a second
 * how far it is, and hears whether to stop. A plan whose node is not heard of any more is marked, and can be asked for
 * again.
 */
@Component
class Computing {

    private static final Logger log = LoggerFactory.getLogger(Computing.class);
    private static final int AT_ONCE = 2;
    private static final int LOST_AFTER_SECONDS = 20;
    private static final Duration BEAT = Duration.ofMillis(500);

    /** Which node this is, until it ends. */
    private final UUID worker = UUID.randomUUID();

    private final Scheduler threads = Schedulers.newBoundedElastic(AT_ONCE, 100, "plans");
    private final Sinks.Empty<Void> closing = Sinks.empty();

    private final Gathering gathering;
    private final Plans plans;
    private final Authorities authorities;
    private final Changes changes;
    private final TransactionalOperator transaction;
    private final Assumptions assumptions;
    private final Duration pause;
    private final Search search;

    /** @param pause between two parts, so that a test can see a plan being computed */
    Computing(
            Gathering gathering,
            Plans plans,
            Authorities authorities,
            Changes changes,
            TransactionalOperator transaction,
            Assumptions assumptions,
            @Value("${academy.planning.pause:0s}") Duration pause) {
        this.gathering = gathering;
        this.plans = plans;
        this.authorities = authorities;
        this.changes = changes;
        this.transaction = transaction;
        this.assumptions = assumptions;
        this.pause = pause;
        this.search = new Search(
                solver(assumptions.solver()),
                new Limits(assumptions.patience(), assumptions.houses(), assumptions.rounds()));
    }

    /** The library of the other one is looked for only where it is asked for. */
    private static Solver solver(String name) {
        try {
            return name.equals("or-tools") ? new OrTools() : new OjAlgo();
        } catch (LinkageError missing) {
            throw new IllegalStateException(
                    "academy.planning.solver is or-tools, but com.google.ortools:ortools-java and its machine code for this"
                            + " system are not on the class path",
                    missing);
        }
    }

    /** Runs as long as the application does; Spring subscribes. */
    @EventListener(ApplicationReadyEvent.class)
    Mono<Void> work() {
        return changes.all()
                .filter(change -> change.topic().equals("plan"))
                .flatMap(change -> take(change.about()), AT_ONCE)
                .takeUntilOther(closing.asMono())
                .then();
    }

    @EventListener(ContextClosedEvent.class)
    void close() {
        closing.tryEmitEmpty();
        threads.dispose();
    }

    /** Marks what other nodes left behind, and tells again of what nobody has heard of. */
    @Scheduled(initialDelay = 5_000, fixedDelay = 10_000)
    Mono<Void> lookAfter() {
        return authorities
                .roots()
                .flatMapIterable(roots -> roots)
                .concatMap(root -> lookAfterOwn().contextWrite(Scope.job(root.value())))
                .doOnError(error -> log.warn("Plans were not looked after: {}", error.toString()))
                .onErrorComplete()
                .then();
    }

    private Mono<Void> lookAfterOwn() {
        return plans.lost(LOST_AFTER_SECONDS)
                .flatMapIterable(lost -> lost)
                .concatMap(lost -> told(lost.getValue()))
                .then(plans.waiting())
                .flatMapIterable(waiting -> waiting)
                .concatMap(waiting -> changes.tell("plan", waiting.getKey() + " " + waiting.getValue()))
                .then()
                .as(transaction::transactional);
    }

    private Mono<Void> take(String about) {
        var at = about.indexOf(' ');
        var authority = Authority.Id.of(about.substring(0, Math.max(0, at)));
        return plans.claim(authority, UUID.fromString(about.substring(at + 1)), worker)
                .as(transaction::transactional)
                .flatMap(this::compute)
                .contextWrite(Scope.job(authority.value()))
                .doOnError(error -> log.warn("A plan was not taken up: {}", error.toString()))
                .onErrorComplete();
    }

    private Mono<Void> compute(Plan plan) {
        var lookout = new Lookout(assumptions.longest().toNanos(), pause);
        var done = Sinks.<Void>empty();
        return Mono.when(
                result(plan, lookout).doFinally(end -> done.tryEmitEmpty()),
                Flux.interval(Duration.ZERO, BEAT)
                        .onBackpressureDrop()
                        .concatMap(beat -> beat(plan, lookout))
                        .takeUntilOther(done.asMono()));
    }

    private Mono<Void> result(Plan plan, Lookout lookout) {
        return old(plan)
                .zipWith(gathering.offers("en"))
                .zipWhen(
                        both -> gathering.framing(plan, both.getT2()),
                        (both, framing) -> new Work(both.getT1().orElse(null), framing))
                .flatMap(work -> Mono.fromCallable(() -> work.framing().draw(search, work.old(), lookout))
                        .subscribeOn(threads))
                .flatMap(blueprint -> finish(plan, blueprint))
                .onErrorResume(failed -> fail(plan, failed));
    }

    private Mono<Optional<Blueprint>> old(Plan plan) {
        return plan.follows() == null
                ? Mono.just(Optional.empty())
                : plans.inHouse(plan.authority(), plan.follows())
                        .map(before -> Optional.ofNullable(before.blueprint()))
                        .defaultIfEmpty(Optional.empty())
                        .as(transaction::transactional);
    }

    private Mono<Void> finish(Plan plan, Blueprint blueprint) {
        var state = blueprint.state() == Outcome.State.STOPPED ? Plan.State.STOPPED : Plan.State.READY;
        return plans.finish(plan, worker, state, blueprint, null)
                .filter(rows -> rows == 1)
                .flatMap(rows -> plans.supersede(plan))
                .then(told(plan.id().value()))
                .as(transaction::transactional);
    }

    private Mono<Void> fail(Plan plan, Throwable failed) {
        log.warn("A plan could not be computed", failed);
        return plans.finish(plan, worker, Plan.State.FAILED, null, "error")
                .then(told(plan.id().value()))
                .as(transaction::transactional);
    }

    private Mono<Void> beat(Plan plan, Lookout lookout) {
        return plans.beat(plan, worker, lookout.progress())
                .defaultIfEmpty(true)
                .doOnNext(lookout::heed)
                .then(told(plan.id().value()))
                .as(transaction::transactional)
                .doOnError(error -> log.warn("A plan's node was not heard: {}", error.toString()))
                .onErrorComplete();
    }

    private Mono<Void> told(UUID plan) {
        return changes.tell("planning", plan.toString());
    }

    /** All that one computation needs. */
    private record Work(@Nullable Blueprint old, Framing framing) {}

    /** Stands between a search and the rest of the house: hears from one thread how far it is, and from another when to stop. */
    private static final class Lookout implements Watch {

        private final long end;
        private final Duration pause;
        private volatile boolean stopped;
        private volatile Plan.Progress progress = new Plan.Progress(Phase.FIRST, 0, 0, 0, 0);

        /**
         * @param nanos how long the search may take
         * @param pause between two questions whether to go on
         */
        Lookout(long nanos, Duration pause) {
            this.end = System.nanoTime() + nanos;
            this.pause = pause;
        }

        @Override
        public boolean stopped() {
            if (!pause.isZero() && !stopped) {
                LockSupport.parkNanos(pause.toNanos());
            }
            return stopped || System.nanoTime() > end;
        }

        @Override
        public void tell(Progress told) {
            progress = Plan.Progress.of(told);
        }

        /** Takes note of whether somebody wants it to stop. */
        void heed(boolean stop) {
            stopped |= stop;
        }

        Plan.Progress progress() {
            return progress;
        }
    }
}
