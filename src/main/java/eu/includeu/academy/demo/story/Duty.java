package eu.includeu.academy.demo.story;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A course that a coordinator asked somebody to take.
 *
 * @param need the need it answers, or null
 * @param journey what came of it; null while nothing has
 * @param waived why it was taken back, or null
 */
public record Duty(
        UUID id,
        Person person,
        Course course,
        @Nullable UUID need,
        Person by,
        Instant assigned,
        LocalDate due,
        @Nullable Journey journey,
        @Nullable String waived) {

    public String state(LocalDate today) {
        if (waived != null) {
            return "waived";
        }
        if (journey != null && journey.completed() != null) {
            return "done";
        }
        return today.isAfter(due) ? "overdue" : journey == null ? "assigned" : "active";
    }
}
