package eu.includeu.academy.exchange;

import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Works on the rounds that were asked for, asks for one each night, and ends proposals that nobody has answered. */
@Component("exchangeWhenTimePasses")
class WhenTimePasses {

    private static final Logger log = LoggerFactory.getLogger(WhenTimePasses.class);

    private final Peering peering;

    WhenTimePasses(Peering peering) {
        this.peering = peering;
    }

    @Scheduled(fixedDelay = 2_000, initialDelay = 5_000)
    Mono<Void> everyOtherSecond() {
        return everywhere(peering::work);
    }

    @Scheduled(fixedDelay = 900_000, initialDelay = 60_000)
    Mono<Void> everyQuarter() {
        return everywhere(peering::expire);
    }

    @Scheduled(cron = "0 40 2 * * *")
    Mono<Void> everyNight() {
        return everywhere(peering::askByNight);
    }

    /** What fails is tried again the next time. */
    private Mono<Void> everywhere(Supplier<Mono<?>> work) {
        return peering.reach()
                .flatMap(reach -> work.get().contextWrite(reach).then())
                .doOnError(error -> log.warn("Visits were not seen to: {}", error.toString()))
                .onErrorResume(error -> Mono.empty());
    }
}
