package eu.includeu.academy.gains;

import eu.includeu.academy.platform.Clock;
import java.time.Duration;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Counts what modules bring about every four minutes, or, where that takes seconds, so seldom that it takes no more than a
 * two-hundredth of the time: with hundreds of thousands of learners whoever reads a lesson meanwhile would feel it.
 */
@Component
class WhenTimePasses {

    private static final Logger log = LoggerFactory.getLogger(WhenTimePasses.class);

    private static final int SHARE = 200;

    /** No figure is older than this, and the time until the next look. */
    private static final Duration LONGEST = Duration.ofMinutes(30);

    private final Measuring measuring;
    private final Clock clock;
    private volatile Instant next = Instant.MIN;

    WhenTimePasses(Measuring measuring, Clock clock) {
        this.measuring = measuring;
        this.clock = clock;
    }

    @Scheduled(initialDelay = 15_000, fixedDelay = 240_000)
    Mono<Void> everyFourMinutes() {
        return Mono.fromSupplier(clock::instant)
                .filter(begun -> !begun.isBefore(next))
                .flatMap(begun -> measuring
                        .refresh()
                        .doOnSuccess(counted -> next = next(begun, clock.instant()))
                        .doOnError(error -> log.warn("What modules bring about was not counted: {}", error.toString()))
                        .onErrorComplete());
    }

    /** When it may be counted again. */
    static Instant next(Instant begun, Instant counted) {
        var rest = Duration.between(begun, counted).multipliedBy(SHARE);
        return counted.plus(rest.compareTo(LONGEST) < 0 ? rest : LONGEST);
    }
}
