package eu.includeu.academy.capacity;

import eu.includeu.academy.accounts.Account;
import eu.includeu.academy.platform.Refused;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Everybody whom a need could be about, and those on its list (N3 of the domain guide).
 *
 * @param people of the authority, by name
 */
public record Roll(Need need, List<Person> people) {

    /**
     * Somebody who works there.
     *
     * @param held the level of the need's competency by valid evidence
     * @param listed whether the need is about this person by name
     */
    public record Person(Account.Id id, String name, int held, boolean listed) {}

    /**
     * Somebody to be put on the list.
     *
     * @param level said to be held now; what evidence shows already counts in any case
     */
    public record Entry(Account.Id official, int level) {}

    public Roll {
        people = List.copyOf(people);
    }

    public boolean named() {
        return people.stream().anyMatch(Person::listed);
    }

    /** The highest level that may be said without a proof: the wanted one itself is shown by a certificate, or by prior learning. */
    public int highest() {
        return need.terms().target() - 1;
    }

    /** Those already listed. */
    Set<Account.Id> listed() {
        return people.stream().filter(Person::listed).map(Person::id).collect(Collectors.toSet());
    }

    /** Refuses a list that cannot be: somebody from elsewhere, fewer than are wanted, a level that takes a proof. */
    Map<Account.Id, Integer> checked(List<Entry> entries) {
        Refused.when(!need.may(Need.Event.AMEND), "need.step.amend");
        var known = people.stream().collect(Collectors.toMap(Person::id, Person::held));
        var checks = Refused.checks();
        var wanted = new HashMap<Account.Id, Integer>();
        var strangers = new HashSet<Account.Id>();
        for (var entry : entries) {
            if (known.containsKey(entry.official())) {
                wanted.put(entry.official(), entry.level());
                var tooHigh = entry.level() > Math.max(highest(), known.get(entry.official()));
                checks.when(tooHigh || entry.level() < 0, "level-" + entry.official(), "need.list.level", highest());
            } else {
                strangers.add(entry.official());
            }
        }
        checks.when(!strangers.isEmpty(), "officials", "need.assign.unknown")
                .when(entries.isEmpty() && !named(), "officials", "need.list.nobody")
                .when(
                        !entries.isEmpty() && wanted.size() < need.terms().staff(),
                        "officials",
                        "need.list.few",
                        wanted.size(),
                        need.terms().staff())
                .done();
        return Map.copyOf(wanted);
    }

    /** What is said of people beyond what their evidence shows. */
    Map<Account.Id, Integer> baseline(Map<Account.Id, Integer> wanted) {
        return people.stream()
                .filter(person -> wanted.getOrDefault(person.id(), 0) > person.held())
                .collect(Collectors.toMap(Person::id, person -> wanted.get(person.id())));
    }
}
