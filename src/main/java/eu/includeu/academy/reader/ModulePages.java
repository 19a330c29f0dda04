package eu.includeu.academy.reader;

import eu.includeu.academy.accounts.Account;
import eu.includeu.academy.accounts.Action;
import eu.includeu.academy.accounts.May;
import eu.includeu.academy.assessment.Assessment;
import eu.includeu.academy.assessment.Attempt;
import eu.includeu.academy.assessment.Tries;
import eu.includeu.academy.catalogue.Catalogue;
import eu.includeu.academy.catalogue.Edition;
import eu.includeu.academy.catalogue.Offer;
import eu.includeu.academy.competencies.Competencies;
import eu.includeu.academy.platform.Clock;
import eu.includeu.academy.platform.Problem;
import eu.includeu.academy.platform.Refused;
import eu.includeu.academy.progress.Enrolling;
import eu.includeu.academy.progress.Enrolment;
import eu.includeu.academy.progress.Learning;
import eu.includeu.academy.progress.Next;
import eu.includeu.academy.progress.Prerequisite;
import eu.includeu.academy.progress.Progress;
import eu.includeu.academy.review.Reviews;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.WebSession;
import reactor.core.publisher.Mono;

/** The page of a module, and everything that is begun, given up or asked for there. */
@Controller
class ModulePages {

    private final Enrolling enrolling;
    private final Learning learning;
    private final Reviews reviews;
    private final Progress progress;
    private final Assessment assessment;
    private final Catalogue catalogue;
    private final Competencies competencies;
    private final Clock clock;

    ModulePages(
            Enrolling enrolling,
            Learning learning,
            Reviews reviews,
            Progress progress,
            Assessment assessment,
            Catalogue catalogue,
            Competencies competencies,
            Clock clock) {
        this.enrolling = enrolling;
        this.learning = learning;
        this.reviews = reviews;
        this.progress = progress;
        this.assessment = assessment;
        this.catalogue = catalogue;
        this.competencies = competencies;
        this.clock = clock;
    }

    @GetMapping("/modules/{module}")
    @May(Action.SEE_CATALOGUE)
    Mono<Rendering> show(@PathVariable String module, @AuthenticationPrincipal @Nullable Account me, Locale reader) {
        return page(module, me, reader, List.of());
    }

    /** Where a visitor goes to start: by way of the sign-in, back to the module. */
    @GetMapping("/modules/{module}/enrolments")
    @May(Action.LEARN)
    Rendering back(@PathVariable String module) {
        return seeOther("/modules/" + module);
    }

    /** How a module is begun: at its first lesson, or with the test before it. */
    record Beginning(@Nullable String pretest) {}

    @PostMapping("/modules/{module}/enrolments")
    @May(Action.LEARN)
    Mono<Rendering> enrol(
            @PathVariable String module, Beginning beginning, @AuthenticationPrincipal Account me, Locale reader) {
        return enrolling
                .enrol(me, module, reader)
                .flatMap(enrolment -> beginning.pretest() != null && enrolment.state() == Enrolment.State.ENROLLED
                        ? pretest(enrolment.id(), me)
                        : Mono.just(seeOther(first(enrolment))))
                .onErrorResume(Refused.class, refused -> page(module, me, reader, refused.problems()));
    }

    /** Takes the test before the first lesson. */
    @PostMapping("/enrolments/{id}/pretest")
    @May(Action.LEARN)
    Mono<Rendering> takePretest(@PathVariable Enrolment.Id id, @AuthenticationPrincipal Account me, Locale reader) {
        return pretest(id, me).onErrorResume(Refused.class, refused -> again(id, me, reader, refused));
    }

    private Mono<Rendering> pretest(Enrolment.Id id, Account me) {
        return learning.startPretest(id, me.id())
                .map(attempt -> seeOther("/attempts/" + attempt.id() + (attempt.isGraded() ? "/result" : "")));
    }

    private static String first(Enrolment enrolment) {
        return enrolment.state() == Enrolment.State.ENROLLED || enrolment.left() > 0
                ? "/enrolments/" + enrolment.id() + "/lessons/" + enrolment.next()
                : "/modules/" + enrolment.subject().module();
    }

    /** Sits the quiz; what stands in the way is told on the page of the module. */
    @PostMapping("/enrolments/{id}/attempts")
    @May(Action.LEARN)
    Mono<Rendering> sit(@PathVariable Enrolment.Id id, @AuthenticationPrincipal Account me, Locale reader) {
        return learning.startQuiz(id, me.id())
                .map(attempt -> seeOther("/attempts/" + attempt.id()))
                .onErrorResume(Refused.class, refused -> again(id, me, reader, refused));
    }

    /** Asks once whether the module is to be given up. */
    @GetMapping("/enrolments/{id}/withdrawal")
    @May(Action.LEARN)
    Mono<Rendering> askToWithdraw(@PathVariable Enrolment.Id id, @AuthenticationPrincipal Account me, Locale reader) {
        return progress.enrolment(id, me.id())
                .zipWhen(enrolment -> catalogue.offer(enrolment.subject(), reader.getLanguage()))
                .map(both -> Rendering.view("reader/withdrawal")
                        .modelAttribute("enrolment", both.getT1())
                        .modelAttribute("offer", both.getT2())
                        .build());
    }

    @PostMapping("/enrolments/{id}/withdrawal")
    @May(Action.LEARN)
    Mono<Rendering> withdraw(
            @PathVariable Enrolment.Id id, @AuthenticationPrincipal Account me, Locale reader, WebSession session) {
        return enrolling
                .withdraw(id, me.id())
                .doOnNext(enrolment -> session.getAttributes().put("notice", "module.notice.withdrawn"))
                .map(enrolment -> seeOther("/modules/" + enrolment.subject().module()))
                .onErrorResume(Refused.class, refused -> again(id, me, reader, refused));
    }

    /** Asks a coordinator for another look at a returned completion. */
    @PostMapping("/enrolments/{id}/resubmission")
    @May(Action.LEARN)
    Mono<Rendering> resubmit(
            @PathVariable Enrolment.Id id, @AuthenticationPrincipal Account me, Locale reader, WebSession session) {
        return reviews.resubmit(id, me.id())
                .doOnNext(completion -> session.getAttributes().put("notice", "module.notice.resubmitted"))
                .map(completion -> seeOther("/modules/" + completion.subject().module()))
                .onErrorResume(Refused.class, refused -> again(id, me, reader, refused));
    }

    private Mono<Rendering> again(Enrolment.Id id, Account me, Locale reader, Refused refused) {
        return progress.enrolment(id, me.id())
                .flatMap(enrolment -> page(enrolment.subject().module(), me, reader, refused.problems()));
    }

    private Mono<Rendering> page(String module, @Nullable Account me, Locale reader, List<Problem> problems) {
        return (me == null ? forVisitor(module, reader) : forOfficial(module, me.id(), reader))
                .map(view -> Rendering.view("reader/module")
                        .status(problems.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT)
                        .modelAttribute("view", view)
                        .modelAttribute("today", clock.today())
                        .modelAttribute("problems", problems)
                        .build());
    }

    private Mono<ModuleView> forVisitor(String module, Locale reader) {
        return catalogue.offer(module, reader.getLanguage()).flatMap(offer -> Mono.zip(
                        catalogue.edition(offer.id(), reader.getLanguage()), enrolling.prerequisites(offer, reader))
                .map(both -> new ModuleView(
                        offer,
                        both.getT1(),
                        ModuleView.taught(offer, competencies, reader),
                        both.getT2(),
                        null,
                        null,
                        Next.SIGN_IN,
                        ModuleView.Pretest.NONE)));
    }

    private Mono<ModuleView> forOfficial(String module, Account.Id me, Locale reader) {
        return progress.in(me, module)
                .flatMap(mine -> mine.isPresent()
                        ? taken(mine.get(), me, reader)
                        : catalogue.offer(module, reader.getLanguage()).flatMap(offer -> untaken(offer, me, reader)));
    }

    private Mono<ModuleView> untaken(Offer offer, Account.Id me, Locale reader) {
        return Mono.zip(
                        catalogue.edition(offer.id(), reader.getLanguage()),
                        enrolling.prerequisites(me, offer, reader),
                        assessment.tries(me, offer.id(), 0),
                        assessment.pretest(me, offer.id()))
                .map(all -> untaken(offer, all.getT1(), all.getT2(), all.getT3(), all.getT4(), reader));
    }

    private ModuleView untaken(
            Offer offer,
            Edition edition,
            List<Prerequisite> prerequisites,
            Tries tries,
            Optional<Attempt> pretest,
            Locale reader) {
        var next =
                Next.entering(prerequisites.stream().allMatch(Prerequisite::met), offer.takesEnrolments(clock.today()));
        return new ModuleView(
                offer,
                edition,
                ModuleView.taught(offer, competencies, reader),
                prerequisites,
                null,
                tries,
                next,
                ModuleView.Pretest.entering(edition, next, pretest));
    }

    private Mono<ModuleView> taken(Enrolment mine, Account.Id me, Locale reader) {
        return Mono.zip(
                        catalogue.offer(mine.subject(), reader.getLanguage()),
                        catalogue.edition(mine.subject(), reader.getLanguage()),
                        assessment.tries(me, mine.subject(), mine.extraAttempts()),
                        progress.next(mine),
                        assessment.pretest(me, mine.subject()))
                .map(all -> new ModuleView(
                        all.getT1(),
                        all.getT2(),
                        ModuleView.taught(all.getT1(), competencies, reader),
                        List.of(),
                        mine,
                        all.getT3(),
                        all.getT4(),
                        ModuleView.Pretest.in(all.getT2(), mine, all.getT5())));
    }

    private static Rendering seeOther(String target) {
        return Rendering.redirectTo(target).status(HttpStatus.SEE_OTHER).build();
    }
}
