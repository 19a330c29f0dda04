package eu.includeu.academy.questions;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;

/** A number, right within a tolerance. All or nothing. */
public record Numeric(String stem, BigDecimal answer, BigDecimal tolerance, String unit) implements Question {

    private static final int MOST_DIGITS = 15;
    private static final int LONGEST_UNIT = 60;

    public Numeric {
        Question.check(stem)
                .when(isTooLong(answer), "answer", "question.number-too-long", MOST_DIGITS)
                .when(isTooLong(tolerance), "tolerance", "question.number-too-long", MOST_DIGITS)
                .when(tolerance.signum() < 0, "tolerance", "question.tolerance-below-zero")
                .when(unit.isBlank(), "unit", "question.no-unit")
                .when(unit.length() > LONGEST_UNIT, "unit", "question.unit-too-long", LONGEST_UNIT)
                .done();
    }

    /** There is nothing to shuffle. */
    @Override
    public Numeric shuffled(Chance chance) {
        return this;
    }

    @Override
    public Shown shown() {
        return new Shown(this, List.of(), List.of(), unit);
    }

    @Override
    public Answer read(Answer given, Locale language) {
        return Reading.number(given, language, MOST_DIGITS);
    }

    @Override
    public Fraction mark(Answer given) {
        return Fraction.when(Reading.isNumber(given.text()) && isNear(new BigDecimal(given.text())));
    }

    @Override
    public Answer key() {
        return Answer.of(answer.toPlainString());
    }

    @Override
    public List<Object> bones() {
        return List.of(answer.stripTrailingZeros(), tolerance.stripTrailingZeros());
    }

    private boolean isNear(BigDecimal number) {
        return number.subtract(answer).abs().compareTo(tolerance) <= 0;
    }

    private static boolean isTooLong(BigDecimal number) {
        return number.precision() > MOST_DIGITS || number.scale() > MOST_DIGITS || number.scale() < -MOST_DIGITS;
    }
}
