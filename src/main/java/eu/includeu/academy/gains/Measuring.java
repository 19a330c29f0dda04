package eu.includeu.academy.gains;

import eu.includeu.academy.assessment.AttemptSubmitted;
import eu.includeu.academy.assessment.PretestSubmitted;
import eu.includeu.academy.authorities.Authority;
import eu.includeu.academy.platform.Clock;
import eu.includeu.academy.platform.Remembered;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Taking down what people knew before and after, and telling what modules bring about. */
@Service
public class Measuring {

    private static final String EVERYWHERE = "everywhere";

    /** It is counted anew more often than this, whoever asks. */
    private static final Duration KEPT = Duration.ofHours(1);

    private final Gains gains;
    private final Remembered<String, Effects> effects;

    Measuring(Gains gains) {
        this.gains = gains;
        this.effects = Remembered.of(1, KEPT, all -> gains.measured()
                .publishOn(Schedulers.boundedElastic())
                .map(Measuring::effects));
    }

    /** In the transaction of the test. */
    Mono<Void> begin(PretestSubmitted test) {
        return gains.begin(test);
    }

    /** In the transaction of the quiz. */
    Mono<Void> measure(AttemptSubmitted quiz) {
        return gains.measure(quiz);
    }

    /** What every module brings about, some minutes old, or half an hour where there are very many learners; the same for everybody. */
    public Mono<Effects> effects() {
        return effects.get(EVERYWHERE);
    }

    /** Counts anew what every module brings about, before anybody would have to wait for it. */
    Mono<Void> refresh() {
        return effects.refresh(EVERYWHERE).then();
    }

    /** What the people of an authority and of all below it had gained by a moment; nothing where they are too few. */
    public Mono<Optional<Effect>> gained(Authority.Id authority, Instant at) {
        return gains.gained(authority, at, LocalDate.ofInstant(at, Clock.ZONE))
                .publishOn(Schedulers.boundedElastic())
                .map(Effect::measured);
    }

    /** Thousands of draws for each module: seconds of work, for which nobody who asks the database may have to wait. */
    private static Effects effects(Map<String, List<Double>> changes) {
        return new Effects(changes.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, each -> Effect.of(each.getValue()))));
    }
}
