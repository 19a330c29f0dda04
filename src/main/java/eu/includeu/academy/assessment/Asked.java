package eu.includeu.academy.assessment;

import eu.includeu.academy.platform.Problem;
import eu.includeu.academy.questions.Answer;
import eu.includeu.academy.questions.Shown;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A question as the page of an attempt asks it, with what was given so far.
 *
 * @param place on the paper, from 1
 * @param key of the next answer
 * @param sequence of the next answer: one more than this page was shown
 * @param saved whether what stands in it is what is kept
 * @param problems what is wrong with what stands in it
 */
public record Asked(
        int place, Shown question, Answer answer, UUID key, int sequence, boolean saved, List<Problem> problems) {

    /** An answer that could not be taken: what was typed into which question, and why not. */
    record Untaken(int number, Answer typed, List<Problem> problems) {

        /** The same problems, pointing at the question on the page. */
        List<Problem> atItsPlace() {
            return problems.stream()
                    .map(problem -> new Problem("q" + (number + 1), problem.code(), problem.arguments()))
                    .toList();
        }
    }

    public Asked {
        problems = List.copyOf(problems);
    }

    /** The questions of a sheet, one below another. */
    static List<Asked> of(Sheet sheet, @Nullable Untaken untaken) {
        return IntStream.range(0, sheet.attempt().paper().size())
                .mapToObj(number ->
                        untaken != null && untaken.number() == number ? again(sheet, untaken) : kept(sheet, number))
                .toList();
    }

    private static Asked kept(Sheet sheet, int number) {
        var answer = sheet.answers().getOrDefault(number, Answer.NONE);
        return new Asked(
                number + 1,
                sheet.attempt().paper().question(number),
                answer,
                UUID.randomUUID(),
                next(sheet, number),
                !answer.isEmpty(),
                List.of());
    }

    private static Asked again(Sheet sheet, Untaken untaken) {
        return new Asked(
                untaken.number() + 1,
                sheet.attempt().paper().question(untaken.number()),
                untaken.typed(),
                UUID.randomUUID(),
                next(sheet, untaken.number()),
                false,
                untaken.problems());
    }

    private static int next(Sheet sheet, int number) {
        var kept = sheet.given().get(number);
        return kept == null ? 1 : kept.sequence() + 1;
    }
}
