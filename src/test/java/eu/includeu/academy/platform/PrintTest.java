package eu.includeu.academy.platform;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.text.Normalizer;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.junit.jupiter.api.Test;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

class PrintTest {

    private static final Print PRINT = PrintExamples.print();

    @Test
    void makesWhatTheCheckerAccepts() throws IOException {
        assertThat(Conformance.faults(PRINT.pdf(page("<p>Ελληνικά, română, slovenščina: καλημέρα, șțâ, čšž</p>"))))
                .isEmpty();
    }

    @Test
    void isCheckedByAJudgeThatCanSayNo() throws IOException {
        var plain = new ByteArrayOutputStream();
        try (var document = new PDDocument()) {
            document.addPage(new PDPage());
            document.save(plain);
        }
        var silentPicture = PRINT.pdf(page("<div><svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'>"
                + "<rect width='9' height='9'/></svg></div>"));

        assertThat(Conformance.faults(plain.toByteArray(), PDFAFlavour.PDFA_3_A))
                .isNotEmpty();
        assertThat(Conformance.faults(plain.toByteArray(), PDFAFlavour.PDFUA_1)).isNotEmpty();
        assertThat(Conformance.faults(silentPicture, PDFAFlavour.PDFA_3_A)).isEmpty();
        assertThat(Conformance.faults(silentPicture, PDFAFlavour.PDFUA_1))
                .singleElement()
                .asString()
                .contains("Figure");
    }

    @Test
    void printsWhatWasPastedFromAnywhere() throws IOException {
        var reading = Reading.of(PRINT.pdf(page("<p>Jose\u0301 \u0000\u0007&lt;b&gt; Jeras\u030Ca\uFFFF</p>")));

        assertThat(reading.text()).contains("José <b> Jeraša");
    }

    @Test
    void hasTheLettersOfEveryOfficialLanguageOfTheUnion() throws IOException {
        var letters = "ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÐÑÒÓÔÕÖØÙÚÛÜÝÞßŸ ĀĂĄĆĊČĎĐĒĖĘĚĠĢĞĦĪĮĶĹĻĽŁŃŅŇŌŐŒŔŘŚŞŠȘŤȚŪŮŰŲŹŻŽ"
                + " ΑΒΓΔΕΖΗΘΙΚΛΜΝΞΟΠΡΣΤΥΦΧΨΩΆΈΉΊΌΎΏΪΫΐΰς АБВГДЕЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЮЯЄІЇЂЃЉЊЋЏҐ";
        var all = letters + letters.toLowerCase(Locale.ROOT);

        assertThat(Reading.of(PRINT.pdf(page("<p>" + all + "</p>"))).text().replace(" ", ""))
                .isEqualTo(Normalizer.normalize(all, Normalizer.Form.NFC).replace(" ", ""));
    }

    @Test
    void endsNoLineAfterAnApostrophe() throws IOException {
        var narrow = page("<p style='width: 30mm'>" + "nasce l’integrazione ".repeat(20) + "</p>");

        assertThat(Reading.of(PRINT.pdf(narrow)).text())
                .contains("l’integrazione")
                .doesNotContain("l’ ");
    }

    @Test
    void fetchesNothing() throws IOException {
        var visits = new AtomicInteger();
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            visits.incrementAndGet();
            exchange.sendResponseHeaders(404, -1);
            exchange.close();
        });
        server.start();
        try {
            var address = "http://127.0.0.1:" + server.getAddress().getPort();
            PRINT.pdf(page("<p><img alt='a' src='" + address + "/a.png'/>" + "<span style=\"background-image: url('"
                    + address + "/b.svg')\">b</span></p>"));
        } finally {
            server.stop(0);
        }
        assertThat(visits).hasValue(0);
    }

    @Test
    void printsManyAtOnce() {
        var prints = Flux.range(0, 16)
                .flatMap(number -> Mono.fromCallable(() -> PRINT.pdf(page("<p>Number " + number + "</p>")))
                        .subscribeOn(Schedulers.boundedElastic())
                        .map(pdf -> Reading.of(pdf).text().contains("Number " + number)))
                .collectList()
                .block();

        assertThat(prints).hasSize(16).containsOnly(true);
    }

    private static String page(String body) {
        return """
                <html lang="en"><head><title>A page</title><meta name="subject" content="A page"/>\
                <style>body { font-family: Commissioner }</style></head><body>%s</body></html>""".formatted(body);
    }
}
