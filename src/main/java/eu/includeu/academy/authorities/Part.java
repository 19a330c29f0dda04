package eu.includeu.academy.authorities;

import java.util.List;

/**
 * A share that is the sum of its parts, such as that of a region and those of its authorities.
 *
 * @param key tells it from all others in the tree
 * @param parts what it is the sum of; none for a figure that is counted and not added up
 * @param least how many there are at least, as everybody knows without this figure
 * @param most how many at most, likewise
 */
public record Part<K extends Comparable<? super K>>(K key, Share share, List<Part<K>> parts, long least, long most) {

    public Part {
        parts = List.copyOf(parts);
    }

    /** A figure of which nothing is known but how many places there are. */
    public static <K extends Comparable<? super K>> Part<K> counted(K key, Share share) {
        return new Part<>(key, share, List.of(), 0, share.whole());
    }

    /** A figure of which everybody knows that not all places are filled. */
    public static <K extends Comparable<? super K>> Part<K> open(K key, Share share) {
        return new Part<>(key, share, List.of(), 0, Math.max(share.part(), share.whole() - 1));
    }

    /** A figure of which everybody knows that all places are filled, because that was said in public. */
    public static <K extends Comparable<? super K>> Part<K> full(K key, Share share) {
        return new Part<>(key, share, List.of(), share.part(), share.part());
    }

    /** The sum of these parts; what is known of them is known of it. */
    public static <K extends Comparable<? super K>> Part<K> sum(K key, List<Part<K>> parts) {
        return new Part<>(
                key,
                Share.sum(parts.stream().map(Part::share).toList()),
                parts,
                parts.stream().mapToLong(Part::least).sum(),
                parts.stream().mapToLong(Part::most).sum());
    }

    /** Whether everybody knows it anyway. */
    boolean isKnown() {
        return least == most;
    }
}
