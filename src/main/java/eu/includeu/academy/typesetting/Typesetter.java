package eu.includeu.academy.typesetting;

import eu.includeu.academy.catalogue.Edition;
import eu.includeu.academy.catalogue.LessonPage;
import java.util.List;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Makes the lessons of an edition into HTML that is safe to print, with the small words of its own language. */
@Component
public class Typesetter {

    private final MessageSource messages;

    Typesetter(MessageSource messages) {
        this.messages = messages;
    }

    public List<LessonPage> set(Edition edition) {
        var words = LessonWords.in(edition.locale(), messages);
        return edition.lessons().stream()
                .map(lesson -> LessonPage.of(
                        edition,
                        lesson,
                        LessonText.render(edition, lesson, words).html()))
                .toList();
    }
}
