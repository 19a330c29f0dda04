package eu.includeu.academy.capacity;

import eu.includeu.academy.authorities.Authority;
import eu.includeu.academy.platform.Scope;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Each second takes up what was noted, each quarter of an hour what the calendar has changed, and each night all. */
@Component
class WhenTimePasses {

    private static final Logger log = LoggerFactory.getLogger(WhenTimePasses.class);

    private final Settling settling;

    WhenTimePasses(Settling settling) {
        this.settling = settling;
    }

    @Scheduled(fixedDelay = 1_000, initialDelay = 2_000)
    Mono<Void> everySecond() {
        return below(settling::settle);
    }

    @Scheduled(fixedDelay = 900_000, initialDelay = 30_000)
    Mono<Void> everyQuarter() {
        return below(settling::settleDue);
    }

    @Scheduled(cron = "0 17 3 * * *", zone = "Europe/Brussels")
    Mono<Void> everyNight() {
        return below(settling::recount);
    }

    /** With the scope of each root in turn; what fails is tried again the next time. */
    private Mono<Void> below(Supplier<Mono<Integer>> work) {
        return settling.roots()
                .flatMapMany(Flux::fromIterable)
                .map(Authority.Id::value)
                .concatMap(root -> work.get().contextWrite(Scope.job(root)))
                .doOnError(error -> log.warn("Needs were not settled: {}", error.toString()))
                .onErrorComplete()
                .then();
    }
}
