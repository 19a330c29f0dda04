package eu.includeu.academy.assessment;

import eu.includeu.academy.questions.Answer;
import eu.includeu.academy.questions.Paper;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** An attempt with what was given so far, by the number of the question. */
public record Sheet(Attempt attempt, Map<Integer, Given> given) {

    public Sheet {
        given = Map.copyOf(given);
    }

    public Map<Integer, Answer> answers() {
        return given.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, entry -> entry.getValue()
                .answer()));
    }

    /** The questions, by number from 0, that have no answer yet. */
    public List<Integer> unanswered() {
        return attempt.unanswered(answers());
    }

    /** Key and feedback of every question, once they may be told. */
    public List<Paper.Explained> explained() {
        return attempt.explain(answers());
    }
}
