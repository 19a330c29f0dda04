package eu.includeu.academy.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.core.scheduler.Schedulers;

/** An answer is as new as its cost allows. */
class RememberedByCostTest {

    private static final String ONE = "one";
    private static final String OTHER = "other";

    private Instant now = Instant.parse("2026-03-02T08:00:00Z");
    private volatile boolean failing;
    private Duration cost = Duration.ofMillis(40);
    private final AtomicInteger counted = new AtomicInteger();
    private RememberedByCost<String, Integer> answers;

    @BeforeEach
    void begin() {
        answers = new RememberedByCost<>(() -> now, 10, Duration.ofMinutes(1), key -> Mono.fromSupplier(this::count));
    }

    @Test
    void countsOnceForAllWhileNothingChanges() {
        assertThat(answer(ONE)).isEqualTo(answer(ONE));
        answers.changed(OTHER::equals);
        answer(ONE);
        assertThat(counted).hasValue(1);
        pass(Duration.ofSeconds(61));
        answer(ONE);
        assertThat(counted).hasValue(2);
    }

    @Test
    void countsAgainAtOnceWhatIsCheap() {
        answer(ONE);
        answers.changed(ONE::equals);
        answers.rested(ONE).block(Duration.ofMillis(200));
        answer(ONE);
        assertThat(counted).hasValue(2);
    }

    @Test
    void leavesAloneForAWhileWhatIsDear() {
        cost = RememberedByCost.CHEAP.plusSeconds(4);
        var first = answer(ONE);
        answers.changed(ONE::equals);
        assertThat(answer(ONE)).isEqualTo(first);
        pass(Duration.ofSeconds(4L * RememberedByCost.REST).minusMillis(1));
        assertThat(answer(ONE)).isEqualTo(first);
        pass(Duration.ofMillis(1));
        assertThat(answer(ONE)).isNotEqualTo(first);
        assertThat(counted).hasValue(2);
    }

    @Test
    void givesWhatIsDearAndOldWhileItCountsAgain() {
        cost = RememberedByCost.CHEAP.plusSeconds(1);
        var first = answer(ONE);
        answers.changed(ONE::equals);
        pass(Duration.ofSeconds(RememberedByCost.REST));
        assertThat(atHand(ONE)).isEqualTo(first);
        await().until(() -> atHand(ONE) > first);
        assertThat(counted).hasValue(2);
    }

    @Test
    void letsNobodySeeWhatIsCheapAndOld() {
        var first = answer(ONE);
        answers.changed(ONE::equals);
        assertThat(atHand(ONE)).isGreaterThan(first);
        assertThat(counted).hasValue(2);
    }

    @Test
    void countsOnceForAllWhoFindItOldAtOnce() {
        answer(ONE);
        answers.changed(ONE::equals);
        var seen = Flux.range(0, 100)
                .flatMap(each -> answers.get(ONE).subscribeOn(Schedulers.parallel()), 100)
                .distinct()
                .collectList()
                .block(Duration.ofSeconds(5));
        assertThat(seen).containsExactly(2);
        assertThat(counted).hasValue(2);
    }

    @Test
    void countsAgainAfterCountingFailed() {
        var first = answer(ONE);
        answers.changed(ONE::equals);
        failing = true;
        assertThatThrownBy(() -> answer(ONE)).hasMessage("not now");
        failing = false;
        assertThat(answer(ONE)).isGreaterThan(first);
    }

    @Test
    void tellsWhoLooksOnWhenWhatIsDearMayBeCountedAgain() {
        cost = RememberedByCost.CHEAP.plusMillis(30);
        answer(ONE);
        answers.changed(ONE::equals);
        var waited = Objects.requireNonNull(
                answers.rested(ONE).thenReturn(true).elapsed().block(Duration.ofSeconds(5)));
        assertThat(waited.getT1()).isGreaterThanOrEqualTo(290);
    }

    @Test
    void seesWhatChangesWhileItIsCounted() {
        var slow = Sinks.<Integer>one();
        var slowly = new RememberedByCost<String, Integer>(() -> now, 10, Duration.ofMinutes(1), key -> {
            counted.incrementAndGet();
            return slow.asMono();
        });
        var waiting = slowly.get(ONE).toFuture();
        await().until(() -> counted.get() == 1);
        slowly.changed(ONE::equals);
        slow.tryEmitValue(1);
        waiting.join();
        slowly.get(ONE).block(Duration.ofSeconds(5));
        assertThat(counted).hasValue(2);
    }

    /** Whoever looks on must not take what another began to count before the change for what is so. */
    @Test
    void lookersOnWaitForWhatWasBegunBeforeTheChange() {
        var slow = Sinks.<Integer>one();
        var slowly = new RememberedByCost<String, Integer>(
                () -> now,
                10,
                Duration.ofMinutes(1),
                key -> counted.incrementAndGet() == 2 ? slow.asMono() : Mono.just(counted.get()));
        slowly.get(ONE).block(Duration.ofSeconds(5));
        slowly.changed(ONE::equals);
        var other = slowly.get(ONE).toFuture();
        await().until(() -> counted.get() == 2);

        slowly.changed(ONE::equals);
        var lookingOn = slowly.rested(ONE).then(slowly.get(ONE)).toFuture();
        slow.tryEmitValue(2);
        assertThat(other).succeedsWithin(Duration.ofSeconds(5)).isEqualTo(2);
        assertThat(lookingOn).succeedsWithin(Duration.ofSeconds(5)).isEqualTo(3);
    }

    private int answer(String key) {
        return Objects.requireNonNull(answers.get(key).block(Duration.ofSeconds(5)));
    }

    private void pass(Duration time) {
        now = now.plus(time);
    }

    private int atHand(String key) {
        return Objects.requireNonNull(answers.atHand(key).block(Duration.ofSeconds(5)));
    }

    private int count() {
        if (failing) {
            throw new IllegalStateException("not now");
        }
        pass(cost);
        return counted.incrementAndGet();
    }
}
