package eu.includeu.academy.planning;

import eu.includeu.academy.accounts.Account;
import eu.includeu.academy.capacity.Need;
import eu.includeu.academy.capacity.Staff;
import eu.includeu.academy.capacity.Terms;
import eu.includeu.academy.catalogue.Teaching;
import eu.includeu.academy.competencies.Competency;
import eu.includeu.academy.competencies.Rung;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A need with the people it is about: how many places are still to be filled on each of its rungs, and by whom.
 *
 * @param staff everybody it could be about, with what they hold by valid evidence
 */
public record Asked(Need need, Staff staff) {

    /** The level of a person as the need sees it: on a list each one's own counts, else at least the usual one (N3). */
    int level(Account.Id person) {
        var held = staff.held(person, terms().competency());
        return staff.named() ? held : Math.max(held, terms().current());
    }

    /** The level from which the need begins to be taught: the usual one, or the lowest on its list. */
    int start() {
        return staff.named() ? levels().stream().reduce(terms().target(), Math::min) : terms().current();
    }

    public List<Rung> rungs() {
        return Rung.between(terms().competency(), start(), terms().target());
    }

    /**
     * {@code s[n,r]} of section 7.2 of the domain guide: of the need's places, best people first, those below the rung. They
     * add up to the need's gap.
     */
    public List<Integer> places() {
        var levels = levels();
        return rungs().stream()
                .map(rung -> (int)
                        levels.stream().filter(level -> level < rung.level()).count())
                .toList();
    }

    /** Places for which the level wanted is not held yet. */
    int toFill() {
        return (int) levels().stream().filter(level -> level < terms().target()).count();
    }

    private List<Integer> levels() {
        var known = staff.levels().keySet().stream()
                .map(this::level)
                .sorted(Comparator.reverseOrder())
                .limit(terms().staff())
                .toList();
        var nobodyYet = IntStream.range(known.size(), terms().staff()).mapToObj(place -> terms().current());
        return Stream.concat(known.stream(), nobodyYet).toList();
    }

    /**
     * Those who shall fill the places: nearest to the level first, then whoever has the fewest minutes to learn already. There
     * may be fewer people than places.
     */
    List<Account.Id> people(Map<Account.Id, Integer> minutes) {
        return staff.levels().keySet().stream()
                .filter(person -> level(person) < terms().target())
                .sorted(Comparator.comparing((Account.Id person) -> -level(person))
                        .thenComparing(person -> minutes.getOrDefault(person, 0))
                        .thenComparing(Account.Id::value))
                .limit(toFill())
                .toList();
    }

    /** {@code held[p,n]}: how many of those who shall fill the places hold this level already. */
    int holding(Competency.Id competency, int level) {
        return (int) people(Map.of()).stream()
                .filter(person -> holds(person, competency, level))
                .count();
    }

    /** How many of them hold everything that a module teaches, and so have no need of it. */
    int holdingAll(List<Teaching> steps) {
        return (int) people(Map.of()).stream()
                .filter(person -> steps.stream().allMatch(step -> holds(person, step.competency(), step.to())))
                .count();
    }

    boolean holds(Account.Id person, Competency.Id competency, int level) {
        return competency.equals(terms().competency())
                ? level(person) >= level
                : staff.holds(person, competency, level);
    }

    Terms terms() {
        return need.terms();
    }
}
