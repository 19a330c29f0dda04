package eu.includeu.academy.closing;

import static java.util.stream.Collectors.groupingBy;

import eu.includeu.academy.authorities.Authority;
import eu.includeu.academy.authorities.Part;
import eu.includeu.academy.authorities.Share;
import eu.includeu.academy.authorities.Suppression;
import eu.includeu.academy.capacity.Need;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * All needs of a day along the tree of that day, and which of their figures may be shown to whoever may not see the persons.
 * It is the same for every report of that day, so that no two reports can be subtracted from each other.
 *
 * @param needs of each authority, its own
 * @param children those directly below each authority
 * @param hidden the keys of figures that stay hidden
 */
record Landscape(
        AsOf asOf,
        Map<Authority.Id, List<Standing>> needs,
        Map<Authority.Id, List<Authority.Id>> children,
        Set<String> hidden) {

    Landscape {
        needs = Map.copyOf(needs);
        children = Map.copyOf(children);
        hidden = Set.copyOf(hidden);
    }

    /** @param parents who stood directly above whom */
    static Landscape of(AsOf asOf, List<Standing> needs, Map<Authority.Id, Authority.Id> parents) {
        var own = needs.stream().collect(groupingBy(Standing::authority));
        var children = parents.entrySet().stream()
                .collect(groupingBy(Map.Entry::getValue, Collectors.mapping(Map.Entry::getKey, Collectors.toList())));
        var open = new Landscape(asOf, own, children, Set.of());
        var hidden = new HashSet<String>();
        Stream.concat(own.keySet().stream(), parents.values().stream())
                .distinct()
                .filter(authority -> !parents.containsKey(authority))
                .map(open::tree)
                .map(Suppression::hidden)
                .forEach(hidden::addAll);
        return new Landscape(asOf, own, children, hidden);
    }

    /** The needs of an authority itself. */
    List<Standing> own(Authority.Id authority) {
        return needs.getOrDefault(authority, List.of());
    }

    /** The needs of an authority and of all below it. */
    List<Standing> below(Authority.Id authority) {
        var below = new ArrayList<>(own(authority));
        childrenOf(authority).forEach(child -> below.addAll(below(child)));
        return below;
    }

    List<Authority.Id> childrenOf(Authority.Id authority) {
        return children.getOrDefault(authority, List.of());
    }

    /** Places filled out of all places, at and below an authority; null where that stays hidden. */
    @Nullable
    Share shown(Authority.Id authority) {
        return shown(all(authority), below(authority));
    }

    /** The same for an authority's own needs. */
    @Nullable
    Share shownOwn(Authority.Id authority) {
        return shown(itself(authority), own(authority));
    }

    /** The same for one need, as it was surveyed; null too for one that was not. */
    @Nullable
    Share shown(Standing need) {
        return own(need.authority()).stream()
                .filter(surveyed -> surveyed.need().equals(need.need()))
                .findFirst()
                .map(surveyed -> shown(one(surveyed), List.of(surveyed)))
                .orElse(null);
    }

    private @Nullable Share shown(String key, List<Standing> of) {
        return hidden.contains(key)
                ? null
                : Share.sum(of.stream().map(Landscape::share).toList());
    }

    private Part<String> tree(Authority.Id authority) {
        var parts = new ArrayList<Part<String>>();
        if (!own(authority).isEmpty()) {
            parts.add(Part.sum(
                    itself(authority),
                    own(authority).stream().map(Landscape::part).toList()));
        }
        childrenOf(authority).stream()
                .map(this::tree)
                .filter(part -> !part.share().isNobody())
                .forEach(parts::add);
        return Part.sum(all(authority), parts);
    }

    /** That a need is met or closed is said in public, and that it is not: so is then whether all its places are filled. */
    private static Part<String> part(Standing need) {
        var said = need.state() == Need.State.MET || need.isClosed();
        if (said && need.ready() == need.places()) {
            return Part.full(one(need), share(need));
        }
        return said ? Part.counted(one(need), share(need)) : Part.open(one(need), share(need));
    }

    private static Share share(Standing need) {
        return new Share(need.ready(), need.places());
    }

    private static String all(Authority.Id authority) {
        return "all " + authority;
    }

    private static String itself(Authority.Id authority) {
        return "own " + authority;
    }

    private static String one(Standing need) {
        return "need " + Objects.requireNonNull(need.need());
    }
}
