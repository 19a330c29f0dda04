package eu.includeu.academy.bench.routes;

import eu.includeu.academy.bench.load.Call;
import eu.includeu.academy.bench.load.Reply;
import eu.includeu.academy.bench.load.Walk;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Whole attempts, one person after the other: begin, see the paper, give each answer as the page's script does, hand in,
 * read the result. One round through all of it counts as one.
 */
final class Attempting implements Walk {

    /** Somebody who may sit the quiz of an enrolment. */
    record Candidate(Person person, UUID enrolment) {}

    private enum Step {
        BEGIN,
        PAPER,
        ANSWER,
        HAND_IN,
        RESULT
    }

    private static final Pattern VERSION = Pattern.compile("name=\"version\" value=\"(\\d+)\"");

    private final Deque<Candidate> candidates;
    private Candidate now;
    private Step step = Step.BEGIN;
    private String attempt = "";
    private Deque<Question> questions = new ArrayDeque<>();
    private @Nullable Question asked;
    private String version = "0";
    private boolean finished;

    Attempting(List<Candidate> candidates) {
        this.candidates = new ArrayDeque<>(candidates);
        this.now = this.candidates.getFirst();
    }

    @Override
    public Call next() {
        return switch (step) {
            case BEGIN -> begin();
            case PAPER -> now.person().get(attempt);
            case ANSWER -> answer();
            case HAND_IN -> now.person().post(attempt + "/submission", "sure=true&version=" + version);
            case RESULT -> now.person().get(attempt + "/result");
        };
    }

    @Override
    public boolean accepts(Reply reply) {
        switch (step) {
            case BEGIN -> {
                finished = false;
                if (reply.status() == 303) {
                    attempt = path(reply);
                    step = Step.PAPER;
                }
                // somebody who has passed by chance sits no more; the next one is asked
                return reply.status() == 303 || reply.status() == 422;
            }
            case PAPER -> {
                questions = new ArrayDeque<>(Question.on(reply.body()));
                var found = VERSION.matcher(reply.body());
                version = found.find() ? found.group(1) : "";
                step = questions.isEmpty() ? Step.HAND_IN : Step.ANSWER;
                return reply.status() == 200 && !questions.isEmpty();
            }
            case ANSWER -> {
                step = questions.isEmpty() ? Step.HAND_IN : Step.ANSWER;
                return asked != null && asked.isKept(reply);
            }
            case HAND_IN -> {
                step = Step.RESULT;
                return reply.status() == 303 && path(reply).endsWith("/result");
            }
            default -> {
                step = Step.BEGIN;
                finished = true;
                return reply.status() == 200 && reply.body().contains("<h1");
            }
        }
    }

    @Override
    public boolean counts() {
        return finished && step == Step.BEGIN;
    }

    private Call begin() {
        now = candidates.removeFirst();
        candidates.addLast(now);
        return now.person().post("/enrolments/" + now.enrolment() + "/attempts", "");
    }

    private Call answer() {
        asked = questions.removeFirst();
        return asked.answered(now.person());
    }

    private static String path(Reply reply) {
        return String.valueOf(reply.header("location")).replaceAll("^https?://[^/]+", "");
    }

    /** A question of a paper, with an answer that is allowed. */
    static final class Question {

        private static final Pattern FORM =
                Pattern.compile("<form class=\"quiz\".*?action=\"([^\"]+)\".*?</form>", Pattern.DOTALL);
        private static final Pattern SEQUENCE = Pattern.compile("name=\"sequence\" value=\"(\\d+)\"");
        private static final Pattern CHOICE =
                Pattern.compile("<input[^>]*type=\"(?:radio|checkbox)\"[^>]*?value=\"([^\"]*)\"");

        private final String path;
        private final String given;
        private int sequence;

        private Question(String path, int sequence, String given) {
            this.path = path;
            this.sequence = sequence;
            this.given = given;
        }

        /** All questions on the page of an attempt that offer choices. */
        static List<Question> on(String page) {
            var questions = new ArrayList<Question>();
            var forms = FORM.matcher(page);
            while (forms.find()) {
                var sequence = SEQUENCE.matcher(forms.group());
                var choice = CHOICE.matcher(forms.group());
                if (sequence.find() && choice.find()) {
                    questions.add(new Question(forms.group(1), Integer.parseInt(sequence.group(1)), choice.group(1)));
                }
            }
            return questions;
        }

        /** The next answer to this question: a key of its own, and one higher in sequence. */
        Call answered(Person person) {
            return person.postByScript(
                    path, "key=" + UUID.randomUUID() + "&sequence=" + sequence++ + "&given=" + given);
        }

        boolean isKept(Reply reply) {
            return reply.status() == 200 && reply.body().equals("{\"sequence\":" + (sequence - 1) + "}");
        }
    }
}
