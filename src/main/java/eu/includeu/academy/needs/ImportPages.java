package eu.includeu.academy.needs;

import eu.includeu.academy.accounts.Account;
import eu.includeu.academy.accounts.Action;
import eu.includeu.academy.accounts.May;
import eu.includeu.academy.accounts.Notice;
import eu.includeu.academy.authorities.Authority;
import eu.includeu.academy.capacity.Declaring;
import eu.includeu.academy.competencies.Competencies;
import eu.includeu.academy.platform.Clock;
import eu.includeu.academy.platform.Problem;
import eu.includeu.academy.platform.Refused;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.codec.multipart.FilePart;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebSession;
import reactor.core.publisher.Mono;

/** Handing in a table of needs, seeing what is wrong in it, and declaring what is right. */
@Controller
@RequestMapping("/needs/import")
class ImportPages {

    private final Importing importing;
    private final Declaring declaring;
    private final Competencies competencies;
    private final Clock clock;

    ImportPages(Importing importing, Declaring declaring, Competencies competencies, Clock clock) {
        this.importing = importing;
        this.declaring = declaring;
        this.competencies = competencies;
        this.clock = clock;
    }

    @GetMapping
    @May(Action.DECLARE_NEED)
    Mono<Rendering> blank(@AuthenticationPrincipal Account me) {
        return page(me, List.of(), HttpStatus.OK);
    }

    /** The heading with one line as an example. */
    @GetMapping("/template.csv")
    @May(Action.DECLARE_NEED)
    Mono<ResponseEntity<byte[]>> template(@AuthenticationPrincipal Account me, Locale locale) {
        return declaring.houses(me).map(houses -> ResponseEntity.ok()
                .contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"needs.csv\"")
                .body(NeedTemplate.of(houses, competencies, clock.today(), locale)
                        .getBytes(StandardCharsets.UTF_8)));
    }

    @PostMapping
    @May(Action.DECLARE_NEED)
    Mono<Rendering> handIn(ServerWebExchange exchange, @AuthenticationPrincipal Account me) {
        return exchange.getMultipartData()
                .flatMap(
                        parts -> parts.getFirst("file") instanceof FilePart file ? bytes(file) : Mono.just(new byte[0]))
                .flatMap(bytes -> importing.handIn(bytes, me, new Batch.Id(UUID.randomUUID())))
                .map(id -> Rendering.redirectTo("/needs/import/" + id)
                        .status(HttpStatus.SEE_OTHER)
                        .build())
                .onErrorResume(
                        Refused.class, refused -> page(me, inTheFile(refused), HttpStatus.UNPROCESSABLE_CONTENT));
    }

    private static Mono<byte[]> bytes(FilePart file) {
        return DataBufferUtils.join(file.content(), Batch.MOST_BYTES + 1)
                .map(buffer -> {
                    var bytes = new byte[buffer.readableByteCount()];
                    buffer.read(bytes);
                    DataBufferUtils.release(buffer);
                    return bytes;
                })
                .onErrorMap(
                        DataBufferLimitException.class,
                        large -> new Refused(List.of(Problem.of("file", "import.large", Batch.MOST_BYTES / 1_000_000))))
                .defaultIfEmpty(new byte[0]);
    }

    @GetMapping("/{id}")
    @May(Action.DECLARE_NEED)
    Mono<Rendering> show(@PathVariable String id, @AuthenticationPrincipal Account me) {
        return importing.check(Batch.Id.of(id), me).map(checked -> checked(checked, HttpStatus.OK));
    }

    @PostMapping("/{id}/needs")
    @May(Action.DECLARE_NEED)
    Mono<Rendering> declare(@PathVariable String id, @AuthenticationPrincipal Account me, WebSession session) {
        return importing
                .check(Batch.Id.of(id), me)
                .flatMap(checked -> importing.declare(checked, me))
                .delayUntil(checked -> importing.close(checked, me))
                .map(checked -> checked.sheet().bad().isEmpty()
                        ? Notice.then(session, "import.declared", "/needs?state=declared")
                        : told(checked, session));
    }

    /** Some lines stay to be mended: the page says which. */
    private static Rendering told(Importing.Checked checked, WebSession session) {
        return checked.good() == 0
                ? checked(checked, HttpStatus.UNPROCESSABLE_CONTENT)
                : Notice.then(
                        session,
                        "import.declared",
                        "/needs/import/" + checked.batch().id());
    }

    private static Rendering checked(Importing.Checked checked, HttpStatus status) {
        return Rendering.view("needs/import-checked")
                .status(status)
                .modelAttribute("checked", checked)
                .modelAttribute("bad", checked.sheet().bad())
                .modelAttribute("problems", List.of())
                .build();
    }

    private Mono<Rendering> page(Account me, List<Problem> problems, HttpStatus status) {
        return declaring.houses(me).map(houses -> Rendering.view("needs/import")
                .status(status)
                .modelAttribute("problems", problems)
                .modelAttribute("houses", houses)
                .modelAttribute("competencies", competencies.all())
                .modelAttribute("columns", Stream.of(NeedSheet.Column.values()).toList())
                .modelAttribute("mostLines", NeedSheet.MOST_LINES)
                .modelAttribute("example", example(houses))
                .build());
    }

    private static String example(List<Authority> houses) {
        return houses.stream().map(Authority::name).limit(1).collect(Collectors.joining());
    }

    /** What is wrong with the whole is wrong with the field in which it was chosen. */
    private static List<Problem> inTheFile(Refused refused) {
        return refused.problems().stream()
                .map(problem -> new Problem("file", problem.code(), problem.arguments()))
                .toList();
    }
}
