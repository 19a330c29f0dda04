package eu.includeu.academy.bench.faults;

import eu.includeu.academy.Visitor;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/** An official who is signed in and has begun some quizzes. */
record Sitter(Visitor visitor, List<Paper> papers) {

    private static final List<String> MODULES = List.of("working-with-interpreters");

    /** An attempt that is open, as its page showed it. */
    record Paper(Visitor.Form submission, List<Question> questions) {

        String attempt() {
            return submission.action().replaceAll(".*/attempts/([^/]+)/.*", "$1");
        }

        Visitor.Form submission(String site) {
            return at(site, submission).with("sure", "true");
        }
    }

    /** A question of the kind where one of several is chosen. */
    record Question(Visitor.Form form, List<String> choices) {

        /** The answer of one round: another choice than in the round before, under a key of its own. */
        Visitor.Form answer(String site, int round) {
            return at(site, form)
                    .with("key", UUID.randomUUID().toString())
                    .with("sequence", String.valueOf(round))
                    .with("given", choices.get(round % choices.size()));
        }
    }

    static Sitter signedIn(int port, String email) {
        var visitor = Visitor.signedIn(port, email);
        return new Sitter(
                visitor, MODULES.stream().map(module -> open(visitor, module)).toList());
    }

    private static Paper open(Visitor visitor, String module) {
        var page = visitor.send(visitor.get("/modules/" + module).form("form[action$=enrolments]"));
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
