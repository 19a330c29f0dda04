package eu.includeu.academy.authoring;

import eu.includeu.academy.accounts.Account;
import eu.includeu.academy.accounts.Action;
import eu.includeu.academy.accounts.May;
import eu.includeu.academy.accounts.Notice;
import eu.includeu.academy.platform.Problem;
import eu.includeu.academy.platform.Refused;
import eu.includeu.academy.platform.Stale;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.WebSession;
import reactor.core.publisher.Mono;

/** The pages of a review: another trainer's module as officials will see it, with its keys, and the decision on it. */
@Controller
@RequestMapping("/drafts/{id}")
class ReviewPages {

    /**
     * A decision on what was read.
     *
     * @param decision approve or return
     */
    record DecisionForm(@Nullable String decision, @Nullable String comment, int version) {

        String said() {
            return Objects.requireNonNullElse(comment, "");
        }
    }

    private final Reviewing reviewing;
    private final Checking checking;

    ReviewPages(Reviewing reviewing, Checking checking) {
        this.reviewing = reviewing;
        this.checking = checking;
    }

    @GetMapping("/review")
    @May(Action.REVIEW_MODULE)
    Mono<Rendering> show(@PathVariable Draft.Id id, @AuthenticationPrincipal Account me) {
        return page(id, "", List.of(), HttpStatus.OK, me);
    }

    @PostMapping("/review")
    @May(Action.REVIEW_MODULE)
    Mono<Rendering> decide(
            @PathVariable Draft.Id id,
            @ModelAttribute DecisionForm form,
            @AuthenticationPrincipal Account me,
            WebSession session) {
        return decided(id, form, me)
                .map(draft -> draft.isApproved()
                        ? Notice.then(session, "draft.review.approved", "/drafts/" + id + "/review")
                        : Notice.then(session, "draft.review.returned", "/drafts"))
                .onErrorResume(error -> again(id, form.said(), me, error));
    }

    @PostMapping("/publication")
    @May(Action.REVIEW_MODULE)
    Mono<Rendering> publish(
            @PathVariable Draft.Id id,
            @ModelAttribute DecisionForm form,
            @AuthenticationPrincipal Account me,
            WebSession session) {
        return reviewing
                .publish(id, form.version(), me)
                .map(draft -> Notice.then(session, "draft.review.published", "/drafts/" + id + "/review"))
                .onErrorResume(error -> again(id, "", me, error));
    }

    private Mono<Draft> decided(Draft.Id id, DecisionForm form, Account me) {
        return switch (Objects.requireNonNullElse(form.decision(), "")) {
            case "approve" -> reviewing.approve(id, form.version(), me);
            case "return" -> reviewing.giveBack(id, form.version(), form.said(), me);
            default -> Mono.error(() -> new Refused("draft.review.no-decision"));
        };
    }

    private Mono<Rendering> page(Draft.Id id, String comment, List<Problem> problems, HttpStatus status, Account me) {
        return reviewing
                .draft(id, me.id())
                .zipWhen(draft -> checking.check(draft.source()))
                .map(both -> Rendering.view("authoring/review")
                        .status(status)
                        .modelAttribute("draft", both.getT1())
                        .modelAttribute("own", both.getT1().isBy(me.id()))
                        .modelAttribute("checked", both.getT2())
                        .modelAttribute("comment", comment)
                        .modelAttribute("problems", problems)
                        .build());
    }

    /** What is wrong with the text has no field on this page. */
    private static List<Problem> onThisPage(Refused refused) {
        return refused.problems().stream()
                .map(problem -> "comment".equals(problem.field())
                        ? problem
                        : new Problem(null, problem.code(), problem.arguments()))
                .toList();
    }

    private Mono<Rendering> again(Draft.Id id, String comment, Account me, Throwable error) {
        if (error instanceof Stale) {
            return page(id, comment, List.of(Problem.of(null, "draft.review.stale")), HttpStatus.CONFLICT, me);
        }
        return error instanceof Refused refused
                ? page(id, comment, onThisPage(refused), HttpStatus.UNPROCESSABLE_CONTENT, me)
                : Mono.error(error);
    }
}
