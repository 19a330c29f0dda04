package eu.includeu.academy.bench.faults.scene;

import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

/** What officials were told is saved, when, and how often they had to ask. */
public final class Ledger {

    private static final double SECOND = 1e9;

    private static final String SCORES = "select id || ' ' || floor(100 * won / won_of)::int from assessment.attempt"
            + " where state = 'graded' and won_of > 0";

    private static final String COMPLETED = """
            select attempt.id
              from assessment.attempt
              join progress.completion on completion.official = attempt.official and completion.module = attempt.module
             where attempt.passed
            """;

    private final Set<String> answers = ConcurrentHashMap.newKeySet();
    private final Set<String> submissions = ConcurrentHashMap.newKeySet();
    private final Set<String> scores = ConcurrentHashMap.newKeySet();
    private final Set<String> completions = ConcurrentHashMap.newKeySet();
    private final Set<String> certificates = ConcurrentHashMap.newKeySet();
    private final AtomicInteger unread = new AtomicInteger();
    private final Queue<Long> moments = new ConcurrentLinkedQueue<>();
    private final Map<Integer, AtomicInteger> refusals = new ConcurrentHashMap<>();
    private final AtomicInteger failedFirstTries = new AtomicInteger();
    private final AtomicInteger withoutRetryAfter = new AtomicInteger();

    void answered(String key) {
        note(answers, key);
    }

    void submitted(String attempt) {
        note(submissions, attempt);
    }

    /** What the page of a result said. */
    void scored(String attempt, int percent, boolean passed) {
        scores.add(attempt + " " + percent);
        if (passed) {
            note(completions, attempt);
        }
    }

    void certified(String certificate) {
        note(certificates, certificate);
    }

    /** Somebody was not shown what they had just been told is saved. */
    void unread() {
        unread.incrementAndGet();
    }

    private void note(Set<String> kept, String key) {
        if (kept.add(key)) {
            moments.add(System.nanoTime());
        }
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

    /** How many things somebody was told are saved: answers, papers, completions and certificates. */
    public int count() {
        return answers.size() + submissions.size() + completions.size() + certificates.size();
    }

    /** How often somebody had to ask again until now. */
    public int failedFirstTries() {
        return failedFirstTries.get();
    }

    public int papers() {
        return submissions.size();
    }

    /** How many of them the database does not hold, or holds with another score. */
    public int missing(PostgreSql server) throws SQLException {
        return lost(answers, server.texts("select key from drill.kept"))
                + lost(submissions, server.texts("select id from assessment.attempt where state = 'graded'"))
                + lost(scores, server.texts(SCORES))
                + lost(completions, server.texts(COMPLETED))
                + lost(certificates, server.texts("select id from certificates.certificate"));
    }

    private static int lost(Set<String> told, Set<String> held) {
        return (int) told.stream().filter(one -> !held.contains(one)).count();
    }

    /** The longest time between one acknowledgement and the next. */
    public double gap() {
        var all = sorted();
        var longest = 0L;
        for (var at = 1; at < all.size(); at++) {
            longest = Math.max(longest, all.get(at) - all.get(at - 1));
        }
        return longest / SECOND;
    }

    /** From a moment of {@link System#nanoTime} to the first acknowledgement after it. */
    public double after(long moment) {
        return sorted().stream()
                .filter(at -> at >= moment)
                .findFirst()
                .map(at -> (at - moment) / SECOND)
                .orElse(Double.NaN);
    }

    /** How many acknowledgements there were between two moments. */
    public int between(long from, long to) {
        return (int) moments.stream().filter(at -> at >= from && at < to).count();
    }

    public Map<String, Double> others() {
        var all = new HashMap<String, Double>();
        all.put("submitted", (double) submissions.size());
        all.put("completed", (double) completions.size());
        all.put("certificates", (double) certificates.size());
        all.put("not shown what was saved", (double) unread.get());
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
