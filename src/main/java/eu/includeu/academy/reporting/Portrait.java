package eu.includeu.academy.reporting;

import eu.includeu.academy.authorities.Authority;
import eu.includeu.academy.authorities.Share;
import eu.includeu.academy.capacity.NeedFigures;
import eu.includeu.academy.needs.NeedCard;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An authority as its own page shows it: to those who answer for it with its people, to others in figures that tell of
 * nobody.
 *
 * @param above the authorities above it, nearest last
 * @param certified the share with a certificate; null where there are too few people to show
 * @param cards its open needs as coordinators see them
 * @param needs the same without figures of people
 * @param people a page of its people, or null for whoever may not see them
 */
public record Portrait(
        Authority body,
        String name,
        String place,
        List<Above> above,
        @Nullable Share certified,
        List<NeedCard> cards,
        List<NeedFigures.Open> needs,
        @Nullable People people) {

    /** An authority above; its address only for whoever may see it. */
    public record Above(String name, @Nullable String href) {}

    /**
     * A page of people.
     *
     * @param after the name and the id of the last one, when others follow
     */
    public record People(
            List<Person> rows,
            boolean first,
            @Nullable String afterName,
            @Nullable UUID afterId) {}

    /** A person and how far they are in each module. */
    public record Person(UUID id, String name, List<Taken> modules) {

        public boolean hasBegun() {
            return !modules.isEmpty();
        }
    }

    /**
     * A module that somebody has taken up.
     *
     * @param state a message {@code portrait.state.<state>} says it
     * @param tiles one for each lesson
     */
    public record Taken(
            String title, String language, String theme, String state, int done, int lessons, List<String> tiles) {}

    Portrait withShare(@Nullable Share share) {
        return new Portrait(body, name, place, above, share, cards, needs, people);
    }

    Portrait withCards(List<NeedCard> open) {
        return new Portrait(body, name, place, above, certified, open, needs, people);
    }

    Portrait withNeeds(List<NeedFigures.Open> open) {
        return new Portrait(body, name, place, above, certified, cards, open, people);
    }

    Portrait withPeople(People page) {
        return new Portrait(body, name, place, above, certified, cards, needs, page);
    }
}
