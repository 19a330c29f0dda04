package eu.includeu.academy.authorities;

import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * Which figures stay hidden from a reader who may not see the persons themselves (section 8 of the design guide, section
 * 5 of the domain guide). Hidden is every share of fewer than five people, or with fewer than five on either side. So
 * that no subtraction gives it back, the next smallest of its group is hidden too, until what is hidden is at least two
 * shares and would itself, taken together, not be too few.
 *
 * <p>Where figures are sums of sums, {@link #hidden(Part)} sees to it that a reader who knows every figure that is shown, how
 * many places there are everywhere, and all rules of this class cannot narrow a hidden figure of too few people down to
 * less than a range of {@link #FEWEST} people, or of all that is open about it where that is less.
 */
public final class Suppression {

    /** The fewest people whom a figure may speak of. */
    public static final int FEWEST = 5;

    private Suppression() {}

    /** Whether a single share must be hidden: too few people, or too few on one side. Nobody is not too few. */
    public static boolean isTooFew(Share share) {
        return !share.isNobody() && (share.part() < FEWEST || share.whole() - share.part() < FEWEST);
    }

    /** Which shares of a group stay hidden when the sum of the group may be known. */
    public static <K extends Comparable<? super K>> Set<K> hidden(Map<K, Share> group) {
        var smallestFirst = new ArrayDeque<>(group.entrySet().stream()
                .filter(cell -> !cell.getValue().isNobody())
                .sorted(Comparator.comparing((Map.Entry<K, Share> cell) -> !isTooFew(cell.getValue()))
                        .thenComparing(cell -> cell.getValue().whole())
                        .thenComparing(Map.Entry::getKey))
                .toList());
        var hidden = new HashSet<K>();
        var together = Share.NOBODY;
        while (!smallestFirst.isEmpty()
                && (isTooFew(smallestFirst.peek().getValue())
                        || hidden.size() == 1
                        || !hidden.isEmpty() && isTooFew(together))) {
            var next = smallestFirst.remove();
            hidden.add(next.getKey());
            together = together.plus(next.getValue());
        }
        return hidden;
    }

    /** Which figures of a tree of sums stay hidden, so that none of too few people can be worked out from the others. */
    public static <K extends Comparable<? super K>> Set<K> hidden(Part<K> whole) {
        var reader = new Inference<>(whole);
        reader.hideAll(part -> isTooFew(part.share()));
        while (reader.hideOneMore()) {}
        return reader.hidden();
    }

    /** What of a group may be shown; what nobody is in is shown as that. */
    public static <K extends Comparable<? super K>> Map<K, Share> shown(Map<K, Share> group) {
        var shown = new LinkedHashMap<>(group);
        shown.keySet().removeAll(hidden(group));
        return shown;
    }
}
