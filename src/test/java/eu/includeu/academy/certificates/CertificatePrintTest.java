package eu.includeu.academy.certificates;

import static org.assertj.core.api.Assertions.assertThat;

import eu.includeu.academy.platform.Conformance;
import eu.includeu.academy.platform.PrintExamples;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class CertificatePrintTest {

    private static final CertificatePrint PRINT = new CertificatePrint(PrintExamples.print());

    @Test
    void conforms() {
        var sheet = new CertificateSheet(
                "Eleni Papadaki",
                "Municipality of Karditsa",
                "Fair allocation of social housing",
                Locale.ENGLISH,
                "1.0.0",
                "housing",
                "Housing",
                List.of(
                        new CertificateSheet.Skill(
                                "Fair allocation of social housing",
                                3,
                                "Advanced",
                                List.of(
                                        "Explains how a points or waiting-list system works.",
                                        "Applies allocation rules consistently and gives reasons for decisions.",
                                        "Tests a set of rules for indirect discrimination and corrects it."),
                                Locale.ENGLISH),
                        new CertificateSheet.Skill(
                                "Equal treatment and anti-discrimination",
                                2,
                                "Practitioner",
                                List.of(
                                        "Recognises direct and indirect discrimination in a service.",
                                        "Handles a complaint and knows when to involve the equality body."),
                                Locale.ENGLISH)),
                "80 to 89%",
                115,
                LocalDate.of(2026, 3, 2),
                LocalDate.of(2029, 3, 1),
                new CertificateNumber(0x5eb1_2c90_77fa_03d4L, 0x91c2_6bd0_4e8f_a137L),
                "https://academy.example/check",
                "https://academy.example/check?number=5EB-12C-907-7FA-03D-491-C26-BD0-4E8&key=abcdefghijkl");
        for (var theme : List.of("housing", "education", "labour", "health", "citizenship", "crosscutting")) {
            var s = new CertificateSheet(
                    sheet.name(),
                    sheet.authority(),
                    sheet.title(),
                    sheet.titleLanguage(),
                    sheet.version(),
                    theme,
                    sheet.themeName(),
                    sheet.skills(),
                    sheet.scoreBand(),
                    sheet.minutes(),
                    sheet.issued(),
                    sheet.validUntil(),
                    new CertificateNumber(
                            sheet.number().high() * theme.hashCode(),
                            sheet.number().low() * 31 * theme.hashCode()),
                    sheet.checkPage(),
                    sheet.checkLink());
            long t = System.nanoTime();
            var pdf = PrintExamples.keep(
                    "certificate-" + theme, PRINT.pdf(s, Locale.ENGLISH).block());
            System.out.println(pdf.length + " bytes, ms " + (System.nanoTime() - t) / 1e6);
            t = System.nanoTime();
            if (theme.equals("housing")) assertThat(Conformance.faults(pdf)).isEmpty();
            System.out.println("vera ms " + (System.nanoTime() - t) / 1e6);
        }
    }
}
