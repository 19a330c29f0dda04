package eu.includeu.academy.reader;

import eu.includeu.academy.accounts.Account;
import eu.includeu.academy.accounts.Action;
import eu.includeu.academy.accounts.May;
import eu.includeu.academy.assessment.Assessment;
import eu.includeu.academy.assessment.Attempt;
import eu.includeu.academy.assessment.Sheet;
import eu.includeu.academy.catalogue.Catalogue;
import eu.includeu.academy.progress.Enrolment;
import eu.includeu.academy.progress.Next;
import eu.includeu.academy.progress.Progress;
import java.util.Locale;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.reactive.result.view.Rendering;
import reactor.core.publisher.Mono;

/** The page that says how a quiz went. */
@Controller
class ResultPages {

    private final Assessment assessment;
    private final Progress progress;
    private final Catalogue catalogue;

    ResultPages(Assessment assessment, Progress progress, Catalogue catalogue) {
        this.assessment = assessment;
        this.progress = progress;
        this.catalogue = catalogue;
    }

    @GetMapping("/attempts/{id}/result")
    @May(Action.LEARN)
    Mono<Rendering> show(@PathVariable Attempt.Id id, @AuthenticationPrincipal Account me, Locale reader) {
        return assessment
                .sheet(id, me.id())
                .flatMap(sheet -> sheet.attempt().isGraded()
                        ? page(sheet, reader)
                        : Mono.just(Rendering.redirectTo("/attempts/" + id)
                                .status(HttpStatus.SEE_OTHER)
                                .build()));
    }

    private Mono<Rendering> page(Sheet sheet, Locale reader) {
        var attempt = sheet.attempt();
        return progress.in(attempt.official(), attempt.subject().module())
                .flatMap(enrolment -> result(sheet, enrolment, reader))
                .map(result -> Rendering.view("reader/result")
                        .modelAttribute("result", result)
                        .build());
    }

    private Mono<Result> result(Sheet sheet, Optional<Enrolment> enrolment, Locale reader) {
        var attempt = sheet.attempt();
        return Mono.zip(
                        catalogue.offer(attempt.subject(), reader.getLanguage()),
                        catalogue.edition(attempt.subject(), attempt.language()),
                        assessment.tries(
                                attempt.official(),
                                attempt.subject(),
                                enrolment.map(Enrolment::extraAttempts).orElse(0)),
                        enrolment.map(progress::next).orElseGet(() -> Mono.just(Next.entering(true, true))))
                .map(all ->
                        new Result(sheet, all.getT1(), all.getT2(), enrolment.orElse(null), all.getT3(), all.getT4()));
    }
}
