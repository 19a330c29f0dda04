package eu.includeu.academy.closing;

import eu.includeu.academy.authorities.Authority;
import eu.includeu.academy.capacity.Need;
import eu.includeu.academy.competencies.Competency;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * How far a need was at a moment (section 6 of the domain guide).
 *
 * @param places how many people shall hold the level: {@code staff_n}
 * @param members how many people the authority had
 * @param holders how many of them held the level
 * @param gap rungs still missing on the places, best people first
 * @param began how many held the level when the need was declared
 * @param gapBegan the rungs that were missing then
 * @param closed when it was closed, if it was closed by then
 */
record Standing(
        Authority.Id authority,
        Need.Id need,
        Competency.Id competency,
        int current,
        int target,
        int places,
        int weight,
        LocalDate deadline,
        Need.State state,
        Instant declared,
        @Nullable Instant closed,
        int members,
        int holders,
        int gap,
        int began,
        int gapBegan) {

    /** {@code ready(n, t)}: places filled. */
    int ready() {
        return Math.min(places, holders);
    }

    /** Places filled when it was declared. */
    int readyBegan() {
        return Math.min(places, began);
    }

    /** {@code cov(n, t)}, from 0 to 1. */
    double coverage() {
        return Math.min(1.0, (double) holders / places);
    }

    /** {@code closed(n, t) = 1 - gap(n, t) / gap(n, declared)}; nothing was missing where that is undefined. */
    double closedShare() {
        return gapBegan == 0 ? 1 : 1 - (double) gap / gapBegan;
    }

    boolean isClosed() {
        return state == Need.State.CLOSED;
    }
}
