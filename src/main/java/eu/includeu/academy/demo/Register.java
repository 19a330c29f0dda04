package eu.includeu.academy.demo;

import eu.includeu.academy.authorities.ListedBody;
import eu.includeu.academy.demo.story.Dice;
import eu.includeu.academy.demo.story.Person;
import eu.includeu.academy.platform.Clock;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Enters people with their memberships and roles into the tables of accounts. */
final class Register {

    private final Rows accounts =
            new Rows("accounts.account", "id, email, password, name, language, authority, suspended, created");
    private final Rows memberships =
            new Rows("accounts.membership", "id, account, authority, is_primary, started, ended");
    private final Rows roles = new Rows("accounts.role", "membership, role");

    private final long seed;
    private final String password;
    private final Figures figures;

    /** @param password as it is stored: one hash for all, for it takes its time to make */
    Register(long seed, String password, Figures figures) {
        this.seed = seed;
        this.password = password;
        this.figures = figures;
    }

    void enter(Person person) {
        var membership = new Dice(seed, "membership " + person.email()).id();
        var since = person.joined().atTime(8, 0).atZone(Clock.ZONE).toInstant();
        var authority = person.body().authority().id();
        accounts.add(
                person.id(),
                person.email(),
                password,
                person.name(),
                person.language(),
                authority,
                suspended(person),
                since);
        memberships.add(membership, person.id(), authority, true, person.joined(), person.left());
        roles.add(membership, person.role().name().toLowerCase(Locale.ROOT));
        count(person, person.body());
    }

    List<Rows> rows() {
        return List.of(accounts, memberships, roles);
    }

    private void count(Person person, ListedBody body) {
        figures.add(body, "officials", person.joined(), 1);
        if (person.left() != null) {
            figures.add(body, "officials", person.left(), -1);
        }
    }

    private static @Nullable Object suspended(Person person) {
        return person.left() == null
                ? null
                : person.left().atTime(18, 0).atZone(Clock.ZONE).toInstant();
    }
}
