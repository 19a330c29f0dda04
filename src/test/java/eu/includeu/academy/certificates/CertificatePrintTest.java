package eu.includeu.academy.certificates;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.ReaderException;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import eu.includeu.academy.platform.Conformance;
import eu.includeu.academy.platform.Print.Palette;
import eu.includeu.academy.platform.PrintExamples;
import eu.includeu.academy.platform.Reading;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class CertificatePrintTest {

    private static final CertificatePrint PRINT = new CertificatePrint(PrintExamples.print());
    private static final Locale GREEK = Locale.forLanguageTag("el");

    static List<Locale> languages() {
        return PrintExamples.LANGUAGES;
    }

    static List<CertificateSheet> themes() {
        return CertificateSheets.themes();
    }

    @ParameterizedTest
    @MethodSource("languages")
    void canBeArchivedAndReadAloudInEveryLanguage(Locale language) {
        var pdf = print("certificate-" + language, CertificateSheets.in(language), language);

        assertThat(Conformance.faults(pdf)).isEmpty();
        assertThat(Reading.of(pdf).pages()).isEqualTo(1);
        assertThat(Reading.of(pdf).text()).doesNotContain("??");
    }

    @ParameterizedTest
    @MethodSource("themes")
    void wearsTheColoursOfItsTheme(CertificateSheet sheet) {
        var pdf = print("certificate-" + sheet.theme(), sheet, Locale.ENGLISH);

        assertThat(Reading.of(pdf).pages()).isEqualTo(1);
        assertThat(Reading.of(pdf).colour(205, 5))
                .isIn(
                        Palette.of(sheet.theme()).fill(),
                        Palette.of(sheet.theme()).tint(),
                        Palette.of(sheet.theme()).tone(),
                        Palette.of(sheet.theme()).on());
    }

    @Test
    void isReadAloudInOrder() {
        var sheet = CertificateSheets.in(Locale.ENGLISH);
        var reading = Reading.of(print("certificate-en", sheet, Locale.ENGLISH));

        assertThat(reading.text())
                .containsSubsequence(
                        "Includ-EU Academy",
                        "Certificate",
                        "Eleni Papadaki",
                        "Municipality of Karditsa",
                        "has completed the module",
                        "Fair allocation of social housing",
                        "Housing, version 1.0.0",
                        "What this certificate shows",
                        "Advanced, level 3 of 4",
                        "Explains how a points or waiting-list system works.",
                        "Practitioner, level 2 of 4",
                        "80–89%",
                        "115 minutes",
                        "2 March 2026",
                        "1 March 2029",
                        CertificateSheets.NUMBER.toString(),
                        CertificateSheets.CHECK,
                        "Funded by the European Union",
                        "claims no EQF level");
        assertThat(reading.title()).isEqualTo("Certificate for Eleni Papadaki: Fair allocation of social housing");
        assertThat(reading.author()).isEqualTo("Includ-EU Academy");
        assertThat(reading.producer()).isEqualTo("Includ-EU Academy");
        assertThat(reading.language()).isEqualTo("en");
        assertThat(reading.tags()).contains("H1", "H2", "L", "Figure", "Link");
    }

    @Test
    void opensItsCheckByTheCode() throws IOException, ReaderException {
        var sheet = CertificateSheets.in(GREEK);
        var picture = Reading.of(print("certificate-el", sheet, GREEK)).picture(200);
        var pixels = picture.getRGB(0, 0, picture.getWidth(), picture.getHeight(), null, 0, picture.getWidth());
        var light = new RGBLuminanceSource(picture.getWidth(), picture.getHeight(), pixels);

        var code = new QRCodeReader()
                .decode(new BinaryBitmap(new HybridBinarizer(light)), Map.of(DecodeHintType.TRY_HARDER, true));

        assertThat(code.getText()).isEqualTo(sheet.checkLink());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4})
    void holdsLongNamesAndTitlesOnOnePage(int skills) {
        var sheet = CertificateSheets.longest(skills);
        var reading = Reading.of(print("certificate-longest-" + skills, sheet, GREEK));

        assertThat(sheet.name()).hasSize(60);
        assertThat(sheet.title()).hasSize(90);
        assertThat(reading.pages()).isEqualTo(1);
        assertThat(reading.text())
                .contains(sheet.title(), sheet.number().toString(), "1.240 λεπτά", "Χωρίς ημερομηνία λήξης");
        assertThat(reading.text().replace("- ", "-")).contains(sheet.name());
        assertThat(reading.leftmost()).isGreaterThan(19);
        assertThat(reading.rightmost()).isLessThan(210 - 30);
        assertThat(reading.heightOf("αιτιολογεί τις αποφάσεις.")).isLessThan(reading.heightOf("Αποτέλεσμα") - 4);
    }

    @ParameterizedTest
    @ValueSource(ints = {6, 14})
    void goesOnOverleafWhenThereIsMoreThanAPage(int skills) {
        var pdf = print("certificate-longest-" + skills, CertificateSheets.longest(skills), GREEK);
        var reading = Reading.of(pdf);

        assertThat(Conformance.faults(pdf)).isEmpty();
        assertThat(reading.pages()).isEqualTo(2);
        assertThat(reading.text()).contains(CertificateSheets.NUMBER.toString());
    }

    @Test
    void isPavedLikeNoOther() {
        var colours = Palette.of("housing");

        assertThat(Paving.of(new CertificateNumber(1, 2), colours))
                .isEqualTo(Paving.of(new CertificateNumber(1, 2), colours))
                .isNotEqualTo(Paving.of(new CertificateNumber(1, 3), colours));
    }

    private static byte[] print(String name, CertificateSheet sheet, Locale language) {
        return PrintExamples.keep(name, PRINT.pdf(sheet, language));
    }
}
