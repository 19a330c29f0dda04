package eu.includeu.academy.platform;

import com.github.benmanes.caffeine.cache.AsyncCache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.Collections;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.springframework.transaction.reactive.TransactionContextManager;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import reactor.util.context.Context;
import reactor.util.context.ContextView;

/**
 * Answers kept for a stated time, asked for once however many ask at once. The key holds everything the answer depends
 * on, the asker's reach included. A failed question is forgotten.
 */
public final class Remembered<K, V> {

    private static final Duration PATIENCE = Duration.ofSeconds(15);

    /** Never written to as if it were a plain map: that waits for the question whose place is taken. */
    private final AsyncCache<K, V> answers;

    private final Function<K, Mono<V>> question;

    private Remembered(AsyncCache<K, V> answers, Function<K, Mono<V>> question) {
        this.answers = answers;
        this.question = question;
    }

    /** Keeps at most {@code entries} answers, each for at most {@code time}. */
    public static <K, V> Remembered<K, V> of(int entries, Duration time, Function<K, Mono<V>> question) {
        return new Remembered<>(
                Caffeine.newBuilder()
                        .maximumSize(entries)
                        .expireAfterWrite(time)
                        .buildAsync(),
                question);
    }

    /**
     * The kept answer, or a new one; simultaneous askers share one question, and one who leaves does not end it. The
     * question is put on another thread, because the cache holds a lock while it takes note of it.
     */
    public Mono<V> get(K key) {
        return Mono.deferContextual(context -> Mono.fromFuture(
                () -> answers.get(key, (wanted, executor) -> ask(wanted, context)
                        .doOnError(failed -> answers.asMap().remove(wanted))
                        .toFuture()),
                true));
    }

    private Mono<V> ask(K key, ContextView asker) {
        return Mono.defer(() -> question.apply(key))
                .timeout(PATIENCE)
                .contextWrite(outsideTransactions(asker))
                .subscribeOn(Schedulers.parallel());
    }

    /**
     * The asker's transaction may end before the question does, so the question has a connection of its own; if need be from
     * the {@link Reserve}, because all others may be held by those who wait for its answer.
     */
    private static Context outsideTransactions(ContextView asker) {
        return Reserve.entitled(Context.of(asker.stream()
                .filter(entry -> !(entry.getKey() instanceof Class<?> type
                        && type.getPackage().equals(TransactionContextManager.class.getPackage())))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue))));
    }

    /** Asks anew, while the kept answer is still given; for what takes so long that nobody should wait for it. */
    public Mono<V> refresh(K key) {
        return Mono.deferContextual(context -> ask(key, context))
                .doOnNext(answer -> answers.put(key, CompletableFuture.completedFuture(answer)));
    }

    public void forget(K key) {
        answers.asMap().remove(key);
    }

    /** What is kept at this moment; questions that are not answered yet are not in it. */
    public Map<K, V> known() {
        return Collections.unmodifiableMap(answers.synchronous().asMap());
    }

    /** Forgets these answers, and lets nobody else share the questions that are still on their way. */
    public void forgetIf(Predicate<K> outdated) {
        answers.asMap().keySet().removeIf(outdated);
    }

    /** One by one: clearing the cache would wait for whoever is at work in it, on a thread that must not wait. */
    public void forgetAll() {
        forgetIf(any -> true);
    }
}
