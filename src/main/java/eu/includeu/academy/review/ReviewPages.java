package eu.includeu.academy.review;

import eu.includeu.academy.accounts.Account;
import eu.includeu.academy.accounts.Action;
import eu.includeu.academy.accounts.May;
import eu.includeu.academy.catalogue.Catalogue;
import eu.includeu.academy.catalogue.Offer;
import eu.includeu.academy.platform.Clock;
import eu.includeu.academy.platform.Problem;
import eu.includeu.academy.platform.Refused;
import eu.includeu.academy.progress.Completion;
import eu.includeu.academy.progress.Enrolment;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
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

/** A coordinator's page of what waits for a decision: completions to confirm, and quizzes without a go left. */
@Controller
class ReviewPages {

    /**
     * A decision as it is typed.
     *
     * @param verdict confirm or return
     * @param version of the completion as it was shown
     */
    record DecisionForm(
            @Nullable String verdict, int version, @Nullable String reason) {

        boolean confirms() {
            return "confirm".equals(verdict);
        }

        String why() {
            return Objects.requireNonNullElse(reason, "");
        }
    }

    /** What could not be taken: about which row, what was typed, and why not. */
    record Untaken(UUID row, String reason, List<Problem> problems) {}

    private final Reviews reviews;
    private final Catalogue catalogue;

    ReviewPages(Reviews reviews, Catalogue catalogue) {
        this.reviews = reviews;
        this.catalogue = catalogue;
    }

    @GetMapping("/reviews")
    @May(Action.REVIEW_COMPLETION)
    Mono<Rendering> queue(@AuthenticationPrincipal Account me, Locale reader) {
        return page(me, reader, null);
    }

    @PostMapping("/reviews/{completion}")
    @May(Action.REVIEW_COMPLETION)
    Mono<Rendering> decide(
            @PathVariable Completion.Id completion,
            DecisionForm form,
            @AuthenticationPrincipal Account me,
            Locale reader,
            WebSession session) {
        return (form.confirms()
                        ? reviews.confirm(completion, me, form.version())
                        : reviews.giveBack(completion, me, form.version(), form.why()))
                .map(decided -> done(session, form.confirms() ? "review.notice.confirmed" : "review.notice.returned"))
                .onErrorResume(
                        Refused.class,
                        refused -> page(me, reader, new Untaken(completion.value(), form.why(), refused.problems())));
    }

    @PostMapping("/enrolments/{id}/reset")
    @May(Action.REVIEW_COMPLETION)
    Mono<Rendering> reset(
            @PathVariable Enrolment.Id id,
            DecisionForm form,
            @AuthenticationPrincipal Account me,
            Locale reader,
            WebSession session) {
        return reviews.reset(id, me, form.why())
                .map(enrolment -> done(session, "review.notice.reset"))
                .onErrorResume(
                        Refused.class,
                        refused -> page(me, reader, new Untaken(id.value(), form.why(), refused.problems())));
    }

    private Mono<Rendering> page(Account me, Locale reader, @Nullable Untaken untaken) {
        return Mono.zip(reviews.queue(me), reviews.stuck(me), titles(reader)).map(all -> Rendering.view(
                        "review/reviews")
                .status(untaken == null ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT)
                .modelAttribute("queue", all.getT1())
                .modelAttribute("stuck", all.getT2())
                .modelAttribute("offers", all.getT3())
                .modelAttribute("zone", Clock.ZONE)
                .modelAttribute("untaken", untaken == null ? new Untaken(new UUID(0, 0), "", List.of()) : untaken)
                .modelAttribute("problems", untaken == null ? List.of() : pointed(untaken))
                .build());
    }

    /** The same problems, pointing at the field of their row. */
    private static List<Problem> pointed(Untaken untaken) {
        return untaken.problems().stream()
                .map(problem -> problem.field() == null
                        ? problem
                        : new Problem("reason-" + untaken.row(), problem.code(), problem.arguments()))
                .toList();
    }

    private Mono<Map<String, Offer>> titles(Locale reader) {
        return catalogue.offers(reader.getLanguage()).map(offers -> offers.stream()
                .collect(Collectors.toMap(offer -> offer.id().module(), Function.identity())));
    }

    private static Rendering done(WebSession session, String notice) {
        session.getAttributes().put("notice", notice);
        return Rendering.redirectTo("/reviews").status(HttpStatus.SEE_OTHER).build();
    }
}
