package eu.includeu.academy.needs;

import eu.includeu.academy.authorities.Authority;
import eu.includeu.academy.capacity.Need;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What others nearby have declared alike, and whether they and this authority would act together. Who is not of the
 * asker's own house is told as a number, until both sides have said that they are ready.
 *
 * @param others by kind of body, the most first
 * @param ready what this authority has said; null while it has said nothing
 * @param partners those with whom there is an agreement, longest first
 */
public record Joint(List<Others> others, @Nullable Boolean ready, List<Partner> partners) {

    /** Nobody declared the same. */
    static final Joint NONE = new Joint(List.of(), null, List.of());

    /**
     * So many bodies of one kind in one country.
     *
     * @param kind as in messages, such as municipality
     * @param ready how many of them are ready to act together
     */
    public record Others(String kind, @Nullable String country, int authorities, int ready) {

        /** The country's name; Greece is EL in the data, as in NUTS, and GR to everybody else. */
        public String countryIn(Locale locale) {
            return country == null
                    ? ""
                    : new Locale.Builder()
                            .setRegion(country.equals("EL") ? "GR" : country)
                            .build()
                            .getDisplayCountry(locale);
        }
    }

    /**
     * Another authority that is ready to act together.
     *
     * @param since when both had said so
     * @param person who said it there
     */
    public record Partner(
            Authority.Id authority,
            Need.Id need,
            String name,
            @Nullable String nameLatin,
            @Nullable String country,
            int staff,
            LocalDate deadline,
            List<String> languages,
            LocalDate since,
            String person,
            String email) {

        public Partner {
            languages = List.copyOf(languages);
        }

        /** The name in letters that a reader of this language reads. */
        public String nameIn(String language) {
            return nameLatin == null || language.equals("el") ? name : nameLatin;
        }
    }

    /**
     * A need of the asker's that others would join, while nothing has been said about it.
     *
     * @param authorities how many would
     */
    public record Invitation(Need.Id need, String competency, int target, String authority, int authorities) {}

    public Joint {
        others = List.copyOf(others);
        partners = List.copyOf(partners);
    }

    /** How many declared the same. */
    public int authorities() {
        return others.stream().mapToInt(Others::authorities).sum();
    }

    /** How many of them are ready. */
    public int waiting() {
        return others.stream().mapToInt(Others::ready).sum();
    }

    /** Whether there is anything to show. */
    public boolean present() {
        return authorities() > 0 || Boolean.TRUE.equals(ready);
    }

    public boolean agreed() {
        return Boolean.TRUE.equals(ready);
    }
}
