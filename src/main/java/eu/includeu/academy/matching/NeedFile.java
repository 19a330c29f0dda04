package eu.includeu.academy.matching;

import eu.includeu.academy.accounts.Account;
import eu.includeu.academy.accounts.Accounts;
import eu.includeu.academy.assignments.AssignmentFigures;
import eu.includeu.academy.capacity.Coverage;
import eu.includeu.academy.capacity.Need;
import eu.includeu.academy.capacity.Needs;
import eu.includeu.academy.capacity.Staff;
import eu.includeu.academy.capacity.Terms;
import eu.includeu.academy.needs.Joint;
import eu.includeu.academy.needs.NeedCard;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Everything that the page of a need shows.
 *
 * @param card the need as lists show it
 * @param coverage how far the authority is, today
 * @param ranked modules, best first
 * @param people of the authority, by name
 * @param ledger everything that happened to it
 * @param mayVerify whether the reader stands above the authority
 * @param named whether it is about the people on a list of its own
 * @param pace how fast the authority learns
 * @param joint others that declared the same
 */
public record NeedFile(
        Need need,
        NeedCard card,
        Coverage coverage,
        Ranked ranked,
        List<Person> people,
        List<Needs.Entry> ledger,
        boolean mayVerify,
        boolean named,
        Pace pace,
        Joint joint) {

    /**
     * Somebody to whom a module can be assigned.
     *
     * @param level held of the need's competency
     * @param holds whether that is the level wanted
     * @param asked how far the person is with a module assigned for this need: assigned, active, overdue or done; or
     *     null
     * @param suggested whether the person is among those nearest to it, for the places for which nobody was asked yet
     */
    public record Person(
            Account.Id id,
            String name,
            int level,
            boolean holds,
            @Nullable String asked,
            boolean suggested) {

        Person suggest() {
            return new Person(id, name, level, holds, asked, true);
        }

        /** Still to come to the level, and asked already. */
        boolean underway() {
            return !holds && asked != null;
        }
    }

    public NeedFile {
        people = List.copyOf(people);
        ledger = List.copyOf(ledger);
    }

    /** Marks those who hold the level, and suggests others for the places for which nobody was asked, the nearest first. */
    static List<Person> people(
            Terms terms, Staff staff, List<Accounts.Person> named, List<AssignmentFigures.Duty> duties) {
        var asked = duties.stream()
                .collect(Collectors.toMap(
                        AssignmentFigures.Duty::official, AssignmentFigures.Duty::state, (first, later) -> later));
        var people = named.stream()
                .filter(person -> !staff.named() || staff.levels().containsKey(person.id()))
                .map(person ->
                        person(terms, staff, person, asked.get(person.id().value())))
                .toList();
        var underway = people.stream().filter(Person::underway).count();
        var suggested = people.stream()
                .filter(person -> !person.holds() && person.asked() == null)
                .sorted(Comparator.comparing(person -> -person.level()))
                .limit(Math.max(0, staff.coverage(terms).missing() - underway))
                .map(Person::id)
                .collect(Collectors.toUnmodifiableSet());
        return people.stream()
                .map(person -> suggested.contains(person.id()) ? person.suggest() : person)
                .toList();
    }

    private static Person person(Terms terms, Staff staff, Accounts.Person person, @Nullable String asked) {
        var level = staff.held(person.id(), terms.competency());
        return new Person(person.id(), person.name(), level, level >= terms.target(), asked, false);
    }

    /** Whether a module can be assigned for it now. */
    boolean assignable() {
        return need.state().open() && card.counted();
    }

    /** How many are on their way to the level. */
    int underway() {
        return (int) people.stream().filter(Person::underway).count();
    }
}
