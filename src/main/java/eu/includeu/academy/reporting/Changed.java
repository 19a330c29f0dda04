package eu.includeu.academy.reporting;

import eu.includeu.academy.platform.Changes.Change;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What changed: the authorities whose figures did, or all of them. */
public record Changed(boolean everything, Set<UUID> authorities) {

    static final Changed NOTHING = new Changed(false, Set.of());
    static final Changed EVERYTHING = new Changed(true, Set.of());

    static Changed of(Change change) {
        return change.topic().equals("resumed") || change.about().equals("all")
                ? EVERYTHING
                : new Changed(
                        false,
                        Arrays.stream(change.about().split(","))
                                .filter(text -> !text.isEmpty())
                                .map(UUID::fromString)
                                .collect(Collectors.toUnmodifiableSet()));
    }

    boolean isNothing() {
        return !everything && authorities.isEmpty();
    }

    /** Whether this authority may have changed. */
    public boolean contains(UUID authority) {
        return everything || authorities.contains(authority);
    }

    /** Whether it is about any of these; of what is not known, it may be. */
    boolean touches(@Nullable Set<UUID> reach) {
        return everything || reach == null || authorities.stream().anyMatch(reach::contains);
    }

    /** Those of a reach that it is about; of a reach that is not known yet, all that it is about. */
    Changed within(@Nullable Set<UUID> reach) {
        if (reach == null) {
            return this;
        }
        return new Changed(
                false,
                everything
                        ? reach
                        : authorities.stream().filter(reach::contains).collect(Collectors.toUnmodifiableSet()));
    }

    /** Both; or everything, when that would be more authorities than {@code most}. */
    Changed plus(Changed more, int most) {
        if (isNothing()) {
            return more;
        }
        if (everything || more.everything || authorities.size() + more.authorities.size() > most) {
            return EVERYTHING;
        }
        var all = new HashSet<>(authorities);
        all.addAll(more.authorities);
        return new Changed(false, Set.copyOf(all));
    }
}
