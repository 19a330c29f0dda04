package eu.includeu.academy.platform;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.outputdevice.helper.ExternalResourceControlPriority;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder.PdfAConformance;
import com.openhtmltopdf.svgsupport.BatikSVGDrawer;
import com.openhtmltopdf.util.Diagnostic;
import com.openhtmltopdf.util.XRLog;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.logging.Level;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/**
 * The academy's press: it sets a page template in a language and prints it as a PDF that can be archived (PDF/A-3a)
 * and read aloud (PDF/UA-1), with its fonts and its colour profile inside.
 */
@Component
public class Print implements DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(Print.class);

    /** What no XML document may hold, wherever it was pasted from. */
    private static final Pattern UNPRINTABLE =
            Pattern.compile("[^\\t\\n\\r\\x20-\\uD7FF\\uE000-\\uFFFD\\x{10000}-\\x{10FFFF}]");

    private static final int WAITING_AT_MOST = 500;

    private final ITemplateEngine templates;
    private final List<Face> faces = List.of(
            Face.of("Commissioner", 400, "Commissioner-Regular"),
            Face.of("Commissioner", 600, "Commissioner-SemiBold"),
            Face.of("Commissioner Flared", 400, "CommissionerFlared-Bold"));
    private final byte[] colours = ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData();
    private final Scheduler presses = Schedulers.newBoundedElastic(
            Runtime.getRuntime().availableProcessors(), WAITING_AT_MOST, "print", 60, true);

    public Print(ITemplateEngine templates) {
        this.templates = templates;
        XRLog.setLoggingEnabled(false);
    }

    /** Sets a template of {@code templates/} with what it shows, and prints it; away from the event loop. */
    public Mono<byte[]> pdf(String template, Locale language, Map<String, ?> shows) {
        return Mono.fromCallable(() -> pdf(set(template, language, shows))).subscribeOn(presses);
    }

    @Override
    public void destroy() {
        presses.dispose();
    }

    private String set(String template, Locale language, Map<String, ?> shows) {
        return templates.process(template, new Context(language, Map.copyOf(shows)));
    }

    /** Prints well-formed XHTML. It blocks; nothing outside the text itself is ever fetched. */
    byte[] pdf(String xhtml) throws IOException {
        var pdf = new ByteArrayOutputStream();
        try (var drawings = new BatikSVGDrawer()) {
            var press = new PdfRendererBuilder()
                    .usePdfAConformance(PdfAConformance.PDFA_3_A)
                    .usePdfUaAccessibility(true)
                    .useColorProfile(colours)
                    .useSVGDrawer(drawings)
                    .useExternalResourceAccessControl(
                            (uri, type) -> uri.startsWith("data:"), ExternalResourceControlPriority.RUN_AFTER_RESOLVING_URI)
                    .withDiagnosticConsumer(Print::complain)
                    .withProducer("Includ-EU Academy")
                    .withHtmlContent(printable(xhtml), null)
                    .toStream(pdf);
            faces.forEach(face -> face.offer(press));
            press.run();
        }
        return pdf.toByteArray();
    }

    private static String printable(String xhtml) {
        return UNPRINTABLE
                .matcher(Normalizer.normalize(xhtml, Normalizer.Form.NFC))
                .replaceAll("");
    }

    private static void complain(Diagnostic diagnostic) {
        if (diagnostic.getLevel().intValue() >= Level.WARNING.intValue()) {
            LOG.warn("{}", diagnostic.getFormattedMessage());
        }
    }

    /** One cut of the typeface, read once and kept. */
    private record Face(String family, int weight, byte[] font) {

        static Face of(String family, int weight, String file) {
            try (var font = Print.class.getResourceAsStream("/print/" + file + ".ttf")) {
                return new Face(
                        family, weight, Objects.requireNonNull(font, file).readAllBytes());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        void offer(PdfRendererBuilder press) {
            press.useFont(() -> new ByteArrayInputStream(font), family, weight, FontStyle.NORMAL, true);
        }
    }
}
