package eu.includeu.academy.bench.faults;

import java.sql.SQLException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

/** What officials were told is saved, when, and how often they had to ask. */
final class Ledger {

    private static final double SECOND = 1e9;

    private final Set<String> answers = ConcurrentHashMap.newKeySet();
    private final Set<String> submissions = ConcurrentHashMap.newKeySet();
    private final Queue<Long> moments = new ConcurrentLinkedQueue<>();
    private final Map<Integer, AtomicInteger> refusals = new ConcurrentHashMap<>();
    private final AtomicInteger failedFirstTries = new AtomicInteger();
    private final AtomicInteger withoutRetryAfter = new AtomicInteger();
    private final AtomicInteger count = new AtomicInteger();

    void answered(String key) {
        answers.add(key);
        note();
    }

    void submitted(String attempt) {
        submissions.add(attempt);
        note();
    }

    private void note() {
        moments.add(System.nanoTime());
        count.incrementAndGet();
    }

    /** Something else came back, or nothing (0). */
    void failed(int status, boolean first, boolean saysWhen) {
        refusals.computeIfAbsent(status, key -> new AtomicInteger()).incrementAndGet();
        if (first) {
            failedFirstTries.incrementAndGet();
        }
        if ((status == 503 || status == 429) && !saysWhen) {
            withoutRetryAfter.incrementAndGet();
        }
    }

    int count() {
        return count.get();
    }

    /** How many answers or papers the database does not hold although somebody was told so. */
    int missing(PostgreSql server) throws SQLException {
        var lost = new HashSet<>(answers);
        lost.removeAll(server.texts("select key from drill.kept"));
        var unmarked = new HashSet<>(submissions);
        unmarked.removeAll(server.texts("select id from assessment.attempt where state = 'graded'"));
        return lost.size() + unmarked.size();
    }

    /** The longest time between one acknowledgement and the next. */
    double gap() {
        var all = sorted();
        var longest = 0L;
        for (var at = 1; at < all.size(); at++) {
            longest = Math.max(longest, all.get(at) - all.get(at - 1));
        }
        return longest / SECOND;
    }

    /** From a moment of {@link System#nanoTime} to the first acknowledgement after it. */
    double after(long moment) {
        return sorted().stream()
                .filter(at -> at >= moment)
                .findFirst()
                .map(at -> (at - moment) / SECOND)
                .orElse(Double.NaN);
    }

    /** @param ended when the fault ended, as {@link System#nanoTime} has it */
    Drilled drilled(String name, PostgreSql server, long ended, Map<String, Double> more) throws SQLException {
        var others = others();
        others.putAll(more);
        return new Drilled(name, count(), missing(server), gap(), after(ended), others);
    }

    Map<String, Double> others() {
        var all = new HashMap<String, Double>();
        all.put("submitted", (double) submissions.size());
        all.put("failed first tries", (double) failedFirstTries.get());
        all.put("503 without Retry-After", (double) withoutRetryAfter.get());
        refusals.forEach(
                (status, times) -> all.put(status == 0 ? "broken lines" : "answers " + status, (double) times.get()));
        return all;
    }

    private List<Long> sorted() {
        return moments.stream().sorted().toList();
    }
}
