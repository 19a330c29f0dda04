package eu.includeu.academy.gains;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Every four minutes counts what modules bring about: with hundreds of thousands of learners that takes seconds. */
@Component
class WhenTimePasses {

    private static final Logger log = LoggerFactory.getLogger(WhenTimePasses.class);

    private final Measuring measuring;

    WhenTimePasses(Measuring measuring) {
        this.measuring = measuring;
    }

    @Scheduled(initialDelay = 15_000, fixedDelay = 240_000)
    Mono<Void> everyFourMinutes() {
        return measuring
                .refresh()
                .doOnError(error -> log.warn("What modules bring about was not counted: {}", error.toString()))
                .onErrorComplete();
    }
}
