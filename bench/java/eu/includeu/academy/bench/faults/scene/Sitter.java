package eu.includeu.academy.bench.faults.scene;

import eu.includeu.academy.Visitor;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/** An official who is signed in and has begun a quiz, or many. */
public record Sitter(Visitor visitor, List<Paper> papers) {

    /** The module whose quiz is sat. */
    static final String MODULE = "working-with-interpreters";

    /** An attempt that is open, as its page showed it. */
    public record Paper(Visitor.Form submission, List<Question> questions) {

        /** The identifier that its address holds. */
        public String attempt() {
            return submission.action().replaceAll(".*/attempts/([^/]+)/.*", "$1");
        }

        /** The same questions under another attempt. */
        Paper as(String other) {
            return new Paper(
                    as(submission, other),
                    questions.stream()
                            .map(question -> new Question(as(question.form(), other), question.choices()))
                            .toList());
        }

        private Visitor.Form as(Visitor.Form form, String other) {
            return new Visitor.Form(form.action().replace(attempt(), other), form.fields());
        }

        Visitor.Form submission(String site) {
            return at(site, submission).with("sure", "true");
        }
    }

    /** A question of the kind where one of several is chosen. */
    public record Question(Visitor.Form form, List<String> choices) {

        /** The answer of one round: another choice than in the round before, under a key of its own. */
        Visitor.Form answer(String site, int round) {
            return at(site, form)
                    .with("key", UUID.randomUUID().toString())
                    .with("sequence", String.valueOf(round))
                    .with("given", choices.get(round % choices.size()));
        }
    }

    public static Sitter signedIn(int port, String email) {
        var visitor = Visitor.signedIn(port, email);
        return new Sitter(visitor, List.of(open(visitor)));
    }

    private static Paper open(Visitor visitor) {
        var page = visitor.send(visitor.get("/modules/" + MODULE).form("form[action$=enrolments]"));
        if (page.html().selectFirst("form[action$=completion]") == null) {
            page = visitor.get(Objects.requireNonNull(page.html().selectFirst("main a.btn--big"))
                    .attr("href"));
        }
        while (page.html().selectFirst("form[action$=completion]") != null) {
            page = visitor.send(page.form("form[action$=completion]"));
        }
        return paper(visitor.send(page.form("form[action$=attempts]")));
    }

    private static Paper paper(Visitor.Page page) {
        var questions = new ArrayList<Question>();
        var count = page.html().select("form.quiz").size();
        for (var place = 1; place <= count; place++) {
            var choices =
                    page.html().select("#q" + place + " input[type=radio]").eachAttr("value");
            if (!choices.isEmpty()) {
                questions.add(new Question(page.form("#q" + place), choices));
            }
        }
        return new Paper(page.form("form[action$=submission]"), questions);
    }

    private static Visitor.Form at(String site, Visitor.Form form) {
        return new Visitor.Form(form.action().replaceFirst("https?://[^/]+", site), form.fields());
    }
}
