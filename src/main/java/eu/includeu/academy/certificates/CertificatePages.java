package eu.includeu.academy.certificates;

import eu.includeu.academy.accounts.Account;
import eu.includeu.academy.accounts.Action;
import eu.includeu.academy.accounts.May;
import eu.includeu.academy.platform.Missing;
import eu.includeu.academy.platform.Problem;
import eu.includeu.academy.platform.Refused;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.reactive.result.view.Rendering;
import reactor.core.publisher.Mono;

/** The pages of certificates: one's own, each as a file, and the check that is open to anyone. */
@Controller
class CertificatePages {

    private final Certifying certifying;
    private final CertificateWords words;
    private final CertificatePrint print;

    CertificatePages(Certifying certifying, CertificateWords words, CertificatePrint print) {
        this.certifying = certifying;
        this.words = words;
        this.print = print;
    }

    @GetMapping("/certificates")
    @May(Action.SEE_OWN_CERTIFICATES)
    Mono<Rendering> mine(@AuthenticationPrincipal Account me, Locale locale) {
        return certifying.mine(me.id()).map(mine -> Rendering.view("certificates/list")
                .modelAttribute(
                        "certificates",
                        mine.stream().map(each -> words.row(each, locale)).toList())
                .build());
    }

    @GetMapping("/certificates/{id}.pdf")
    @May(Action.SEE_OWN_CERTIFICATES)
    Mono<ResponseEntity<byte[]>> file(@PathVariable Certificate.Id id, @AuthenticationPrincipal Account me) {
        var language = Locale.forLanguageTag(me.language());
        return certifying
                .find(id, me.id())
                .zipWhen(found -> print.pdf(words.sheet(found, language), language))
                .map(both -> ResponseEntity.ok()
                        .contentType(MediaType.APPLICATION_PDF)
                        .header(HttpHeaders.CONTENT_DISPOSITION, fileName(both.getT1()))
                        .body(both.getT2()));
    }

    @GetMapping("/check")
    @May(Action.CHECK_CERTIFICATE)
    Mono<Rendering> check(@RequestParam(required = false) @Nullable String number, Locale locale) {
        return number == null || number.isBlank()
                ? Mono.just(page("", List.of(), Optional.empty(), HttpStatus.OK))
                : Mono.fromSupplier(() -> CertificateNumber.parse(number))
                        .flatMap(certifying::check)
                        .map(found -> page(number, List.of(), Optional.of(words.checked(found, locale)), HttpStatus.OK))
                        .onErrorResume(
                                Refused.class,
                                refused -> Mono.just(page(
                                        number,
                                        refused.problems(),
                                        Optional.empty(),
                                        HttpStatus.UNPROCESSABLE_CONTENT)))
                        .onErrorResume(
                                Missing.class,
                                missing -> Mono.just(page(
                                        number,
                                        List.of(Problem.of("number", "check.unknown")),
                                        Optional.empty(),
                                        HttpStatus.NOT_FOUND)));
    }

    private static Rendering page(
            String number, List<Problem> problems, Optional<CertificateWords.CheckedRow> found, HttpStatus status) {
        var page = Rendering.view("certificates/check")
                .status(status)
                .modelAttribute("number", number)
                .modelAttribute("problems", problems);
        found.ifPresent(row -> page.modelAttribute("found", row));
        return page.build();
    }

    private static String fileName(Certificate certificate) {
        return ContentDisposition.attachment()
                .filename("includ-eu-" + certificate.module() + ".pdf")
                .build()
                .toString();
    }
}
