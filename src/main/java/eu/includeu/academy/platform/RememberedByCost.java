package eu.includeu.academy.platform;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * Answers kept for a stated time, or until what they tell has changed: that is asked again at once where the question is
 * cheap, and otherwise so late that asking takes no more than about a tenth of the time (decision 39).
 */
public final class RememberedByCost<K, V> {

    /** A question that takes no longer may be repeated as soon as anything changes. */
    static final Duration CHEAP = Duration.ofMillis(500);

    /** So many times as long as an answer took beyond that, it is left alone. */
    static final int REST = 10;

    /** But no longer than this: what it took may have been waiting for others. */
    static final Duration LONGEST = Duration.ofMinutes(1);

    /** Nobody is given an answer that is older than this, however dear. */
    private static final Duration OLDEST = Duration.ofMinutes(5);

    /**
     * An answer, with what is known of its age.
     *
     * @param dear whether it took so long that it is left alone for a while
     * @param rested when it may be asked for again
     * @param expires when it is old, though nothing is known to have changed
     * @param changed whether it is old before that
     * @param next the answer that takes its place, once somebody has found it old
     */
    private record Kept<V>(
            V answer,
            boolean dear,
            Instant rested,
            Instant expires,
            AtomicBoolean changed,
            AtomicReference<@Nullable Mono<Kept<V>>> next) {

        boolean isOver(Instant now) {
            return !now.isBefore(rested) && (changed.get() || !now.isBefore(expires));
        }
    }

    private final InstantSource clock;
    private final Duration time;
    private final Remembered<K, Kept<V>> answers;

    /** What is being asked, with the mark that something changed since. */
    private final Map<K, AtomicBoolean> asked = new ConcurrentHashMap<>();

    /** Keeps at most {@code entries} answers; each is old after {@code time}, a dear one a little later. */
    public RememberedByCost(InstantSource clock, int entries, Duration time, Function<K, Mono<V>> question) {
        this.clock = clock;
        this.time = time;
        this.answers = Remembered.of(entries, OLDEST, key -> ask(key, question));
    }

    private Mono<Kept<V>> ask(K key, Function<K, Mono<V>> question) {
        return Mono.defer(() -> {
            var changed = new AtomicBoolean();
            var begun = clock.instant();
            asked.put(key, changed);
            return question.apply(key)
                    .map(answer -> kept(answer, begun, clock.instant(), changed))
                    .doFinally(end -> asked.remove(key, changed));
        });
    }

    private Kept<V> kept(V answer, Instant begun, Instant answered, AtomicBoolean changed) {
        var beyond = Duration.between(begun, answered).minus(CHEAP);
        var dear = !beyond.isNegative();
        var rest = dear ? beyond.multipliedBy(REST) : Duration.ZERO;
        var rested = answered.plus(rest.compareTo(LONGEST) < 0 ? rest : LONGEST);
        return new Kept<>(answer, dear, rested, answered.plus(time), changed, new AtomicReference<>());
    }

    /** The kept answer, or a new one; see {@link Remembered#get}. */
    public Mono<V> get(K key) {
        return kept(key, old -> after(key, old));
    }

    /** The same; but whoever finds a dear answer old is given it, and it is asked again meanwhile. */
    public Mono<V> atHand(K key) {
        return kept(key, old -> old.dear() ? meanwhile(key, old) : after(key, old));
    }

    private Mono<V> kept(K key, Function<Kept<V>, Mono<Kept<V>>> instead) {
        return answers.get(key)
                .flatMap(kept -> kept.isOver(clock.instant()) ? instead.apply(kept) : Mono.just(kept))
                .map(Kept::answer);
    }

    private Mono<Kept<V>> meanwhile(K key, Kept<V> old) {
        return Mono.deferContextual(asker -> {
            after(key, old).contextWrite(asker).toFuture();
            return Mono.just(old);
        });
    }

    /** What takes the place of an old answer is asked once, for all who find it old. */
    private Mono<Kept<V>> after(K key, Kept<V> old) {
        var next =
                answers.refresh(key).doOnError(failed -> old.next().set(null)).cache();
        var earlier = old.next().compareAndExchange(null, next);
        return earlier == null ? next : earlier;
    }

    /** What the answers to these questions tell has changed, also of those that are on their way. */
    public void changed(Predicate<K> which) {
        asked.forEach((key, changed) -> mark(changed, which.test(key)));
        answers.known().forEach((key, kept) -> mark(kept.changed, which.test(key)));
    }

    private static void mark(AtomicBoolean changed, boolean now) {
        if (now) {
            changed.set(true);
        }
    }

    /** Ends as soon as {@link #get} tells everything that is known to have changed. */
    public Mono<Void> rested(K key) {
        return underway(key).then(Mono.defer(() -> untilRested(key)));
    }

    /** What is being asked already: what changed meanwhile may be missing from it. */
    private Mono<Void> underway(K key) {
        return Mono.defer(() -> {
            var kept = answers.known().get(key);
            var underway = kept != null ? kept.next().get() : asked.containsKey(key) ? answers.get(key) : null;
            return underway == null ? Mono.empty() : underway.onErrorComplete().then();
        });
    }

    private Mono<Void> untilRested(K key) {
        var kept = answers.known().get(key);
        var now = clock.instant();
        return kept == null || !kept.changed.get() || !now.isBefore(kept.rested)
                ? Mono.empty()
                : Mono.delay(Duration.between(now, kept.rested)).then();
    }
}
