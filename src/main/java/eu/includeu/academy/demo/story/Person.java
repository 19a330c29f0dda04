package eu.includeu.academy.demo.story;

import eu.includeu.academy.accounts.Role;
import eu.includeu.academy.authorities.ListedBody;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An invented person, and what drives their part of the story.
 *
 * @param isIntroduced whether the demo introduces the person by name
 * @param left the day on which the person left the authority; null for all but a few
 * @param ability how easily questions are answered; 0 is usual (theta in the domain guide)
 * @param zeal how steadily the person goes on, from 0 to 1
 */
public record Person(
        UUID id,
        String email,
        String name,
        String language,
        ListedBody body,
        Role role,
        boolean isIntroduced,
        LocalDate joined,
        @Nullable LocalDate left,
        double ability,
        double zeal) {

    public boolean is(Role wanted) {
        return role == wanted;
    }

    boolean isAt(String key) {
        return body.key().equals(key);
    }

    /** The part of the address before the @. */
    String address() {
        return email.substring(0, email.indexOf('@'));
    }
}
