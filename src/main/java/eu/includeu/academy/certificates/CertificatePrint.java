package eu.includeu.academy.certificates;

import com.google.zxing.WriterException;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.Encoder;
import eu.includeu.academy.platform.Print;
import eu.includeu.academy.platform.Print.Palette;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Prints certificates: one page that its owner is glad to show and that anyone can check. */
@Component
public class CertificatePrint {

    private final Print print;

    public CertificatePrint(Print print) {
        this.print = print;
    }

    public Mono<byte[]> pdf(CertificateSheet sheet, Locale language) {
        return print.pdf("print/certificate", language, () -> Map.of("page", Page.of(sheet, language)));
    }

    /**
     * A sheet made ready for the template.
     *
     * @param fit how tightly it is set: by how much there is to say
     */
    public record Page(
            CertificateSheet sheet,
            Palette colours,
            Paving paving,
            Code code,
            String issued,
            @Nullable String validUntil,
            String fit) {

        private static final int LINE = 85;

        static Page of(CertificateSheet sheet, Locale language) {
            var colours = Palette.of(sheet.theme());
            var until = sheet.validUntil();
            return new Page(
                    sheet,
                    colours,
                    Paving.of(sheet.number(), colours),
                    Code.of(sheet.checkLink()),
                    date(sheet.issued(), language),
                    until == null ? null : date(until, language),
                    fit(sheet));
        }

        private static String fit(CertificateSheet sheet) {
            var lines = sheet.skills().stream()
                    .mapToInt(skill -> 3 + skill.statement().length() / LINE)
                    .sum();
            var heads = sheet.name().length() / 25 + sheet.title().length() / 50;
            return lines + heads <= 11 ? "roomy" : lines + heads <= 13 ? "usual" : "tight";
        }

        public String nameFit() {
            return sheet.name().length() <= 24 ? "short" : sheet.name().length() <= 40 ? "long" : "longest";
        }

        public String titleFit() {
            return sheet.title().length() <= 60 ? "short" : "long";
        }

        private static String date(LocalDate day, Locale language) {
            var european = language.getLanguage().equals("en") ? Locale.UK : language;
            return day.format(
                            DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG).withLocale(european))
                    .replaceFirst("^0", "");
        }
    }

    /**
     * A QR code as a drawing.
     *
     * @param size how many squares it is wide, the quiet edge included
     * @param path its dark squares as an SVG path
     */
    public record Code(int size, String path) {

        private static final int QUIET = 4;

        static Code of(String text) {
            try {
                var squares = Encoder.encode(text, ErrorCorrectionLevel.M).getMatrix();
                var path = IntStream.range(0, squares.getWidth() * squares.getHeight())
                        .mapToObj(at -> new int[] {at % squares.getWidth(), at / squares.getWidth()})
                        .filter(place -> squares.get(place[0], place[1]) == 1)
                        .map(place -> "M%d %dh1v1h-1z".formatted(place[0] + QUIET, place[1] + QUIET))
                        .collect(Collectors.joining());
                return new Code(squares.getWidth() + 2 * QUIET, path);
            } catch (WriterException e) {
                throw new IllegalArgumentException("too long for a QR code: " + text, e);
            }
        }
    }
}
