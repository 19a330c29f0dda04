package eu.includeu.academy.reader;

import eu.includeu.academy.accounts.Account;
import eu.includeu.academy.accounts.Action;
import eu.includeu.academy.accounts.May;
import eu.includeu.academy.catalogue.Catalogue;
import eu.includeu.academy.platform.KeptPage;
import eu.includeu.academy.progress.Enrolment;
import eu.includeu.academy.progress.Learning;
import eu.includeu.academy.progress.Progress;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.WebSession;
import reactor.core.publisher.Mono;

/** The pages of an enrolment: its lessons, its language, and the way to the quiz. */
@Controller
@RequestMapping("/enrolments/{id}")
class ReaderPages {

    private final Learning learning;
    private final Progress progress;
    private final Catalogue catalogue;

    ReaderPages(Learning learning, Progress progress, Catalogue catalogue) {
        this.learning = learning;
        this.progress = progress;
        this.catalogue = catalogue;
    }

    /** In which language to go on, and at which lesson. */
    record LanguageForm(String language, int lesson) {}

    /** Goes where the official left off. */
    @GetMapping
    @May(Action.LEARN)
    Mono<Rendering> resume(@PathVariable Enrolment.Id id, @AuthenticationPrincipal Account me) {
        return progress.enrolment(id, me.id()).map(enrolment -> seeOther(lesson(id, enrolment.next())));
    }

    @GetMapping("/lessons/{number}")
    @May(Action.LEARN)
    Mono<Rendering> show(@PathVariable Enrolment.Id id, @PathVariable int number, @AuthenticationPrincipal Account me) {
        return learning.openLesson(id, me.id(), number)
                .flatMap(enrolment -> reading(enrolment, number))
                .map(reading -> Rendering.view("reader/lesson")
                        .modelAttribute(KeptPage.ENTRY, reading.page())
                        .build());
    }

    @PostMapping("/lessons/{number}/completion")
    @May(Action.LEARN)
    Mono<Rendering> finish(
            @PathVariable Enrolment.Id id,
            @PathVariable int number,
            @AuthenticationPrincipal Account me,
            WebSession session) {
        return learning.finishLesson(id, me.id(), number).map(enrolment -> onwards(enrolment, number, session));
    }

    @PostMapping("/language")
    @May(Action.LEARN)
    Mono<Rendering> readIn(@PathVariable Enrolment.Id id, LanguageForm form, @AuthenticationPrincipal Account me) {
        return learning.readIn(id, me.id(), form.language()).map(enrolment -> seeOther(lesson(id, form.lesson())));
    }

    private Mono<Reading> reading(Enrolment enrolment, int number) {
        return Mono.zip(
                        catalogue.offer(enrolment.subject(), enrolment.language()),
                        catalogue.edition(enrolment.subject(), enrolment.language()),
                        catalogue.lesson(enrolment.subject(), enrolment.language(), number))
                .map(all -> new Reading(enrolment, all.getT1(), all.getT2(), all.getT3()));
    }

    /** To the next lesson; after the last one to what was left out, or to the quiz. */
    private static Rendering onwards(Enrolment enrolment, int number, WebSession session) {
        if (number < enrolment.lessons().size()) {
            return seeOther(lesson(enrolment.id(), number + 1));
        }
        if (enrolment.left() > 0) {
            session.getAttributes().put("notice", "lesson.notice.left-out");
            return seeOther(lesson(enrolment.id(), enrolment.next()));
        }
        session.getAttributes().put("notice", "lesson.notice.all-done");
        return seeOther("/modules/" + enrolment.subject().module());
    }

    private static String lesson(Enrolment.Id id, int number) {
        return "/enrolments/" + id + "/lessons/" + number;
    }

    private static Rendering seeOther(String target) {
        return Rendering.redirectTo(target).status(HttpStatus.SEE_OTHER).build();
    }
}
