package eu.includeu.academy.demand;

import eu.includeu.academy.capacity.Staff;
import eu.includeu.academy.capacity.Terms;
import eu.includeu.academy.competencies.Competency;
import eu.includeu.academy.competencies.Rung;
import eu.includeu.academy.matching.Shortfall;
import eu.includeu.academy.matching.Weights;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Counts, for one need and each of its rungs, the places that no plan can fill, with the first reason that applies
 * (section 7.3 of the domain guide). It depends on nothing but its arguments.
 *
 * <p>A place can be filled when somebody who is below the rung can be taken there: by a module that is open, in a language
 * asked for, together with whatever must be learned before it, all before the deadline. Who fills a place is free, so the
 * places that cannot be filled are those for which there are too few such people. Where an authority has fewer members than
 * places, the people to come stand at the level that the need describes and hold nothing else.
 *
 * @param weights with the pace at which an authority learns
 */
record Reckoning(Supply supply, Weights weights) {

    /**
     * Places of a need on a rung.
     *
     * @param reason why they cannot be filled, or null where they can
     */
    record Places(Rung rung, @Nullable Shortfall reason, int count) {}

    List<Places> of(Terms terms, Staff staff, LocalDate today) {
        var question = new Question(terms, Math.toIntExact(terms.deadline().toEpochDay() - today.toEpochDay()));
        var people = people(terms, staff);
        var places = new ArrayList<Places>();
        for (var rung : terms.rungs()) {
            var below = people.stream()
                    .filter(person -> person.held(rung.competency()) < rung.level())
                    .toList();
            var open = terms.staff() - (people.size() - below.size());
            if (open > 0) {
                places.addAll(places(rung, open, below, question));
            }
        }
        return List.copyOf(places);
    }

    /** What is asked of all people of a need alike. */
    private record Question(Terms terms, int daysLeft) {}

    /** Somebody, as far as levels tell: what is held, and of the need's own competency at least what the need describes. */
    record Person(Map<Competency.Id, Integer> levels, Competency.Id described, int current) {

        int held(Competency.Id competency) {
            var level = levels.getOrDefault(competency, 0);
            return competency.equals(described) ? Math.max(level, current) : level;
        }
    }

    private static List<Person> people(Terms terms, Staff staff) {
        var nobodyYet = Math.max(0, terms.staff() - staff.size());
        // with a named list each person's own level counts (N3)
        var least = staff.named() ? 0 : terms.current();
        return Stream.concat(
                        staff.levels().values().stream().map(levels -> new Person(levels, terms.competency(), least)),
                        Stream.generate(() -> new Person(Map.of(), terms.competency(), terms.current()))
                                .limit(nobodyYet))
                .toList();
    }

    private List<Places> places(Rung rung, int open, List<Person> below, Question question) {
        var answers = new HashMap<Person, Optional<Shortfall>>();
        var reasons = below.stream()
                .map(person -> answers.computeIfAbsent(person, each -> reason(rung, each, question)))
                .toList();
        var teachable =
                (int) reasons.stream().filter(reason -> reason.isEmpty()).count();
        var fillable = Math.min(Math.min(open, teachable), seats(rung, question));
        var places = new ArrayList<Places>();
        if (fillable > 0) {
            places.add(new Places(rung, null, fillable));
        }
        if (fillable < open) {
            var first = reasons.stream()
                    .flatMap(Optional::stream)
                    .min(Comparator.naturalOrder())
                    .filter(reason -> teachable < open)
                    .orElse(Shortfall.NO_SEATS);
            places.add(new Places(rung, first, open - fillable));
        }
        return places;
    }

    /** Why this person cannot be taken to this rung, or nothing where it is possible. */
    private Optional<Shortfall> reason(Rung rung, Person person, Question question) {
        var courses = supply.teaching(rung);
        if (courses.isEmpty()) {
            return Optional.of(Shortfall.NO_CONTENT);
        }
        var spoken = courses.stream()
                .filter(course -> course.speaks(question.terms().languages()))
                .toList();
        if (spoken.isEmpty()) {
            return Optional.of(Shortfall.NO_LANGUAGE);
        }
        if (spoken.stream().noneMatch(course -> inTime(List.of(course), question))) {
            return Optional.of(Shortfall.TOO_LATE);
        }
        var ways = new Ways(supply, person, question.terms().languages());
        var shortfall = Shortfall.NO_PREREQUISITE_PATH;
        for (var course : spoken) {
            var way = ways.to(course, rung);
            if (way.isPresent()) {
                if (inTime(way.get(), question)) {
                    return Optional.empty();
                }
                shortfall = Shortfall.TOO_LATE;
            }
        }
        return Optional.of(shortfall);
    }

    private boolean inTime(Collection<Supply.Course> way, Question question) {
        return weights.days(Ways.minutes(way)) <= question.daysLeft();
    }

    /** How many can be seated before the deadline by all that would serve. */
    private int seats(Rung rung, Question question) {
        var seats = supply.teaching(rung).stream()
                .filter(course -> course.speaks(question.terms().languages()))
                .filter(course -> inTime(List.of(course), question))
                .mapToLong(course -> course.seats(question.terms().deadline()))
                .sum();
        return (int) Math.min(Integer.MAX_VALUE, seats);
    }
}
