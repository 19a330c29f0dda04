package eu.includeu.academy.platform;

import static org.assertj.core.api.Assertions.assertThat;

import eu.includeu.academy.AcademyTest;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import reactor.test.StepVerifier;

@AcademyTest
class RememberedTest {

    @Autowired
    private DatabaseClient db;

    @Autowired
    private TransactionalOperator transaction;

    @Test
    void asksOnceForAllWhoAskAtOnce() {
        var asked = new AtomicInteger();
        var remembered = Remembered.of(10, Duration.ofMinutes(1), (Integer key) -> Mono.delay(Duration.ofMillis(50))
                .map(late -> asked.incrementAndGet()));
        StepVerifier.create(
                        Flux.range(0, 100).flatMap(each -> remembered.get(7)).distinct())
                .expectNext(1)
                .verifyComplete();
        assertThat(asked).hasValue(1);
    }

    @Test
    void givesTheKeptAnswerWhileItAsksAnew() {
        var asked = new AtomicInteger();
        var remembered = Remembered.of(10, Duration.ofMinutes(1), (Integer key) -> Mono.delay(Duration.ofMillis(200))
                .map(late -> asked.incrementAndGet()));
        StepVerifier.create(remembered.get(7)).expectNext(1).verifyComplete();
        var anew = remembered.refresh(7).toFuture();
        StepVerifier.create(remembered.get(7)).expectNext(1).verifyComplete();
        assertThat(anew).succeedsWithin(Duration.ofSeconds(5));
        StepVerifier.create(remembered.get(7)).expectNext(2).verifyComplete();
    }

    /** Somebody asks while what nobody should wait for is asked beside it. */
    @Test
    void doesNotWaitForAQuestionWhenItTakesItsPlace() {
        var asked = new AtomicInteger();
        var remembered = Remembered.of(
                10,
                Duration.ofMinutes(1),
                (Integer key) -> asked.incrementAndGet() == 1
                        ? Mono.delay(Duration.ofSeconds(2)).thenReturn("slow")
                        : Mono.just("quick"));
        var slow = remembered.get(7).toFuture();

        assertThat(onANetworkThread(() -> remembered.refresh(7).subscribe())).succeedsWithin(Duration.ofSeconds(1));
        StepVerifier.create(remembered.get(7)).expectNext("quick").verifyComplete();
        assertThat(slow).succeedsWithin(Duration.ofSeconds(5)).isEqualTo("slow");
    }

    /** On a thread that must not wait, such as those that serve; waiting there fails. */
    private static CompletableFuture<Void> onANetworkThread(Runnable work) {
        return Mono.<Void>fromRunnable(work).subscribeOn(Schedulers.parallel()).toFuture();
    }

    @Test
    void forgetsAQuestionThatFailed() {
        var asked = new AtomicInteger();
        var remembered = Remembered.of(
                10,
                Duration.ofMinutes(1),
                (Integer key) -> Mono.fromCallable(() -> {
                    if (asked.incrementAndGet() == 1) {
                        throw new IllegalStateException("once");
                    }
                    return "answer";
                }));
        StepVerifier.create(remembered.get(7)).verifyError();
        StepVerifier.create(remembered.get(7)).expectNext("answer").verifyComplete();
    }

    /** More of them than there are connections, each holding one while it waits for the answer to a question. */
    @Test
    void answersThoseWhoHoldEveryConnectionThereIs() {
        var remembered = Remembered.of(100, Duration.ofMinutes(1), (Integer key) -> db.sql("select pg_sleep(0.02)")
                .fetch()
                .rowsUpdated()
                .thenReturn(key));
        StepVerifier.create(Flux.range(0, 64)
                        .flatMap(
                                each -> db.sql("select pg_sleep(0.1)")
                                        .fetch()
                                        .rowsUpdated()
                                        .then(remembered.get(each % 20))
                                        .as(transaction::transactional),
                                64)
                        .count())
                .expectNext(64L)
                .expectComplete()
                .verify(Duration.ofSeconds(20));
    }

    @Test
    void answersOthersWhenTheFirstAskerLeavesInTheMiddleOfATransaction() {
        var remembered = Remembered.of(10, Duration.ofMinutes(1), (Integer key) -> db.sql("select pg_sleep(0.3)")
                .fetch()
                .rowsUpdated()
                .thenReturn("answer"));
        remembered
                .get(7)
                .as(transaction::transactional)
                .timeout(Duration.ofMillis(50))
                .onErrorComplete()
                .block();
        StepVerifier.create(remembered.get(7))
                .expectNext("answer")
                .expectComplete()
                .verify(Duration.ofSeconds(3));
    }
}
