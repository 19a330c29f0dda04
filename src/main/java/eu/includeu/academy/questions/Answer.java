package eu.includeu.academy.questions;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;

/**
 * What an official gave to one question: the values of its fields, in the order of the page.
 *
 * <p>Ticked options are given by their letters, a number or a word as it was typed, and choices made line by line as pairs
 * such as {@code b-3}; a line where nothing was chosen yet gives an empty value.
 */
@JsonAutoDetect(isGetterVisibility = JsonAutoDetect.Visibility.NONE)
public record Answer(List<String> given) {

    public static final Answer NONE = new Answer(List.of());

    /** Languages of the academy whose decimal sign is a point; the others write a comma. */
    private static final Set<String> POINT = Set.of("en");

    /** A form without the field, or with a gap in its numbering, gives null; both mean that nothing was given. */
    public Answer {
        given = given == null
                ? List.of()
                : given.stream()
                        .map(text -> Objects.requireNonNullElse(text, ""))
                        .toList();
    }

    public static Answer of(String... given) {
        return new Answer(List.of(given));
    }

    public boolean has(String id) {
        return given.contains(id);
    }

    public boolean isEmpty() {
        return given.stream().allMatch(String::isBlank);
    }

    /** Whether this was chosen for that: a place for an item, a partner for a thing on the left. */
    public boolean has(String thing, String choice) {
        return has(pair(thing, choice));
    }

    /** What was typed into a single field. */
    public String text() {
        return given.isEmpty() ? "" : given.get(0);
    }

    /** A number as this language writes it, so that what was typed with a comma comes back with a comma. */
    public String number(Locale language) {
        return usesPoint(language) ? text() : text().replace('.', ',');
    }

    /** How a form says that this was chosen for that. */
    static String pair(String thing, String choice) {
        return thing + "-" + choice;
    }

    static boolean usesPoint(Locale language) {
        return POINT.contains(language.getLanguage());
    }
}
