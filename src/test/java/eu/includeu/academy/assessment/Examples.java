package eu.includeu.academy.assessment;

import eu.includeu.academy.accounts.Account;
import eu.includeu.academy.authorities.Authority;
import eu.includeu.academy.catalogue.VersionId;
import eu.includeu.academy.questions.Answer;
import eu.includeu.academy.questions.Fraction;
import eu.includeu.academy.questions.Item;
import eu.includeu.academy.questions.Paper;
import eu.includeu.academy.questions.Question;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Attempts to start from. */
final class Examples {

    static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
    static final Fraction SEVENTY_PERCENT = Fraction.of(7, 10);

    private static final List<Item> ITEMS = eu.includeu.academy.questions.Examples.items();

    private Examples() {}

    static Attempt attempt() {
        return attempt(1, 3);
    }

    static Attempt attempt(int ordinal, int allowed) {
        return attempt(ordinal, allowed, SEVENTY_PERCENT);
    }

    static Attempt attempt(int ordinal, int allowed, Fraction passMark) {
        return new Attempt(
                new Authority.Id(UUID.randomUUID()),
                new Attempt.Id(UUID.randomUUID()),
                new Account.Id(UUID.randomUUID()),
                new VersionId("housing-allocation", "1.0.0"),
                ordinal,
                allowed,
                "en",
                Paper.draw(ITEMS, 42),
                passMark,
                NOON,
                null,
                0);
    }

    /** An answer to each question that gets full marks. */
    static Map<Integer, Answer> allRight() {
        return IntStream.range(0, ITEMS.size()).boxed().collect(Collectors.toMap(number -> number, Examples::right));
    }

    /** Answers to the first so many questions. */
    static Map<Integer, Answer> firstRight(int count) {
        return IntStream.range(0, count).boxed().collect(Collectors.toMap(number -> number, Examples::right));
    }

    private static Answer right(int number) {
        var paper = Paper.draw(ITEMS, 42);
        return paper.explain(Map.of()).get(number).key();
    }

    static int questions() {
        return ITEMS.size();
    }

    static List<Question> types() {
        return eu.includeu.academy.questions.Examples.ofEachType();
    }
}
