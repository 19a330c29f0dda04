package eu.includeu.academy.authorities;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A public body, or an association of such bodies, with staff. It is not a territory, but refers to one.
 *
 * @param name as the body calls itself
 * @param nameLatin the same for readers of another script, where the name is not in Latin letters
 * @param country as in NUTS (Greece is EL); null for the partnership alone
 * @param territory scheme, edition and code, such as NUTS:2024:EL61
 * @param languages working languages, first choice first
 * @param reviewRequired whether a coordinator confirms each completion before it counts
 */
public record Authority(
        Id id,
        String name,
        @Nullable String nameLatin,
        Kind kind,
        @Nullable String country,
        @Nullable String territory,
        List<String> languages,
        @Nullable Integer population,
        boolean reviewRequired,
        @Nullable String contact,
        int version) {

    /** Which authority. */
    public record Id(UUID value) {

        public static Id of(String text) {
            return new Id(UUID.fromString(text));
        }

        @Override
        public String toString() {
            return value.toString();
        }
    }

    /** What sort of body it is. */
    public enum Kind {
        PARTNERSHIP,
        NATIONAL,
        REGION,
        PROVINCE,
        MUNICIPALITY,
        ASSOCIATION
    }

    public Authority {
        languages = List.copyOf(languages);
    }

    /** The name for a reader of this language: Greek letters for readers of Greek, Latin ones for all others. */
    public String nameIn(String language) {
        return nameLatin == null || language.equals("el") ? name : nameLatin;
    }

    /** The NUTS code alone, such as EL61. */
    public @Nullable String nuts() {
        return territory == null ? null : territory.substring(territory.lastIndexOf(':') + 1);
    }
}
