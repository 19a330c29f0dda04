package eu.includeu.academy.format;

import eu.includeu.academy.catalogue.VersionId;
import java.util.List;
import java.util.Optional;

/**
 * What the first lines of a module's text say, whole or not: which version of which module, in which language, its title,
 * and whether it is a translation.
 */
public record Heading(String module, String number, String language, String title, boolean isTranslation) {

    private static final Heading NOTHING = new Heading("", "", "", "", false);
    private static final int LONGEST = 200;
    private static final int LINES = 80;

    public static Heading of(String text) {
        return NOTHING.readFrom(text);
    }

    /** What the text says; what it does not say stays. */
    public Heading readFrom(String text) {
        var lines = text.lines().limit(LINES).toList();
        return new Heading(
                said(lines, "id").orElse(module),
                said(lines, "version").orElse(number),
                said(lines, "language").orElse(language),
                said(lines, "title").orElse(title),
                said(lines, "translation").isPresent());
    }

    /** The version, when module and number are written as such. */
    public Optional<VersionId> version() {
        return VersionId.isNumber(number) ? Optional.of(new VersionId(module, number)) : Optional.empty();
    }

    private static Optional<String> said(List<String> lines, String key) {
        return lines.stream()
                .filter(line -> line.startsWith(key + ":"))
                .map(line -> unquoted(line.substring(key.length() + 1).strip()))
                .filter(value -> !value.isEmpty())
                .map(value -> value.length() > LONGEST ? value.substring(0, LONGEST) : value)
                .findFirst();
    }

    private static String unquoted(String value) {
        return value.length() > 1 && value.startsWith("\"") && value.endsWith("\"")
                ? value.substring(1, value.length() - 1)
                : value;
    }
}
