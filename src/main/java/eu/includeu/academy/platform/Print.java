package eu.includeu.academy.platform;

import com.openhtmltopdf.extend.FSTextBreaker;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.outputdevice.helper.ExternalResourceControlPriority;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder.PdfAConformance;
import com.openhtmltopdf.svgsupport.BatikSVGDrawer;
import com.openhtmltopdf.util.Diagnostic;
import com.openhtmltopdf.util.XRLog;
import com.openhtmltopdf.util.XRLogger;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.BreakIterator;
import java.text.Normalizer;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
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
        XRLog.setLoggerImpl(new Complaints());
    }

    /**
     * Sets a template of {@code templates/} and prints it, away from the event loop. What the template shows is made
     * ready there, too. When too many prints are waiting, one more is turned away.
     */
    public Mono<byte[]> pdf(String template, Locale language, Supplier<Map<String, ?>> shows) {
        return Mono.fromCallable(() -> pdf(set(template, language, shows.get())))
                .subscribeOn(presses);
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
                            (uri, type) -> uri.startsWith("data:"),
                            ExternalResourceControlPriority.RUN_AFTER_RESOLVING_URI)
                    .useUnicodeLineBreaker(new Lines())
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

    /**
     * A theme on paper: the colours of the style guide's light mode, and the glyph of its tile, 24 units wide.
     *
     * @param fill for shapes
     * @param tone for text and edges
     * @param tint for surfaces
     * @param on for the glyph on the fill
     * @param glyph the glyph as an SVG path
     */
    public record Palette(String fill, String tone, String tint, String on, String glyph) {

        private static final String INK = "#141c26";
        private static final String WHITE = "#ffffff";
        private static final Map<String, Palette> THEMES = Map.of(
                "labour",
                new Palette("#f2c74e", "#725000", "#fcf3d6", INK, "M3 21V15H9V9H15V3H21V21Z"),
                "health",
                new Palette("#44b0a4", "#0b625a", "#dff1ee", INK, "M9 3h6v6h6v6h-6v6H9v-6H3V9h6z"),
                "education",
                new Palette(
                        "#2d55b6",
                        "#2348a3",
                        "#e4ebf9",
                        WHITE,
                        "M11 21V9a6.5 6.5 0 0 0-8-6v12a7 7 0 0 1 8 6zM13 21V9a6.5 6.5 0 0 1 8-6v12a7 7 0 0 0-8 6z"),
                "citizenship",
                new Palette(
                        "#9a1053",
                        "#8c0e4b",
                        "#f8e4ed",
                        WHITE,
                        "M3 21a9 9 0 0 1 18 0zM12 2.6a4.2 4.2 0 1 1 0 8.4 4.2 4.2 0 0 1 0-8.4z"),
                "housing",
                new Palette("#d5570c", "#a03f05", "#fce9dc", INK, "M3 21V11L12 3l9 8V21H16V17a4 4 0 0 0-8 0V21z"),
                "crosscutting",
                new Palette(INK, "#38434e", "#e9eced", WHITE, "M9 2h6v6H9zM16 9h6v6h-6zM9 16h6v6H9zM2 9h6v6H2z"));

        /** The palette of a theme, by the key that it has everywhere. */
        public static Palette of(String theme) {
            return Objects.requireNonNull(THEMES.get(theme), theme);
        }

        /** The theme's tile as a drawing for a background: decoration, which is not read aloud. */
        public String tile() {
            var svg = """
                    <svg xmlns="http://www.w3.org/2000/svg" width="44" height="44" viewBox="0 0 44 44">\
                    <rect width="44" height="44" rx="3" fill="%s"/>\
                    <path transform="translate(7 7) scale(1.25)" fill="%s" d="%s"/></svg>""".formatted(fill, on, glyph);
            return "data:image/svg+xml;base64,"
                    + Base64.getEncoder().encodeToString(svg.getBytes(StandardCharsets.UTF_8));
        }
    }

    /** Where a line may end: not after an apostrophe, and not so that two or three letters are left alone. */
    private static final class Lines implements FSTextBreaker {

        private static final int STUB = 3;

        private final BreakIterator rules = BreakIterator.getLineInstance(Locale.ROOT);
        private String text = "";

        @Override
        public void setText(String text) {
            this.text = text;
            rules.setText(text);
        }

        @Override
        public int next() {
            var end = rules.next();
            while (end > 0 && end < text.length() && !isGood(end)) {
                end = rules.next();
            }
            return end;
        }

        private boolean isGood(int end) {
            return "’'".indexOf(text.charAt(end - 1)) < 0 && text.length() - end > STUB;
        }
    }

    /** What the printer has to complain of, and nothing else of what it says, goes to the log. */
    private static final class Complaints implements XRLogger {

        @Override
        public boolean isLogLevelEnabled(Diagnostic diagnostic) {
            return isComplaint(diagnostic.getLevel());
        }

        @Override
        public void log(String where, Level level, String message) {
            if (isComplaint(level)) {
                LOG.warn("{}: {}", where, message);
            }
        }

        @Override
        public void log(String where, Level level, String message, Throwable cause) {
            if (isComplaint(level)) {
                LOG.warn("{}: {}", where, message, cause);
            }
        }

        @Override
        public void setLevel(String where, Level level) {
            throw new UnsupportedOperationException("the log's own settings say what is kept");
        }

        private static boolean isComplaint(Level level) {
            return level.intValue() >= Level.WARNING.intValue();
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
