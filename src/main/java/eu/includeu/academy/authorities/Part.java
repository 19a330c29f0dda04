package eu.includeu.academy.authorities;

import java.util.List;

/**
 * A share that is the sum of its parts, such as that of a region and those of its authorities.
 *
 * @param key tells it from all others in the tree
 * @param parts what it is the sum of; none for a figure that is counted and not added up
 */
public record Part<K extends Comparable<? super K>>(K key, Share share, List<Part<K>> parts) {

    public Part {
        parts = List.copyOf(parts);
    }

    public static <K extends Comparable<? super K>> Part<K> counted(K key, Share share) {
        return new Part<>(key, share, List.of());
    }

    /** The sum of these parts. */
    public static <K extends Comparable<? super K>> Part<K> sum(K key, List<Part<K>> parts) {
        return new Part<>(key, Share.sum(parts.stream().map(Part::share).toList()), parts);
    }
}
