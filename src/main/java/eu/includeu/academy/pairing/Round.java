package eu.includeu.academy.pairing;

import java.util.List;

/**
 * Who should visit whom in a year, as one way of pairing has it.
 *
 * @param total the sum of what the visits are worth
 * @param blocking pairs of which both would rather have each other than what they got
 */
public record Round(List<Pair> pairs, double total, int blocking) {

    public Round {
        pairs = pairs.stream().sorted(Pair.ORDER).toList();
    }
}
