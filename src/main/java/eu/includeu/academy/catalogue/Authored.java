package eu.includeu.academy.catalogue;

import eu.includeu.academy.platform.Languages;
import java.util.List;
import java.util.Map;

/**
 * A trainer's published module, and how far it has come in each language.
 *
 * @param translations by language, whether it is the original, a machine's, a draft or a reviewed translation
 */
public record Authored(VersionId id, Map<String, String> translations) {

    public Authored {
        translations = Map.copyOf(translations);
    }

    /** One piece for each of the seven languages: full, half where no native speaker has read it, or empty. */
    public List<String> strip() {
        return Languages.ALL.stream().map(this::piece).toList();
    }

    /** The languages in which a native speaker has written or read it. */
    public List<String> read() {
        return Languages.ALL.stream().filter(tag -> piece(tag).equals("full")).toList();
    }

    /** The languages in which it is there, but no native speaker has read it yet. */
    public List<String> unread() {
        return Languages.ALL.stream().filter(tag -> piece(tag).equals("half")).toList();
    }

    private String piece(String language) {
        return switch (translations.getOrDefault(language, "")) {
            case "original", "reviewed" -> "full";
            case "machine", "draft" -> "half";
            default -> "empty";
        };
    }
}
