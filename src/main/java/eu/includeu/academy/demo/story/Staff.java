package eu.includeu.academy.demo.story;

import eu.includeu.academy.accounts.Role;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Everyone in the demo, and where they work. */
public final class Staff {

    private final List<Person> people;
    private final Map<String, Person> byAddress;

    Staff(List<Person> people) {
        this.people = List.copyOf(people);
        this.byAddress = people.stream().collect(Collectors.toMap(Person::address, Function.identity()));
    }

    public List<Person> all() {
        return people;
    }

    public List<Person> all(Role role) {
        return people.stream().filter(person -> person.is(role)).toList();
    }

    public List<Person> officials(String body) {
        return people.stream()
                .filter(person -> person.isAt(body) && person.is(Role.OFFICIAL))
                .toList();
    }

    public Person coordinator(String body) {
        return people.stream()
                .filter(person -> person.isAt(body) && person.is(Role.COORDINATOR))
                .findFirst()
                .orElseThrow(() -> new NoSuchElementException("No coordinator at " + body));
    }

    Person at(String address) {
        var person = byAddress.get(address);
        if (person == null) {
            throw new NoSuchElementException(address);
        }
        return person;
    }
}
