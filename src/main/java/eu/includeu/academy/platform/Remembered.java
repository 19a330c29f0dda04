package eu.includeu.academy.platform;

import com.github.benmanes.caffeine.cache.AsyncCache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.function.Function;
import java.util.function.Predicate;
import reactor.core.publisher.Mono;

/**
 * Answers kept for a stated time, asked for once however many ask at once. The key holds everything the answer depends
 * on, the asker's reach included. A failed question is forgotten.
 */
public final class Remembered<K, V> {

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

    /** The kept answer, or a new one; simultaneous askers share one question. */
    public Mono<V> get(K key) {
        return Mono.deferContextual(context -> Mono.fromFuture(
                () -> answers.get(key, (wanted, executor) -> question.apply(wanted)
                        .contextWrite(context)
                        .toFuture()),
                true));
    }

    public void forget(K key) {
        answers.synchronous().invalidate(key);
    }

    public void forgetIf(Predicate<K> outdated) {
        answers.synchronous().asMap().keySet().removeIf(outdated);
    }

    public void forgetAll() {
        answers.synchronous().invalidateAll();
    }
}
