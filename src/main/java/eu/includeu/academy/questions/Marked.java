package eu.includeu.academy.questions;

import eu.includeu.academy.competencies.Rung;
import java.util.List;

/**
 * What one question of a paper brought: enough to say what to reread, and nothing of the key.
 *
 * @param number its place on the paper, from 0
 * @param item its identifier in the module
 * @param mark from nothing to one
 */
public record Marked(
        int number, String item, Rung rung, int points, boolean answered, Fraction mark, List<String> sources) {

    public Fraction won() {
        return mark.times(points);
    }

    public boolean isRight() {
        return mark.equals(Fraction.ALL);
    }
}
