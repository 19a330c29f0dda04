package eu.includeu.academy.bench.faults;

import eu.includeu.academy.Visitor;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/**
 * Officials who answer their quizzes all at once. Each sends one answer at a time, and the same one again until it is told
 * that it is saved; after some rounds a paper is handed in, the last one never.
 */
final class Crowd implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Duration BEFORE_ASKING_AGAIN = Duration.ofMillis(250);
    private static final int ROUNDS = 8;

    /** Answers that do not change by asking again: in a drill each is a mistake. */
    private static final Set<Integer> REFUSALS = Set.of(400, 401, 403, 404, 409, 410, 413, 422);

    private final String site;
    private final Duration pause;
    private final Ledger ledger = new Ledger();
    private final List<Thread> threads;
    private volatile boolean over;
    private volatile boolean refused;

    /** @param pause of each official between two answers */
    Crowd(String site, List<Sitter> sitters, Duration pause) {
        this.site = site;
        this.pause = pause;
        this.threads = sitters.stream()
                .map(sitter -> new Thread(() -> sit(sitter), "sitter"))
                .toList();
        threads.forEach(Thread::start);
    }

    Ledger ledger() {
        return ledger;
    }

    /** Waits until so many answers were acknowledged. */
    void await(int acknowledged) {
        await(() -> ledger.count() >= acknowledged, acknowledged + " acknowledged answers");
    }

    /** Waits until an answer was acknowledged after a moment. */
    void awaitAnswerAfter(long moment) {
        await(() -> !Double.isNaN(ledger.after(moment)), "an acknowledged answer");
    }

    private void await(BooleanSupplier reached, String what) {
        var end = Instant.now().plusSeconds(120);
        while (!reached.getAsBoolean()) {
            if (refused || Instant.now().isAfter(end)) {
                throw new AssertionError("Waited in vain for " + what + ": " + ledger.count() + " " + ledger.others());
            }
            sleep(Duration.ofMillis(20));
        }
    }

    /** Everybody ends with the answer they are at. */
    @Override
    public void close() throws InterruptedException {
        over = true;
        for (var thread : threads) {
            thread.join(TimeUnit.SECONDS.toMillis(60));
        }
    }

    private void sit(Sitter sitter) {
        var last = sitter.papers().get(sitter.papers().size() - 1);
        for (var paper : sitter.papers()) {
            for (var round = 1; !over && (round <= ROUNDS || paper == last); round++) {
                for (var question : paper.questions()) {
                    answer(sitter.visitor(), question.answer(site, round));
                }
            }
            if (!over && paper != last) {
                handIn(sitter.visitor(), paper);
            }
        }
    }

    private void answer(Visitor visitor, Visitor.Form form) {
        for (var first = true; !over; first = false) {
            var told = visitor.tell(form, PATIENCE);
            if (told.status() == 200 && told.text().contains("sequence")) {
                ledger.answered(form.value("key"));
                sleep(pause);
                return;
            }
            failed(told, first);
        }
    }

    private void handIn(Visitor visitor, Sitter.Paper paper) {
        for (var first = true; !refused; first = false) {
            var told = visitor.tell(paper.submission(site), PATIENCE);
            if (told.status() == 303 && told.header("location").endsWith("/result")) {
                ledger.submitted(paper.attempt());
                return;
            }
            failed(told, first);
        }
    }

    private void failed(Visitor.Told told, boolean first) {
        ledger.failed(told.status(), first, !told.header("retry-after").isEmpty());
        if (REFUSALS.contains(told.status())) {
            System.err.println("Refused with " + told.status() + ": " + told.text());
            refused = true;
            over = true;
        }
        sleep(BEFORE_ASKING_AGAIN);
    }

    static void sleep(Duration time) {
        try {
            TimeUnit.MILLISECONDS.sleep(time.toMillis());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
