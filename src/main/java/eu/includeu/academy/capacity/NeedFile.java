package eu.includeu.academy.capacity;

import eu.includeu.academy.accounts.Account;
import eu.includeu.academy.accounts.Accounts;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Everything that the page of a need shows.
 *
 * @param card the need as lists show it
 * @param coverage how far the authority is, today
 * @param ranked modules, best first
 * @param people of the authority, by name
 * @param ledger everything that happened to it
 * @param mayVerify whether the reader stands above the authority
 */
record NeedFile(
        Need need,
        NeedCard card,
        Coverage coverage,
        Ranked ranked,
        List<Person> people,
        List<Needs.Entry> ledger,
        boolean mayVerify) {

    /**
     * Somebody to whom a module can be assigned.
     *
     * @param level held of the need's competency
     * @param holds whether that is the level wanted
     * @param suggested whether the person is among those nearest to it, for the places still to fill
     */
    record Person(Account.Id id, String name, int level, boolean holds, boolean suggested) {}

    NeedFile {
        people = List.copyOf(people);
        ledger = List.copyOf(ledger);
    }

    /** Marks those who hold the level, and suggests as many of the others as places are open, the nearest first. */
    static List<Person> people(Terms terms, Coverage coverage, Staff staff, List<Accounts.Person> named) {
        var suggested = suggested(terms, coverage, staff, named);
        var people = new ArrayList<Person>();
        for (var person : named) {
            var level = staff.held(person.id(), terms.competency());
            people.add(new Person(
                    person.id(), person.name(), level, level >= terms.target(), suggested.contains(person.id())));
        }
        return people;
    }

    private static Set<Account.Id> suggested(Terms terms, Coverage coverage, Staff staff, List<Accounts.Person> named) {
        return named.stream()
                .filter(person -> !staff.holds(person.id(), terms.competency(), terms.target()))
                .sorted(Comparator.comparing(person -> -staff.held(person.id(), terms.competency())))
                .limit(coverage.missing())
                .map(Accounts.Person::id)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Whether a module can be assigned for it now. */
    boolean assignable() {
        return need.state().open() && card.counted();
    }

    boolean may(Need.Event event) {
        return need.may(event);
    }
}
