package eu.includeu.academy.format;

import java.util.Map;
import java.util.Set;

/** The values of a map in a module's text, each with its line. */
record Fields(Written whole, Map<String, Written> values) {

    /** A value by its key; when there is none, one that notes so as soon as it is asked. */
    Written at(String name) {
        var value = values.get(name);
        return value == null ? whole.absent(name) : value;
    }

    boolean has(String name) {
        return values.containsKey(name);
    }

    int line() {
        return whole.line();
    }

    /** Notes what is missing and what does not belong here. */
    Fields checked(Set<String> required, Set<String> optional) {
        values.forEach((name, value) -> {
            if (!required.contains(name) && !optional.contains(name)) {
                value.problem("format.unknown-key");
            }
        });
        required.stream().filter(name -> !has(name)).sorted().forEach(name -> whole.absent(name)
                .problem("format.missing"));
        return this;
    }
}
