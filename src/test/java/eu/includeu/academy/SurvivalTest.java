package eu.includeu.academy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Kills the application in the middle of a quiz, starts it again, and looks for every answer that was said to be saved. */
class SurvivalTest {

    private static final String MODULE = "working-with-interpreters";

    @TempDir
    private Path directory;

    @Test
    void keepsEveryAnswerThatWasSaidToBeSaved() throws IOException, InterruptedException {
        try (var academy = Node.start(directory)) {
            survives(academy);
        }
    }

    private static void survives(Node academy) throws IOException, InterruptedException {
        var official = Visitor.signedIn(academy.port(), "official.karditsa@demo.includ-eu.example");
        var attempt = openQuiz(official);
        var saved = new HashMap<Integer, Saved>();
        var killer = CompletableFuture.runAsync(
                academy::kill, CompletableFuture.delayedExecutor(1_500, TimeUnit.MILLISECONDS));
        for (var sequence = 1; !killer.isDone(); sequence++) {
            answer(official, attempt, sequence, saved);
        }
        assertThat(saved).isNotEmpty();

        academy.startAgain();
        var afterwards = official.get(attempt.address().getPath());
        assertThat(afterwards.status()).as("the session survives too").isEqualTo(200);
        saved.forEach((place, answer) -> assertThat(kept(afterwards, place))
                .as("question %d", place)
                .satisfiesAnyOf(kept -> assertThat(kept).isEqualTo(answer), kept -> assertThat(kept.sequence())
                        .isGreaterThan(answer.sequence())));
    }

    /** What was chosen, and as the how-manieth answer. */
    private record Saved(int sequence, String given) {}

    private static Visitor.Page openQuiz(Visitor official) {
        var page = official.send(official.get("/modules/" + MODULE).form("form[action$=enrolments]"));
        if (page.html().selectFirst("form[action$=completion]") == null) {
            page = official.get(java.util.Objects.requireNonNull(page.html().selectFirst("main a.btn--big"))
                    .attr("href"));
        }
        while (page.html().selectFirst("form[action$=completion]") != null) {
            page = official.send(page.form("form[action$=completion]"));
        }
        return official.send(page.form("form[action$=attempts]"));
    }

    /** Chooses another option of each question of choice, round after round. */
    private static void answer(Visitor official, Visitor.Page attempt, int sequence, Map<Integer, Saved> saved) {
        var count = attempt.html().select("form.quiz").size();
        for (var place = 1; place <= count; place++) {
            var choices =
                    attempt.html().select("#q" + place + " input[type=radio]").eachAttr("value");
            if (!choices.isEmpty()) {
                var given = choices.get(sequence % choices.size());
                var form = attempt.form("#q" + place)
                        .with("key", UUID.randomUUID().toString())
                        .with("sequence", String.valueOf(sequence))
                        .with("given", given);
                if (official.acknowledged(form)) {
                    saved.put(place, new Saved(sequence, given));
                }
            }
        }
    }

    private static Saved kept(Visitor.Page page, int place) {
        var form = java.util.Objects.requireNonNull(page.html().selectFirst("#q" + place));
        return new Saved(
                Integer.parseInt(form.select("[name=sequence]").attr("value")) - 1,
                form.select("input[checked]").attr("value"));
    }
}
