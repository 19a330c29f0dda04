package eu.includeu.academy.authoring;

import eu.includeu.academy.catalogue.Edition;
import eu.includeu.academy.catalogue.LessonPage;
import eu.includeu.academy.format.FormatProblem;
import eu.includeu.academy.platform.Problem;
import eu.includeu.academy.platform.Refused;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a reader of a module's text finds: everything that is wrong with it, or the edition it makes, as officials will see
 * it.
 *
 * @param problems each with its line; none when the text is whole
 * @param edition null while the text is not whole
 * @param lessons as HTML that is safe to print
 * @param obstacles what still keeps a whole text from being published
 */
public record Checked(
        List<FormatProblem> problems, @Nullable Edition edition, List<LessonPage> lessons, List<Problem> obstacles) {

    public Checked {
        problems = List.copyOf(problems);
        lessons = List.copyOf(lessons);
        obstacles = List.copyOf(obstacles);
    }

    static Checked of(Edition edition, List<LessonPage> lessons) {
        return new Checked(
                List.of(),
                edition,
                lessons.stream().map(LessonPage::amongOthers).toList(),
                edition.obstacles());
    }

    /** Nothing to compare a translation with: that stands on no line. */
    static Checked refused(Refused refused) {
        return broken(refused.problems().stream()
                .map(problem -> new FormatProblem(1, "version", problem.code(), problem.arguments()))
                .toList());
    }

    static Checked broken(List<FormatProblem> problems) {
        return new Checked(problems, null, List.of(), List.of());
    }

    public boolean isWhole() {
        return edition != null;
    }
}
