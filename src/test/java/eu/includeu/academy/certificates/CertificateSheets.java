package eu.includeu.academy.certificates;

import eu.includeu.academy.certificates.CertificateSheet.Skill;
import eu.includeu.academy.platform.PrintExamples;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** Sheets to print: an ordinary one in each language, and one that has more to say than any other. */
final class CertificateSheets {

    static final CertificateNumber NUMBER = new CertificateNumber(0x5eb1_2c90_77fa_03d4L, 0x91c2_6bd0_4e8f_a137L);

    static final String CHECK = "https://academy.example/check";

    private static final Map<String, CertificateSheet> ORDINARY = Map.of(
            "en",
                    sheet(
                            "en",
                            "Eleni Papadaki",
                            "Municipality of Karditsa",
                            "Fair allocation of social housing",
                            "Housing",
                            "Equality and non-discrimination duty",
                            "Advanced",
                            "Practitioner"),
            "el",
                    sheet(
                            "el",
                            "Ελένη Παπαδάκη",
                            "Δήμος Καρδίτσας",
                            "Δίκαιη κατανομή κοινωνικής κατοικίας",
                            "Στέγαση",
                            "Υποχρέωση ίσης μεταχείρισης και μη διάκρισης",
                            "Προχωρημένο",
                            "Εφαρμογή"),
            "es",
                    sheet(
                            "es",
                            "Núria Ibáñez Peñalver",
                            "Ajuntament de Tarragona",
                            "Adjudicación equitativa de la vivienda social",
                            "Vivienda",
                            "Deber de igualdad y no discriminación",
                            "Avanzado",
                            "Operativo"),
            "it",
                    sheet(
                            "it",
                            "Niccolò D’Agostino",
                            "Comune di Palermo",
                            "Assegnazione equa degli alloggi sociali",
                            "Alloggio",
                            "Dovere di parità e non discriminazione",
                            "Avanzato",
                            "Operativo"),
            "nl",
                    sheet(
                            "nl",
                            "Zoë van der Meulen",
                            "Gemeente Tilburg",
                            "Eerlijke toewijzing van sociale huurwoningen",
                            "Huisvesting",
                            "Gelijke behandeling en non-discriminatieplicht",
                            "Gevorderd",
                            "Uitvoerend"),
            "ro",
                    sheet(
                            "ro",
                            "Ștefăniță Țurcanu",
                            "Primăria Municipiului Iași",
                            "Repartizarea echitabilă a locuințelor sociale",
                            "Locuire",
                            "Obligația de egalitate și nediscriminare",
                            "Avansat",
                            "Practician"),
            "sl",
                    sheet(
                            "sl",
                            "Živa Kovačič Žagar",
                            "Mestna občina Maribor",
                            "Pravično dodeljevanje neprofitnih najemnih stanovanj",
                            "Stanovanje",
                            "Dolžnost enakega obravnavanja in nediskriminacije",
                            "Napredna",
                            "Izvajalska"));

    private CertificateSheets() {}

    static CertificateSheet in(Locale language) {
        return Objects.requireNonNull(ORDINARY.get(language.getLanguage()));
    }

    /** A name of 60 characters, a title of 90, and as many skills as asked for, in Greek. */
    static CertificateSheet longest(int skills) {
        var greek = Locale.forLanguageTag("el");
        var skill = new Skill(
                "Μετάβαση από την υποδοχή στην αυτόνομη στέγαση και υποστήριξη",
                4,
                "Εμπειρογνώμονας",
                List.of(
                        "Εξηγεί πώς λειτουργεί ένα σύστημα μορίων ή μια λίστα αναμονής.",
                        "Εφαρμόζει με συνέπεια τους κανόνες κατανομής και αιτιολογεί τις αποφάσεις."),
                greek);
        return new CertificateSheet(
                "Αικατερίνη-Αλεξάνδρα Παπακωνσταντίνου-Χατζηγεωργιάδου-Λάμπρου".substring(0, 60),
                "Αποκεντρωμένη Διοίκηση Πελοποννήσου, Δυτικής Ελλάδας και Ιονίου",
                "Δικαιώματα πρόσβασης στην υγειονομική περίθαλψη για πρόσωπα με προσωρινή διεθνή προστασία.",
                greek,
                "12.10.3",
                "health",
                "Υγειονομική περίθαλψη",
                Collections.nCopies(skills, skill),
                PrintExamples.messages().getMessage("certificate.band", new Object[] {100}, greek),
                1240,
                LocalDate.of(2026, 9, 30),
                null,
                NUMBER,
                CHECK,
                CHECK + "?number=" + NUMBER + "&key=2Zr0yK3mQ9nTq7uXc1eL5w");
    }

    private static CertificateSheet sheet(
            String language,
            String name,
            String authority,
            String title,
            String theme,
            String second,
            String advanced,
            String practitioner) {
        return new CertificateSheet(
                name,
                authority,
                title,
                Locale.forLanguageTag(language),
                "1.0.0",
                "housing",
                theme,
                List.of(
                        new Skill(
                                title,
                                3,
                                advanced,
                                List.of(
                                        "Explains how a points or waiting-list system works.",
                                        "Applies allocation rules consistently and gives reasons for decisions.",
                                        "Tests a set of rules for indirect discrimination and corrects it."),
                                Locale.ENGLISH),
                        new Skill(
                                second,
                                2,
                                practitioner,
                                List.of(
                                        "Defines direct and indirect discrimination and harassment.",
                                        "Recognises a possible case and informs the person about the equality body."),
                                Locale.ENGLISH)),
                PrintExamples.messages()
                        .getMessage("certificate.band", new Object[] {80, 89}, Locale.forLanguageTag(language)),
                115,
                LocalDate.of(2026, 3, 2),
                LocalDate.of(2029, 3, 1),
                NUMBER,
                CHECK,
                CHECK + "?number=" + NUMBER + "&key=2Zr0yK3mQ9nTq7uXc1eL5w");
    }

    static List<CertificateSheet> themes() {
        return Stream.of("labour", "health", "education", "citizenship", "housing", "crosscutting")
                .map(CertificateSheets::coloured)
                .toList();
    }

    private static CertificateSheet coloured(String theme) {
        var sheet = in(Locale.ENGLISH);
        return new CertificateSheet(
                sheet.name(),
                sheet.authority(),
                sheet.title(),
                sheet.titleLanguage(),
                sheet.version(),
                theme,
                theme,
                sheet.skills(),
                sheet.scoreBand(),
                sheet.minutes(),
                sheet.issued(),
                sheet.validUntil(),
                new CertificateNumber(
                        sheet.number().high() * theme.hashCode(), sheet.number().low() * 31L * theme.hashCode()),
                sheet.checkPage(),
                sheet.checkLink());
    }
}
