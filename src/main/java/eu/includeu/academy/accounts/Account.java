package eu.includeu.academy.accounts;

import eu.includeu.academy.authorities.Authority;
import eu.includeu.academy.platform.Scope;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.security.core.AuthenticatedPrincipal;

/**
 * A person who may come in, with the roles of the moment.
 *
 * @param language in which the academy speaks to the person
 * @param mode system, light or dark
 * @param authority of the primary membership: records of learning made now belong to it
 * @param grants each role with the authority on whose membership it rests
 */
public record Account(
        Id id, String email, String name, String language, String mode, Authority.Id authority, Set<Grant> grants)
        implements Scope.Holder, AuthenticatedPrincipal {

    /** Which person. */
    public record Id(UUID value) {

        public static Id of(String text) {
            return new Id(UUID.fromString(text));
        }

        @Override
        public String toString() {
            return value.toString();
        }
    }

    private static final Pattern SPACES = Pattern.compile("\\s+");

    /** A role at an authority. */
    public record Grant(Role role, Authority.Id authority) {}

    public Account {
        grants = Set.copyOf(grants);
    }

    @Override
    public String getName() {
        return id.toString();
    }

    public boolean is(Role role) {
        return grants.stream().anyMatch(grant -> grant.role() == role);
    }

    /** Which roles, each once. */
    List<Role> roles() {
        return grants.stream().map(Grant::role).distinct().sorted().toList();
    }

    public boolean may(Action action) {
        return action.isPublic() || action.roles().stream().anyMatch(this::is);
    }

    /** The authorities this person answers for, all below them included. */
    public List<Authority.Id> coordinates() {
        return grants.stream()
                .filter(grant -> grant.role() == Role.COORDINATOR)
                .map(Grant::authority)
                .toList();
    }

    /** The same, as statements bind them. */
    public UUID[] roots() {
        return coordinates().stream().map(Authority.Id::value).toArray(UUID[]::new);
    }

    @Override
    public Scope scope() {
        return new Scope(
                id.value(), coordinates().stream().map(Authority.Id::value).toList());
    }

    /** The first and the last word's first letters, for the round sign in the masthead. */
    public String initials() {
        var words = SPACES.split(name.strip());
        return Arrays.stream(new String[] {words[0], words.length > 1 ? words[words.length - 1] : ""})
                .filter(word -> !word.isEmpty())
                .map(word -> word.substring(0, word.offsetByCodePoints(0, 1)))
                .collect(Collectors.joining());
    }

    /** The name a colleague would use. */
    public String firstName() {
        return SPACES.split(name.strip())[0];
    }
}
