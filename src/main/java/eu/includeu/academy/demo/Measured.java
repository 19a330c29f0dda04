package eu.includeu.academy.demo;

import eu.includeu.academy.demo.story.Dice;
import eu.includeu.academy.demo.story.Journey;
import eu.includeu.academy.demo.story.Journey.Go;
import eu.includeu.academy.demo.story.Starting;
import eu.includeu.academy.platform.JsonText;
import eu.includeu.academy.questions.Fraction;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Writes down what people knew before their first lesson, where they took the test, and what they had gained by the quiz. */
final class Measured {

    private static final int PLACES = 12;

    private final Rows attempts = new Rows(
            "assessment.attempt",
            "authority, id, official, module, number, major, ordinal, allowed, language, seed, paper, state, opened,"
                    + " submitted, won, won_of, passed, marks, version");
    private final Rows answers =
            new Rows("assessment.answer", "authority, attempt, number, official, key, sequence, given, saved");
    private final Rows gains = new Rows(
            "gains.gain", "authority, id, official, module, major, pre, started, post, passed, measured, counted");

    private final long seed;
    private final JsonText json;
    private final Starting starting;

    Measured(long seed, JsonText json) {
        this.seed = seed;
        this.json = json;
        this.starting = new Starting(seed);
    }

    List<Rows> rows() {
        return List.of(attempts, answers, gains);
    }

    void enter(Journey journey) {
        starting.test(journey).ifPresent(test -> enter(journey, test));
    }

    private void enter(Journey journey, Go test) {
        var grade = Objects.requireNonNull(test.grade());
        var id = journey.course().id();
        var authority = journey.person().body().authority().id();
        attempts.add(
                authority,
                test.id(),
                journey.person().id(),
                id.module(),
                id.number(),
                id.major(),
                test.ordinal(),
                test.allowed(),
                journey.language(),
                test.seed(),
                text(test.paper()),
                "graded",
                test.opened(),
                grade.at(),
                new BigDecimal(grade.share().numerator()),
                new BigDecimal(grade.share().denominator()),
                grade.passed(),
                text(grade.marks()),
                1);
        var dice = new Dice(seed, "measured " + journey.id());
        test.answers().keySet().stream()
                .sorted()
                .forEach(number -> answers.add(
                        authority,
                        test.id(),
                        number,
                        journey.person().id(),
                        dice.id(),
                        1,
                        text(Objects.requireNonNull(test.answers().get(number))),
                        test.saved().get(number)));
        var counted = counted(journey).map(Go::grade).orElse(null);
        var first = journey.goes().stream()
                .map(Go::grade)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
        gains.add(
                authority,
                dice.id(),
                journey.person().id(),
                id.module(),
                id.major(),
                share(grade.share()),
                grade.at(),
                counted == null ? null : share(counted.share()),
                counted != null && counted.passed(),
                first == null ? null : first.at(),
                counted == null ? null : counted.at());
    }

    /** The first go that passed, or the best one: of equal ones the first. */
    private static Optional<Go> counted(Journey journey) {
        var graded = journey.goes().stream().filter(go -> go.grade() != null).toList();
        return graded.stream().filter(Go::isPassed).findFirst().or(() -> graded.stream()
                .max(Comparator.comparing((Go go) -> share(go).add(earlier(go)))));
    }

    private static BigDecimal share(Go go) {
        return share(Objects.requireNonNull(go.grade()).share());
    }

    private static BigDecimal earlier(Go go) {
        return BigDecimal.valueOf(-go.ordinal()).movePointLeft(PLACES);
    }

    private static BigDecimal share(Fraction share) {
        return new BigDecimal(share.numerator())
                .divide(new BigDecimal(share.denominator()), PLACES, RoundingMode.HALF_EVEN);
    }

    private @Nullable String text(Object value) {
        return json.write(value).asString();
    }
}
