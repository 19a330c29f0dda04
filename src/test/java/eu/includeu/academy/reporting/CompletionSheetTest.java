package eu.includeu.academy.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import eu.includeu.academy.progress.ProgressFigures.Row;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.support.ResourceBundleMessageSource;
import reactor.core.publisher.Flux;
import reactor.test.StepVerifier;

class CompletionSheetTest {

    private static final UUID AUTHORITY = new UUID(0, 1);

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+31", "-2", "@sum", "\tx", "\rx", "\nx"})
    void takesTheStingOutOfFormulas(String cell) {
        assertThat(CompletionSheet.harmless(cell)).isEqualTo("'" + cell);
    }

    @Test
    void leavesOrdinaryTextAsItIs() {
        assertThat(CompletionSheet.harmless("Ana-María =")).isEqualTo("Ana-María =");
        assertThat(CompletionSheet.harmless("")).isEmpty();
    }

    @Test
    void namesColumnsInTheReadersLanguageAndPartsThemAsItsSpreadsheetsDo() {
        assertThat(sheet("en").head())
                .isEqualTo("Authority,Name,Module,Version,Language,Score,Completed on,State,Decided on\r\n");
        assertThat(sheet("nl").head()).startsWith("Overheid;Naam;Module;");
    }

    @Test
    void writesACompletionAsALine() {
        assertThat(sheet("en").lines(List.of(row("=cmd|' /C calc'!A0, \"Max\""))))
                .isEqualTo(
                        "Gemeente Tilburg,\"'=cmd|' /C calc'!A0, \"\"Max\"\"\",Fair rent,1.0.0,Ελληνικά,85%,2026-03-02,counts,\r\n");
    }

    @Test
    void makesNoMoreLinesThanAreAskedFor() {
        var made = new AtomicLong();
        var rows = Flux.range(0, 500)
                .map(at -> List.of(row("Person " + at), row("Somebody " + at)))
                .doOnNext(some -> made.addAndGet(some.size()));
        StepVerifier.create(sheet("en").pieces(rows), 0)
                .thenRequest(3)
                .assertNext(head -> assertThat(head).startsWith("\uFEFFAuthority"))
                .expectNextCount(2)
                .then(() -> assertThat(made).hasValue(4))
                .thenRequest(Long.MAX_VALUE)
                .expectNextCount(500 - 2)
                .verifyComplete();
        assertThat(made).hasValue(1_000);
    }

    private static Row row(String name) {
        return new Row(
                AUTHORITY,
                AUTHORITY,
                name,
                "rent",
                "1.0.0",
                "el",
                0.85,
                Instant.parse("2026-03-02T09:00:00Z"),
                "none",
                null);
    }

    private static CompletionSheet sheet(String language) {
        var texts = new ResourceBundleMessageSource();
        texts.setBasenames("messages/reporting", "messages/authorities");
        texts.setDefaultEncoding("UTF-8");
        texts.setFallbackToSystemLocale(false);
        return new CompletionSheet(
                Map.of(AUTHORITY, "Gemeente Tilburg"),
                Map.of("rent", "Fair rent"),
                texts,
                Locale.forLanguageTag(language));
    }
}
