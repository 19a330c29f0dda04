package eu.includeu.academy.demand;

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

    /** Some thousand are noted and taken up, until no more are found. */
    private Mono<Void> allDue() {
        return recounting
                .lookAtTheCalendar()
                .delayUntil(noted -> allNoted())
                .repeat()
                .takeUntil(noted -> noted == 0)
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
