package eu.includeu.academy.matching;

import eu.includeu.academy.catalogue.Offer;
import eu.includeu.academy.catalogue.Requirement;
import eu.includeu.academy.catalogue.Teaching;
import eu.includeu.academy.catalogue.VersionId;
import java.time.LocalDate;
import java.util.List;

/**
 * A module version as the ranking sees it.
 *
 * @param languages it has an edition in
 * @param countries whose law it treats; EU if it is general
 * @param gain what its learners were measured to gain
 */
public record Candidate(
        VersionId id,
        String title,
        String theme,
        List<String> languages,
        int minutes,
        List<Teaching> teaches,
        List<Requirement> requires,
        LocalDate reviewBy,
        List<String> countries,
        Gain gain,
        boolean open) {

    /**
     * Measured learning gain of a module: over how many learners, and their mean normalised change.
     *
     * @param mean 0 while nobody has been measured
     */
    public record Gain(int learners, double mean) {

        public static final Gain UNKNOWN = new Gain(0, 0);

        /** Drawn towards the mean of all modules, the more so the fewer were measured (section 6 of the domain guide). */
        public double shrunk(double common, double shrinkage) {
            return learners == 0 ? common : (learners * mean + shrinkage * common) / (learners + shrinkage);
        }
    }

    public Candidate {
        languages = List.copyOf(languages);
        teaches = List.copyOf(teaches);
        requires = List.copyOf(requires);
        countries = List.copyOf(countries);
    }

    public static Candidate of(Offer offer, Gain gain, LocalDate today) {
        return new Candidate(
                offer.id(),
                offer.title(),
                offer.theme(),
                offer.languages(),
                offer.minutes(),
                offer.teaches(),
                offer.requires(),
                offer.reviewBy(),
                offer.countries(),
                gain,
                offer.takesEnrolments(today));
    }

    public String module() {
        return id.module();
    }
}
