package eu.includeu.academy.certificates;

import eu.includeu.academy.competencies.Competencies;
import eu.includeu.academy.competencies.Competency;
import eu.includeu.academy.platform.Languages;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Puts certificates into words: for the list, for the file, and for the stranger who checks. */
@Component
class CertificateWords {

    /** A certificate in its holder's list. */
    public record Row(
            String id,
            String theme,
            String title,
            String titleLanguage,
            LocalDate issued,
            @Nullable LocalDate validThrough,
            String number,
            List<Shown> shown) {}

    /** A competency and the level shown, in the reader's words. */
    public record Shown(String theme, String competency, String level) {}

    /** What a stranger sees. */
    public record CheckedRow(Checked checked, List<Shown> shown, String themeName) {}

    private final Competencies competencies;
    private final MessageSource messages;
    private final String site;

    CertificateWords(
            Competencies competencies,
            MessageSource messages,
            @Value("${academy.site:http://localhost:8080}") String site) {
        this.competencies = competencies;
        this.messages = messages;
        this.site = site;
    }

    Row row(Certificate certificate, Locale reader) {
        var contents = certificate.contents();
        return new Row(
                certificate.id().toString(),
                contents.theme(),
                contents.title(),
                contents.language(),
                certificate.issuedOn(),
                certificate.validThrough(),
                certificate.number().toString(),
                shown(contents, reader));
    }

    CheckedRow checked(Checked checked, Locale reader) {
        return new CheckedRow(
                checked,
                shown(checked.contents(), reader),
                competencies.theme(checked.contents().theme()).name(reader));
    }

    /** The certificate in its holder's language; the title stays in the one it was learned in. */
    CertificateSheet sheet(Certificate certificate, Locale language) {
        var contents = certificate.contents();
        return new CertificateSheet(
                String.valueOf(contents.name()),
                contents.authority(),
                contents.title(),
                Locale.forLanguageTag(contents.language()),
                contents.number(),
                contents.theme(),
                competencies.theme(contents.theme()).name(language),
                contents.levels().entrySet().stream()
                        .map(shown -> skill(shown.getKey(), shown.getValue(), contents, language))
                        .toList(),
                messages.getMessage(
                        "certificate.band", new Object[] {contents.bandFrom(), contents.bandTo()}, language),
                contents.minutes(),
                certificate.issuedOn(),
                certificate.validThrough(),
                certificate.number(),
                site.replaceFirst("^https?://", "") + "/check",
                site + "/check?number=" + certificate.number());
    }

    private CertificateSheet.Skill skill(Competency.Id id, int level, Certificate.Contents contents, Locale language) {
        var competency = competencies.find(id);
        return new CertificateSheet.Skill(
                competency.name(language),
                level,
                competencies.level(level).name(language),
                IntStream.rangeClosed(1, level)
                        .filter(each -> contents.rungs().stream()
                                .anyMatch(rung -> rung.competency().equals(id) && rung.level() == each))
                        .mapToObj(competency::statement)
                        .toList(),
                Locale.forLanguageTag(Languages.ALL.get(0)));
    }

    private List<Shown> shown(Certificate.Contents contents, Locale reader) {
        return contents.levels().entrySet().stream()
                .map(entry -> shown(competencies.find(entry.getKey()), entry.getValue(), reader))
                .toList();
    }

    private Shown shown(Competency competency, int level, Locale reader) {
        return new Shown(
                competency.theme(),
                competency.name(reader),
                competencies.level(level).name(reader));
    }
}
