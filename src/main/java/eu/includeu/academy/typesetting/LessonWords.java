package eu.includeu.academy.typesetting;

import java.util.Locale;
import org.springframework.context.MessageSource;

/** What the parts of a lesson are called in the language of its text, which need not be that of the page around it. */
record LessonWords(
        String worked, String check, String nationally, String source, String sources, String back, String table) {

    private static final String NUMBER = "{0}";

    static LessonWords in(Locale language, MessageSource messages) {
        return new LessonWords(
                messages.getMessage("lesson.case", null, language),
                messages.getMessage("lesson.check", null, language),
                messages.getMessage("lesson.nationally", null, language),
                messages.getMessage("lesson.source", new Object[] {NUMBER}, language),
                messages.getMessage("lesson.sources", null, language),
                messages.getMessage("lesson.back", null, language),
                messages.getMessage("lesson.table", null, language));
    }

    /** What a footnote link is called. */
    String source(String number) {
        return source.replace(NUMBER, number);
    }

    /** What a box is called. */
    String of(Box.Kind kind) {
        return switch (kind) {
            case CASE -> worked;
            case CHECK -> check;
            case NATIONALLY -> nationally;
        };
    }
}
