package eu.includeu.academy.assessment;

import eu.includeu.academy.platform.Refused;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How often an official has sat a quiz, how often it may be sat, and when the next go may begin. Goes are counted over all
 * versions with the same major number, so withdrawing gives no new ones.
 *
 * @param waitHours between handing in and the next go
 * @param last when the last go was handed in; null when there was none
 */
public record Tries(
        int allowed, int used, int waitHours, @Nullable Instant last) {

    public int left() {
        return Math.max(0, allowed - used);
    }

    public boolean isUsedUp() {
        return left() == 0;
    }

    /** When the next go may begin, or null when it may begin at once. */
    public @Nullable Instant nextAt(Instant now) {
        if (last == null) {
            return null;
        }
        var next = last.plus(Duration.ofHours(waitHours));
        return next.isAfter(now) ? next : null;
    }

    /** Begins the next go, and says which one it is. */
    public int begin(Instant now) {
        Refused.when(isUsedUp(), "attempt.used-up", allowed);
        Refused.when(nextAt(now) != null, "attempt.wait", waitHours);
        return used + 1;
    }
}
