package eu.includeu.academy.bench.load;

import java.util.function.Predicate;
import java.util.function.Supplier;

/** What one connection asks, one thing after the other, and what it makes of the answers. Used by one thread. */
public interface Walk {

    /** The next thing to ask. */
    Call next();

    /** Whether the answer is the right one; it may also teach the walk where to go on. */
    boolean accepts(Reply reply);

    /** Whether the answer just accepted ends what is counted as one; most walks count each answer. */
    default boolean counts() {
        return true;
    }

    static Walk of(Supplier<Call> calls, Predicate<Reply> accepts) {
        return new Walk() {

            @Override
            public Call next() {
                return calls.get();
            }

            @Override
            public boolean accepts(Reply reply) {
                return accepts.test(reply);
            }
        };
    }
}
