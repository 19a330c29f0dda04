package eu.includeu.academy.demand;

import java.time.Duration;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Each second takes up what was noted, and each minute what the calendar has changed. */
@Component("demandWhenTimePasses")
class WhenTimePasses {

    private static final Logger log = LoggerFactory.getLogger(WhenTimePasses.class);

    static final int REST = 9;

    private final Recounting recounting;

    WhenTimePasses(Recounting recounting) {
        this.recounting = recounting;
    }

    @Scheduled(fixedDelay = 1_000, initialDelay = 3_000)
    Mono<Void> everySecond() {
        return everywhere(this::allNoted);
    }

    @Scheduled(fixedDelay = 60_000, initialDelay = 2_000)
    Mono<Void> everyMinute() {
        return everywhere(this::allDue);
    }

    /** Some hundred in each transaction, until there are none. */
    private Mono<Void> allNoted() {
        return recounting.takeUp().repeat().takeUntil(counted -> counted == 0).then();
    }

    private Mono<Void> allDue() {
        return inTurns(recounting.lookAtTheCalendar().delayUntil(noted -> allNoted()));
    }

    /**
     * Does some, until there was nothing to do. On the morning of a day all open needs are due, so others get their turn: after
     * each of these comes a rest of {@link #REST} times what it took.
     */
    static Mono<Void> inTurns(Mono<Long> some) {
        return some.elapsed()
                .delayUntil(
                        done -> done.getT2() == 0 ? Mono.empty() : Mono.delay(Duration.ofMillis(REST * done.getT1())))
                .repeat()
                .takeUntil(done -> done.getT2() == 0)
                .then();
    }

    /** What fails is tried again the next time. */
    private Mono<Void> everywhere(Supplier<Mono<Void>> work) {
        return recounting
                .reach()
                .flatMap(reach -> work.get().contextWrite(reach))
                .doOnError(error -> log.warn("Demand was not counted: {}", error.toString()))
                .onErrorComplete();
    }
}
