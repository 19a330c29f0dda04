package eu.includeu.academy.reporting;

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
 */
final class Suppression {

    /** The fewest people whom a figure may speak of. */
    static final int FEWEST = 5;

    private Suppression() {}

    /** Whether a single share must be hidden: too few people, or too few on one side. Nobody is not too few. */
    static boolean isTooFew(Share share) {
        return !share.isNobody() && (share.part() < FEWEST || share.whole() - share.part() < FEWEST);
    }

    /** Which shares of a group stay hidden when the sum of the group may be known. */
    static <K extends Comparable<? super K>> Set<K> hidden(Map<K, Share> group) {
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

    /** What of a group may be shown; what nobody is in is shown as that. */
    static <K extends Comparable<? super K>> Map<K, Share> shown(Map<K, Share> group) {
        var shown = new LinkedHashMap<>(group);
        shown.keySet().removeAll(hidden(group));
        return shown;
    }
}
