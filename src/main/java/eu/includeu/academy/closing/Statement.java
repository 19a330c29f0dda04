package eu.includeu.academy.closing;

import eu.includeu.academy.accounts.Account;
import eu.includeu.academy.authorities.Share;
import eu.includeu.academy.capacity.Need;
import eu.includeu.academy.gains.Effect;
import eu.includeu.academy.needs.NeedCard;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What became of a need by a day: from where it began to where it is, and what that rests on.
 *
 * @param standing with the exact numbers; read only for whoever may see the persons
 * @param shown what everybody else may see of them, or null
 * @param steps what happened up to that day, first things first
 * @param people who counted on that day; empty for whoever may not see them
 * @param minutes how long each module takes
 */
record Statement(
        NeedCard card,
        AsOf asOf,
        Standing standing,
        @Nullable Share shown,
        List<Step> steps,
        List<Person> people,
        Map<String, Integer> minutes) {

    /** Something that happened to the need. */
    record Step(
            Need.Event event,
            Instant at,
            @Nullable String actor,
            @Nullable String module,
            int people,
            int ready,
            int staff,
            String note) {}

    /**
     * Somebody who counts for the need.
     *
     * @param began the level held when it was declared
     * @param level the level held on the day
     * @param since when the level wanted was reached, or null
     * @param until when it ends, or null
     * @param pre the share won before a module for it, or null
     * @param post the share won after it, or null
     * @param change the normalised change between them, or null
     * @param modules what was completed for it since the declaration
     */
    record Person(
            Account.Id id,
            String name,
            int began,
            int level,
            @Nullable LocalDate since,
            @Nullable LocalDate until,
            @Nullable Double pre,
            @Nullable Double post,
            @Nullable Double change,
            List<String> modules) {

        Person {
            modules = List.copyOf(modules);
        }
    }

    Statement {
        steps = List.copyOf(steps);
        people = List.copyOf(people);
        minutes = Map.copyOf(minutes);
    }

    boolean namesPeople() {
        return card.counted();
    }

    /** What these people gained; nothing where fewer were measured than an interval needs. */
    Optional<Effect> gain() {
        var changes = people.stream()
                .map(Person::change)
                .filter(java.util.Objects::nonNull)
                .toList();
        return Effect.measured(changes);
    }

    /** Learning time that went into it, by the minutes its modules are meant to take. */
    int hours() {
        return Math.round(people.stream()
                        .map(Person::modules)
                        .flatMap(Collection::stream)
                        .mapToInt(module -> minutes.getOrDefault(module, 0))
                        .sum()
                / 60f);
    }

    /** Completions that count, each of which has its certificate. */
    int certificates() {
        return people.stream().mapToInt(person -> person.modules().size()).sum();
    }

    Optional<Step> last(Need.Event event) {
        return steps.stream().filter(step -> step.event() == event).reduce((first, second) -> second);
    }
}
