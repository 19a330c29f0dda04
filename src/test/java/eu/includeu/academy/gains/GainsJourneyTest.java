package eu.includeu.academy.gains;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import eu.includeu.academy.AcademyTest;
import eu.includeu.academy.Lessons;
import eu.includeu.academy.Town;
import eu.includeu.academy.Visitor;
import eu.includeu.academy.accounts.Account;
import eu.includeu.academy.accounts.Role;
import eu.includeu.academy.catalogue.VersionId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Somebody takes the test before the first lesson, or does not; what the quiz brings later is the gain. */
@AcademyTest
class GainsJourneyTest {

    @Autowired
    private Town town;

    @LocalServerPort
    private int port;

    private Account official;
    private VersionId module;
    private Visitor visitor;

    @BeforeEach
    void someoneSignsIn() {
        official = town.person(town.authority(null, false), Role.OFFICIAL);
        module = town.publish(
                Lessons.module(Lessons.name(), 2).replace("  level: 1\n", "  level: 1\n  use: [pre, post]\n"));
        visitor = Visitor.signedIn(port, official.email());
    }

    @Test
    void measuresWhatWasKnownBeforeAndAfter() {
        var offer = visitor.get("/modules/" + module.module());
        assertThat(offer.html().select(".btn:not(.btn--quiet)")).hasSize(1);
        var paper = visitor.send(offer.form("form.pretest"));
        assertThat(paper.address().getPath()).startsWith("/attempts/");
        assertThat(paper.html().select("h1").text()).startsWith("What you know already");
        assertThat(paper.text()).doesNotContain("SECRET");
        for (var place : new int[] {1, 3}) {
            visitor.send(paper.form("form#q" + place).with("given", Lessons.right(paper.html(), place)));
        }
        var asked = visitor.send(visitor.get(paper.address().getPath()).form("form[action$=submission]"));
        var result = visitor.send(asked.form("form[action$=submission]"));
        assertThat(result.html().select("h1").text()).isEqualTo("You had 2 of 5 points before the first lesson");
        assertThat(result.text()).doesNotContain("SECRET").contains("Worth reading with care");
        assertThat(result.html().select("main .btn:not(.btn--quiet)").attr("href"))
                .endsWith("/lessons/1");
        assertThat(visitor.get("/modules/" + module.module()).html().select("form.pretest"))
                .isEmpty();
        assertThat(gain("pre")).isCloseTo(0.4, within(1e-9));
        assertThat(town.count("select count(*) from gains.gain where official = ? and post is null", me()))
                .isEqualTo(1);

        var quiz = untilTheQuiz();
        assertThat(quiz.html().select(".over").text()).contains("Attempt 1 of 3");
        var right = Lessons.right(quiz.html(), 1);
        visitor.send(quiz.form("form#q1").with("given", right));
        handIn(quiz);
        assertThat(gain("post")).as("the best so far").isCloseTo(0.2, within(1e-9));
        assertThat(gain("change")).isCloseTo(-0.5, within(1e-9));

        var again = visitor.send(visitor.get("/modules/" + module.module()).form("form[action$=attempts]"));
        for (var place = 1; place <= 4; place++) {
            visitor.send(again.form("form#q" + place).with("given", Lessons.right(again.html(), place)));
        }
        var passed = handIn(again);
        assertThat(passed.html().select("h1").text()).isEqualTo("You passed, with 4 of 5 points");
        assertThat(gain("post")).isCloseTo(0.8, within(1e-9));
        assertThat(gain("change")).isCloseTo(2 / 3.0, within(1e-9));
        assertThat(town.count("select count(*) from gains.gain where official = ? and passed", me()))
                .isEqualTo(1);
    }

    @Test
    void revealsNothingEvenWhenAllWasRight() {
        var paper = visitor.send(visitor.get("/modules/" + module.module()).form("form.pretest"));
        for (var place = 1; place <= 5; place++) {
            visitor.send(paper.form("form#q" + place).with("given", Lessons.right(paper.html(), place)));
        }
        var result = handIn(paper);
        assertThat(result.html().select("h1").text()).isEqualTo("You had 5 of 5 points before the first lesson");
        assertThat(result.text()).doesNotContain("SECRET");
        assertThat(town.count("select count(*) from progress.completion where official = ?", me()))
                .isZero();
        assertThat(town.count(
                        "select count(*) from progress.enrolment where official = ? and state = 'enrolled'", me()))
                .isEqualTo(1);
    }

    @Test
    void endsTheTestWithTheFirstLessonAndThenMeasuresNothing() {
        var paper = visitor.send(visitor.get("/modules/" + module.module()).form("form.pretest"));
        visitor.send(paper.form("form#q1").with("given", Lessons.right(paper.html(), 1)));
        var begun = visitor.get("/modules/" + module.module());
        assertThat(begun.html().select("form.pretest button").text()).isEqualTo("Go on with the test");
        var test = begun.form("form.pretest");
        visitor.get(begun.html().select("main .btn:not(.btn--quiet)").attr("href"));
        assertThat(visitor.get("/modules/" + module.module()).html().select("form.pretest"))
                .isEmpty();
        var late = visitor.send(test);
        assertThat(late.status()).isEqualTo(422);
        assertThat(late.html().select(".errors").text()).contains("You have opened a lesson");
        assertThat(visitor.get(paper.address().getPath()).html().select("h1").text())
                .isEqualTo("You had 1 of 5 points before the first lesson");
        assertThat(town.count("select count(*) from gains.gain where official = ?", me()))
                .isZero();
        assertThat(town.count("select count(*) from assessment.answer where official = ?", me()))
                .as("no answer is lost")
                .isEqualTo(1);
        var quiz = untilTheQuiz();
        assertThat(quiz.html().select(".over").text()).contains("Attempt 1 of 3");
    }

    @Test
    void measuresNobodyWhoTookNoTest() {
        visitor.send(visitor.get("/modules/" + module.module()).form("form[action$=enrolments]"));
        handIn(untilTheQuiz());
        assertThat(town.count("select count(*) from gains.gain where official = ?", me()))
                .isZero();
    }

    @Test
    void offersNoTestWhereTheModuleHasNone() {
        var plain = town.publish(Lessons.module(Lessons.name(), 1));
        assertThat(visitor.get("/modules/" + plain.module()).html().select("form.pretest"))
                .isEmpty();
        assertThat(Visitor.at(port).get("/modules/" + module.module()).html().select("form.pretest"))
                .isEmpty();
    }

    private Visitor.Page untilTheQuiz() {
        for (var lesson = 1; lesson <= 2; lesson++) {
            var enrolment = town.text("select id::text from progress.enrolment where official = ?", me());
            visitor.send(visitor.get("/enrolments/" + enrolment + "/lessons/" + lesson)
                    .form("form[action$=completion]"));
        }
        return visitor.send(visitor.get("/modules/" + module.module()).form("form[action$=attempts]"));
    }

    private Visitor.Page handIn(Visitor.Page paper) {
        var page = visitor.send(visitor.get(paper.address().getPath()).form("form[action$=submission]"));
        return page.address().getPath().endsWith("/submission")
                ? visitor.send(page.form("form[action$=submission]"))
                : page;
    }

    private double gain(String column) {
        return Double.parseDouble(town.text("select " + column + "::text from gains.gain where official = ?", me()));
    }

    private Object me() {
        return official.id().value();
    }
}
