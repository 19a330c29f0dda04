package eu.includeu.academy.bench.faults.scene;

import eu.includeu.academy.Visitor;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * Officials who sit their quizzes all at once. Each sends one thing at a time, and the same again until told that it is
 * saved. Some only answer, round after round; others hand in one paper after the other, and read how it went.
 */
public final class Crowd implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Duration BEFORE_ASKING_AGAIN = Duration.ofMillis(250);

    /** Answers that do not change by asking again: in a drill each is a mistake. */
    private static final Set<Integer> REFUSALS = Set.of(400, 401, 403, 404, 409, 410, 413, 422);

    private static final Pattern SCORE = Pattern.compile("result__score\"><b class=\"big\">(\\d+)%");
    private static final Pattern PASSED = Pattern.compile("<a class=\"btn btn--big\" href=\"/certificates\"");
    private static final Pattern CERTIFICATE = Pattern.compile("/certificates/([0-9a-f-]{36})\\.pdf");

    private final String site;
    private final Duration pause;
    private final Ledger ledger = new Ledger();
    private final List<Thread> threads;
    private volatile boolean over;
    private volatile boolean refused;

    private Crowd(String site, List<Sitter> sitters, Duration pause, boolean handsIn) {
        this.site = site;
        this.pause = pause;
        this.threads = sitters.stream()
                .map(sitter -> new Thread(() -> sit(sitter, handsIn), "sitter"))
                .toList();
        threads.forEach(Thread::start);
    }

    /** @param pause of each official between two answers */
    public static Crowd answering(String site, List<Sitter> sitters, Duration pause) {
        return new Crowd(site, sitters, pause, false);
    }

    /** People with a pile of papers each; who comes to its end goes home. */
    public static Crowd handingIn(String site, List<Sitter> sitters, Duration pause) {
        return new Crowd(site, sitters, pause, true);
    }

    public Ledger ledger() {
        return ledger;
    }

    /** Waits until so many things were acknowledged. */
    public void await(int acknowledged) {
        await(() -> ledger.count() >= acknowledged, acknowledged + " acknowledged answers");
    }

    /** Waits until so many papers were handed in. */
    public void awaitPapers(int papers) {
        await(() -> ledger.papers() >= papers, papers + " papers");
    }

    /** Waits until something was acknowledged after a moment. */
    public void awaitAnswerAfter(long moment) {
        await(() -> !Double.isNaN(ledger.after(moment)), "an acknowledged answer");
    }

    private void await(BooleanSupplier reached, String what) {
        var end = Instant.now().plusSeconds(240);
        while (!reached.getAsBoolean()) {
            if (refused || Instant.now().isAfter(end)) {
                throw new AssertionError("Waited in vain for " + what + ": " + ledger.count() + " " + ledger.others());
            }
            sleep(Duration.ofMillis(20));
        }
    }

    /** Everybody ends with what they are at. */
    @Override
    public void close() throws InterruptedException {
        over = true;
        for (var thread : threads) {
            thread.join(TimeUnit.SECONDS.toMillis(60));
        }
    }

    private void sit(Sitter sitter, boolean handsIn) {
        if (handsIn) {
            sitter.papers().forEach(paper -> handIn(sitter.visitor(), paper));
        } else {
            answerRoundAfterRound(sitter);
        }
    }

    private void answerRoundAfterRound(Sitter sitter) {
        var paper = sitter.papers().get(0);
        for (var round = 1; !over; round++) {
            for (var question : paper.questions()) {
                answer(sitter.visitor(), question.answer(site, round));
            }
        }
    }

    private void answer(Visitor visitor, Visitor.Form form) {
        send(visitor, form, told -> told.status() == 200 && told.text().contains("sequence"))
                .ifPresent(told -> ledger.answered(form.value("key")));
        sleep(pause);
    }

    /** One answer, so that papers differ in their score; then the whole of it, and its result. */
    private void handIn(Visitor visitor, Sitter.Paper paper) {
        if (over) {
            return;
        }
        var questions = paper.questions();
        var drawn = Math.floorMod(paper.attempt().hashCode(), questions.size());
        answer(visitor, questions.get(drawn).answer(site, 1));
        send(
                        visitor,
                        paper.submission(site),
                        told -> told.status() == 303 && told.header("location").endsWith("/result"))
                .ifPresent(told -> {
                    ledger.submitted(paper.attempt());
                    readResult(visitor, paper);
                });
    }

    private void readResult(Visitor visitor, Sitter.Paper paper) {
        look(visitor, "/attempts/" + paper.attempt() + "/result").ifPresent(told -> {
            var score = SCORE.matcher(told.text());
            if (told.status() != 200 || !score.find()) {
                ledger.unread();
                return;
            }
            var passed = PASSED.matcher(told.text()).find();
            ledger.scored(paper.attempt(), Integer.parseInt(score.group(1)), passed);
            if (passed) {
                readCertificates(visitor);
            }
        });
    }

    private void readCertificates(Visitor visitor) {
        look(visitor, "/certificates").ifPresent(told -> CERTIFICATE
                .matcher(told.text())
                .results()
                .map(found -> found.group(1))
                .forEach(ledger::certified));
    }

    /** A page, or where it leads; empty when everybody goes home before it came. */
    private Optional<Visitor.Told> look(Visitor visitor, String page) {
        for (var first = true; !over; first = false) {
            var told = visitor.look(site + page, PATIENCE);
            if (told.status() == 200 || told.status() == 303) {
                return Optional.of(told);
            }
            failed(told, first);
        }
        return Optional.empty();
    }

    /** Until it is told as wanted; empty when everybody goes home before that. */
    private Optional<Visitor.Told> send(Visitor visitor, Visitor.Form form, Predicate<Visitor.Told> wanted) {
        for (var first = true; !over; first = false) {
            var told = visitor.tell(form, PATIENCE);
            if (wanted.test(told)) {
                return Optional.of(told);
            }
            failed(told, first);
        }
        return Optional.empty();
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

    public static void sleep(Duration time) {
        try {
            TimeUnit.MILLISECONDS.sleep(time.toMillis());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
