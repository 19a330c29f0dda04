package eu.includeu.academy.authorities;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/**
 * What a reader can work out from the figures that are shown of a tree of sums. Each figure lies between what everybody knows
 * to be the least and the most of it; a sum equals its parts. On a tree, carrying these bounds up once and down once gives exactly the narrowest ranges
 * that follow from them (bounds consistency of acyclic linear constraints is global consistency).
 */
final class Inference<K extends Comparable<? super K>> {

    /** From how few to how many people a figure may be of, for all that a reader knows. */
    record Range(long low, long high) {

        static Range exactly(long value) {
            return new Range(value, value);
        }

        long width() {
            return high - low;
        }

        Range plus(Range other) {
            return new Range(low + other.low, high + other.high);
        }

        Range and(Range other) {
            return new Range(Math.max(low, other.low), Math.min(high, other.high));
        }
    }

    /** Parts before what they are parts of come last: every part has a higher number than its sum. */
    private final List<Part<K>> parts = new ArrayList<>();

    private final List<Integer> sums = new ArrayList<>();
    private final List<List<Integer>> children = new ArrayList<>();
    private final Set<Integer> hidden = new HashSet<>();

    Inference(Part<K> whole) {
        var open = new ArrayDeque<Part<K>>(List.of(whole));
        sums.add(-1);
        while (!open.isEmpty()) {
            var part = open.remove();
            var place = parts.size();
            parts.add(part);
            children.add(new ArrayList<>());
            if (sums.get(place) >= 0) {
                children.get(sums.get(place)).add(place);
            }
            part.parts().forEach(each -> sums.add(place));
            open.addAll(part.parts());
        }
    }

    void hideAll(Predicate<Part<K>> wanted) {
        IntStream.range(0, parts.size())
                .filter(place -> !parts.get(place).isKnown() && wanted.test(parts.get(place)))
                .forEach(hidden::add);
    }

    Set<K> hidden() {
        var keys = new HashSet<K>();
        hidden.forEach(place -> keys.add(parts.get(place).key()));
        return keys;
    }

    /** Hides the smallest figure that gives away a hidden one; false when none does. */
    boolean hideOneMore() {
        var ranges = ranges();
        var betrayed = IntStream.range(0, parts.size())
                .filter(place -> hidden.contains(place) && isBetrayed(place, ranges) || leavesTooFew(place))
                .boxed()
                .findFirst();
        var more = betrayed.flatMap(place -> smallest(hidden.contains(place) ? shownAround(place) : shownIn(place)));
        more.ifPresent(hidden::add);
        return more.isPresent();
    }

    /** The range of every figure, by key. */
    Map<K, Range> known() {
        var known = new HashMap<K, Range>();
        var ranges = ranges();
        IntStream.range(0, parts.size())
                .forEach(place -> known.put(parts.get(place).key(), ranges.get(place)));
        return known;
    }

    private boolean isBetrayed(int place, List<Range> ranges) {
        var part = parts.get(place);
        return Suppression.isTooFew(part.share())
                && ranges.get(place).width() < Math.min(Suppression.FEWEST, part.most() - part.least());
    }

    /** Whether a sum is shown and what is hidden of it would, taken together, be too few. */
    private boolean leavesTooFew(int place) {
        var left = children.get(place).stream().filter(hidden::contains).toList();
        return !hidden.contains(place)
                && !left.isEmpty()
                && Suppression.isTooFew(Share.sum(
                        left.stream().map(child -> parts.get(child).share()).toList()));
    }

    /** A sum that is shown, and those of its parts that are. */
    private Set<Integer> shownIn(int sum) {
        var shown = new HashSet<>(children.get(sum));
        shown.removeIf(place -> hidden.contains(place) || parts.get(place).isKnown());
        shown.add(sum);
        return shown;
    }

    /** The shown figures next to a hidden one, also through other hidden ones. */
    private Set<Integer> shownAround(int betrayed) {
        var seen = new HashSet<>(Set.of(betrayed));
        var open = new ArrayDeque<>(Set.of(betrayed));
        var shown = new HashSet<Integer>();
        while (!open.isEmpty()) {
            for (var next : neighbours(open.remove())) {
                if (seen.add(next) && !parts.get(next).isKnown()) {
                    (hidden.contains(next) ? open : shown).add(next);
                }
            }
        }
        return shown;
    }

    private Optional<Integer> smallest(Set<Integer> shown) {
        return shown.stream()
                .min(Comparator.comparing(
                                (Integer place) -> parts.get(place).share().whole())
                        .thenComparing(place -> -place));
    }

    /** What stands in one equation with a figure: its sum, the other parts of that, and its own parts. */
    private List<Integer> neighbours(int place) {
        var neighbours = new ArrayList<>(children.get(place));
        var sum = sums.get(place);
        if (sum >= 0) {
            neighbours.add(sum);
            neighbours.addAll(children.get(sum));
        }
        return neighbours;
    }

    private List<Range> ranges() {
        var ranges = new ArrayList<Range>();
        for (var place = 0; place < parts.size(); place++) {
            var part = parts.get(place);
            ranges.add(
                    hidden.contains(place)
                            ? new Range(part.least(), part.most())
                            : Range.exactly(part.share().part()));
        }
        for (var place = parts.size() - 1; place >= 0; place--) {
            if (!children.get(place).isEmpty()) {
                ranges.set(place, ranges.get(place).and(together(place, ranges)));
            }
        }
        for (var place = 0; place < parts.size(); place++) {
            narrow(place, ranges);
        }
        return ranges;
    }

    private Range together(int place, List<Range> ranges) {
        return children.get(place).stream().map(ranges::get).reduce(Range.exactly(0), Range::plus);
    }

    private void narrow(int place, List<Range> ranges) {
        var together = together(place, ranges);
        var whole = ranges.get(place);
        children.get(place).forEach(child -> {
            var own = ranges.get(child);
            var others = new Range(together.low() - own.low(), together.high() - own.high());
            ranges.set(child, own.and(new Range(whole.low() - others.high(), whole.high() - others.low())));
        });
    }
}
