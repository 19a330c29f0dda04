package eu.includeu.academy.questions;

import eu.includeu.academy.platform.Refused;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;

/** An exact share, in lowest terms, so that a third of a point stays a third and a pass mark is met or it is not. */
public record Fraction(BigInteger numerator, BigInteger denominator) implements Comparable<Fraction> {

    public static final Fraction NONE = of(0, 1);
    public static final Fraction ALL = of(1, 1);

    public Fraction {
        Refused.when(denominator.signum() == 0, "fraction.no-denominator");
        var divisor = numerator.gcd(denominator).multiply(BigInteger.valueOf(denominator.signum()));
        numerator = numerator.divide(divisor);
        denominator = denominator.divide(divisor);
    }

    public static Fraction of(long numerator, long denominator) {
        return new Fraction(BigInteger.valueOf(numerator), BigInteger.valueOf(denominator));
    }

    /** A decimal as it is written: 0.7 is seven tenths. */
    public static Fraction of(BigDecimal decimal) {
        return decimal.scale() > 0
                ? new Fraction(decimal.unscaledValue(), BigInteger.TEN.pow(decimal.scale()))
                : new Fraction(decimal.toBigIntegerExact(), BigInteger.ONE);
    }

    /** Everything when it is so, nothing when it is not. */
    public static Fraction when(boolean right) {
        return right ? ALL : NONE;
    }

    public Fraction plus(Fraction other) {
        return new Fraction(
                numerator.multiply(other.denominator).add(other.numerator.multiply(denominator)),
                denominator.multiply(other.denominator));
    }

    public Fraction times(Fraction other) {
        return new Fraction(numerator.multiply(other.numerator), denominator.multiply(other.denominator));
    }

    public Fraction times(long factor) {
        return times(of(factor, 1));
    }

    public boolean isAtLeast(Fraction other) {
        return compareTo(other) >= 0;
    }

    /** For drawing and for statistics; decisions compare the exact fractions. */
    public double asDouble() {
        return new BigDecimal(numerator)
                .divide(new BigDecimal(denominator), MathContext.DECIMAL128)
                .doubleValue();
    }

    /** Full per cents, rounded down, so that nobody reads a pass mark that was not reached. */
    public int percent() {
        return numerator.multiply(BigInteger.valueOf(100)).divide(denominator).intValue();
    }

    @Override
    public int compareTo(Fraction other) {
        return numerator.multiply(other.denominator).compareTo(other.numerator.multiply(denominator));
    }

    @Override
    public String toString() {
        return numerator + "/" + denominator;
    }
}
