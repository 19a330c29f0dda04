package eu.includeu.academy.competencies;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import eu.includeu.academy.platform.Refused;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Something an official can do, described at four levels.
 *
 * @param theme the key of its theme
 * @param statements what a person can do at level 1, 2, 3 and 4, in English
 * @param frameworks where its scope comes from, as keys of the reference file
 */
public record Competency(Id id, String theme, Names names, List<String> statements, List<String> frameworks) {

    /** A competency's identifier, such as {@code HOU-2}. */
    public record Id(@JsonValue String value) implements Comparable<Id> {

        private static final Pattern FORM = Pattern.compile("[A-Z]{3}-[1-9][0-9]?");

        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        public Id {
            Refused.when(!FORM.matcher(value).matches(), "competency.no-such-identifier", value);
        }

        public static Id of(String text) {
            return new Id(text);
        }

        /** By theme, then by number: {@code HOU-2} comes before {@code HOU-10}. */
        @Override
        public int compareTo(Id other) {
            var byTheme = value.substring(0, 4).compareTo(other.value.substring(0, 4));
            return byTheme != 0 ? byTheme : Integer.compare(number(), other.number());
        }

        @Override
        public String toString() {
            return value;
        }

        private int number() {
            return Integer.parseInt(value, 4, value.length(), 10);
        }
    }

    public Competency {
        statements = List.copyOf(statements);
        frameworks = List.copyOf(frameworks);
        Refused.when(statements.size() != Level.HIGHEST, "competency.four-levels", id);
    }

    public String name(Locale language) {
        return names.in(language);
    }

    /** What a person can do who holds this competency at a level from 1 to 4. */
    public String statement(int level) {
        return statements.get(level - 1);
    }

    public Rung at(int level) {
        return new Rung(id, level);
    }
}
