package eu.includeu.academy.reader;

import static org.assertj.core.api.Assertions.assertThat;

import eu.includeu.academy.AcademyTest;
import eu.includeu.academy.Lessons;
import eu.includeu.academy.Town;
import eu.includeu.academy.Visitor;
import eu.includeu.academy.accounts.Account;
import eu.includeu.academy.accounts.Role;
import eu.includeu.academy.catalogue.VersionId;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** From the page of a module to its result, as somebody without scripts goes it. */
@AcademyTest
class LearningJourneyTest {

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
        module = town.publish(Lessons.module(Lessons.name(), 2));
        visitor = Visitor.signedIn(port, official.email());
    }

    @Test
    void readsAllLessonsAnswersAndPasses() {
        var paper = untilTheQuiz();
        assertThat(paper.text()).doesNotContain("SECRET");
        assertThat(paper.html().select("form.quiz")).hasSize(5);

        assertThat(paper.html().select("h1")).hasSize(1);
        for (var question : paper.html().select("form.quiz")) {
            var place = Integer.parseInt(question.id().substring(1));
            var saved =
                    visitor.send(paper.form("form#" + question.id()).with("given", Lessons.right(paper.html(), place)));
            assertThat(saved.status()).isEqualTo(200);
            assertThat(saved.text()).doesNotContain("SECRET-FEEDBACK");
        }
        var full = visitor.get(paper.address().getPath());
        assertThat(full.html().select(".saved[data-state=saved]")).hasSize(5);

        var result = visitor.send(full.form("form[action$=submission]"));
        assertThat(result.address().getPath()).endsWith("/result");
        assertThat(result.html().select("h1").text()).isEqualTo("You passed, with 5 of 5 points");
        assertThat(result.text()).contains("SECRET-FEEDBACK five.");
        assertThat(result.html().select("a.btn:not(.btn--quiet), button.btn:not(.btn--quiet)"))
                .hasSize(1)
                .first()
                .satisfies(button -> assertThat(button.attr("href")).isEqualTo("/certificates"));

        var late = visitor.send(full.form("form#q3").with("given", "false"));
        assertThat(late.status()).isEqualTo(422);
        assertThat(late.html().text()).contains("handed in");
        assertThat(visitor.get(result.address().getPath()).html().select("h1").text())
                .isEqualTo("You passed, with 5 of 5 points");
    }

    @Test
    void isAskedOnceAboutOpenQuestionsAndToldNoKeyWhileGoesAreLeft() {
        var paper = untilTheQuiz();
        visitor.send(paper.form("form#q3").with("given", "true"));
        visitor.send(paper.form("form#q4").with("given", "1,5"));
        var page = visitor.get(paper.address().getPath());
        assertThat(page.html().select("#q4 input[name=given]").val()).isEqualTo("1.5");

        var asked = visitor.send(page.form("form[action$=submission]"));
        assertThat(asked.html().select("h1").text()).isEqualTo("3 questions are open. Hand in anyway?");
        var result = visitor.send(asked.form("form[action$=submission]"));
        assertThat(result.html().select("h1").text()).isEqualTo("Not passed this time: 2 of 5 points");
        assertThat(result.text()).doesNotContain("SECRET").contains("Worth reading again");
        assertThat(result.html().select(".reread li")).hasSize(2);
    }

    @Test
    void keepsWhatWasTypedWhenItCannotBeAnAnswer() {
        var paper = untilTheQuiz();
        var refused = visitor.send(paper.form("form#q4").with("given", "about two"));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.html().select("#q4 input[name=given]").val()).isEqualTo("about two");
        assertThat(refused.html().select(".errors a[href=#q4]")).hasSize(1);
        assertThat(town.count(
                        "select count(*) from assessment.answer where official = ?",
                        official.id().value()))
                .isZero();
    }

    @Test
    void isToldWhyASecondEnrolmentIsRefused() {
        var page = visitor.get("/modules/" + module.module());
        var start = page.form("form[action$=enrolments]");
        assertThat(visitor.send(start).address().getPath()).contains("/lessons/1");
        var second = visitor.send(start);
        assertThat(second.status()).isEqualTo(422);
        assertThat(second.html().select(".errors").text()).contains("already taking this module");
        assertThat(town.count(
                        "select count(*) from progress.enrolment where official = ?",
                        official.id().value()))
                .isEqualTo(1);
    }

    @Test
    void isShownNothingOfAnotherPerson() {
        var paper = untilTheQuiz();
        var lesson = town.text(
                "select id::text from progress.enrolment where official = ?",
                official.id().value());
        var other = Visitor.signedIn(
                port,
                town.person(official.authority(), Role.OFFICIAL, Role.COORDINATOR)
                        .email());
        var nowhere = other.get("/attempts/" + UUID.randomUUID());
        for (var path : new String[] {
            paper.address().getPath(),
            paper.address().getPath() + "/result",
            paper.address().getPath() + "/submission",
            "/enrolments/" + lesson + "/lessons/1",
            "/enrolments/" + lesson + "/withdrawal"
        }) {
            var seen = other.get(path);
            assertThat(seen.status()).as(path).isEqualTo(404);
            assertThat(seen.html().select("main").text())
                    .isEqualTo(nowhere.html().select("main").text());
        }
        assertThat(other.get("/modules/" + module.module()).html().select("form[action$=enrolments]"))
                .hasSize(1);
    }

    /** Somebody who reads, and the lesson where they stand. */
    private record Reader(Account person, Visitor browser, String lesson) {}

    /** The page of a lesson is kept for all who have come as far: each finds nothing but their own in it. */
    @Test
    void findsTheirOwnOnAPageThatManySeeAlike() {
        var readers = List.of(reader(official), reader(town.person(official.authority(), Role.OFFICIAL)));
        for (var reader : readers) {
            var first = reader.browser().get(reader.lesson());
            var again = reader.browser().get(reader.lesson());
            assertThat(again.html().select(".mast .who .vh").text())
                    .contains(reader.person().name());
            assertThat(again.html().select("form[action$=completion]").attr("action"))
                    .isEqualTo(reader.lesson() + "/completion");
            assertThat(withoutTokens(again)).isEqualTo(withoutTokens(first));
            assertThat(again.text()).doesNotContain("\uE001", "\uE002", "\uE003", "00000000-0000-8000");
            assertThat(readers).filteredOn(other -> !other.equals(reader)).allSatisfy(other -> assertThat(again.text())
                    .doesNotContain(other.person().name(), other.lesson()));
            assertThat(reader.browser()
                            .send(again.form("form[action$=completion]"))
                            .address()
                            .getPath())
                    .endsWith("/lessons/2");
        }
    }

    private Reader reader(Account person) {
        var browser = Visitor.signedIn(port, person.email());
        var begun = browser.send(browser.get("/modules/" + module.module()).form("form[action$=enrolments]"));
        return new Reader(person, browser, begun.address().getPath());
    }

    private static String withoutTokens(Visitor.Page page) {
        var html = page.html();
        html.select("input[name=_csrf], meta[name=csrf-token]").remove();
        return html.outerHtml();
    }

    @Test
    void showsEverybodyWhatAModuleIs() {
        var page = Visitor.at(port).get("/modules/" + module.module());
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.html().text()).contains("Title of lesson 1").contains("70%");
        assertThat(page.html().select(".btn:not(.btn--quiet)")).hasSize(1);
        assertThat(Visitor.at(port).get("/modules/no-such-module").status()).isEqualTo(404);
        assertThat(Visitor.at(port)
                        .get("/modules/" + module.module() + "/enrolments")
                        .address()
                        .getPath())
                .isEqualTo("/sign-in");
    }

    /** Enrols, reads both lessons, and opens the quiz. */
    private Visitor.Page untilTheQuiz() {
        var lesson = visitor.send(visitor.get("/modules/" + module.module()).form("form[action$=enrolments]"));
        assertThat(lesson.html().select("h1").text()).isEqualTo("Title of lesson 1");
        assertThat(lesson.html().select(".sources li")).hasSize(1);
        lesson = visitor.send(lesson.form("form[action$=completion]"));
        assertThat(lesson.html().select("h1").text()).isEqualTo("Title of lesson 2");
        var done = visitor.send(lesson.form("form[action$=completion]"));
        assertThat(done.address().getPath()).isEqualTo("/modules/" + module.module());
        var paper = visitor.send(done.form("form[action$=attempts]"));
        assertThat(paper.address().getPath()).startsWith("/attempts/");
        return paper;
    }
}
