package eu.includeu.academy.competencies;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import eu.includeu.academy.platform.Refused;
import java.util.Locale;
import java.util.Map;

/** What something is called in each language; English stands in where a language has no name of its own. */
public record Names(@JsonValue Map<String, String> byLanguage) {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public Names {
        byLanguage = Map.copyOf(byLanguage);
        Refused.when(!byLanguage.containsKey("en"), "competency.no-english-name");
    }

    public String in(Locale language) {
        return byLanguage.getOrDefault(language.getLanguage(), english());
    }

    /** Whether there is a name in this language itself, so that a page can mark one borrowed from English. */
    public boolean has(Locale language) {
        return byLanguage.containsKey(language.getLanguage());
    }

    private String english() {
        return requireNonNull(byLanguage.get("en"));
    }
}
