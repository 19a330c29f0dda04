package eu.includeu.academy.gains;

/** From where to where a measured mean may well lie. */
public record Interval(double low, double high) {

    public boolean holds(double value) {
        return low <= value && value <= high;
    }
}
