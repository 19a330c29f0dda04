package eu.includeu.academy.catalogue;

import eu.includeu.academy.competencies.Rung;
import eu.includeu.academy.platform.Languages;
import java.time.LocalDate;
import java.util.List;

/**
 * A published version as the library shows it to readers of one language.
 *
 * @param language of the edition shown: the reader's own where there is one, else English, else any
 * @param translation original, machine, draft or reviewed: how far the edition shown can be trusted
 * @param languages every language there is an edition in, in the order of the switch
 * @param rungs what it teaches, level by level
 * @param teaches the same as steps from one level to another
 * @param byline the trainer who answers for it
 * @param reviewer the trainer who approved it
 * @param countries where its national part applies; EU if it is general
 * @param validMonths how long a certificate counts; 0 means that it does not expire
 */
public record Offer(
        VersionId id,
        String theme,
        String title,
        String summary,
        String language,
        String translation,
        List<String> languages,
        int minutes,
        int lessons,
        List<Rung> rungs,
        List<Teaching> teaches,
        List<Requirement> requires,
        LocalDate reviewBy,
        String byline,
        String reviewer,
        List<String> countries,
        int validMonths,
        QuizRule quiz) {

    /** For so many days after its review date a version still takes enrolments. */
    private static final int GRACE_DAYS = 90;

    public Offer {
        languages = List.copyOf(languages);
        rungs = List.copyOf(rungs);
        teaches = List.copyOf(teaches);
        requires = List.copyOf(requires);
        countries = List.copyOf(countries);
    }

    /** A language and its name in itself. */
    public record LanguageName(String tag, String name) {}

    /** The languages there is an edition in, each named in itself. */
    public List<LanguageName> languageNames() {
        return languages.stream()
                .map(tag -> new LanguageName(tag, Languages.nameOf(tag)))
                .toList();
    }

    public boolean isIn(String wanted) {
        return languages.contains(wanted);
    }

    /** Whether nobody who speaks the language has read the edition shown. */
    public boolean isMachineTranslated() {
        return translation.equals("machine");
    }

    /** Past its review date it is flagged, because its facts may be old. */
    public boolean isFlagged(LocalDate today) {
        return today.isAfter(reviewBy);
    }

    public boolean takesEnrolments(LocalDate today) {
        return !today.isAfter(reviewBy.plusDays(GRACE_DAYS));
    }
}
