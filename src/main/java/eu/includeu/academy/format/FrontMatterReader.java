package eu.includeu.academy.format;

import eu.includeu.academy.catalogue.Edition;
import eu.includeu.academy.catalogue.QuizRule;
import eu.includeu.academy.catalogue.Requirement;
import eu.includeu.academy.catalogue.Teaching;
import eu.includeu.academy.catalogue.VersionId;
import eu.includeu.academy.competencies.Competency;
import eu.includeu.academy.competencies.Level;
import eu.includeu.academy.platform.Refused;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.IllformedLocaleException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the front matter of a module's text, key by key, and notes everything that is wrong with it. */
final class FrontMatterReader {

    private static final Set<String> REQUIRED = Set.of(
            "id",
            "version",
            "language",
            "status",
            "title",
            "summary",
            "theme",
            "audience",
            "minutes",
            "teaches",
            "requires",
            "quiz",
            "certificate",
            "countries",
            "review_by",
            "unsure",
            "sources");

    private static final int LONGEST_TITLE = 90;
    private static final int LONGEST_SUMMARY = 400;
    private static final int LONGEST_PHRASE = 200;
    static final int LONGEST_SOURCE = 500;
    private static final int MOST_MINUTES = 10_000;
    private static final int MOST_MONTHS = 600;
    private static final Pattern MODULE = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");
    private static final Pattern SOURCE = Pattern.compile("S[1-9][0-9]{0,2}");
    private static final Pattern COUNTRY = Pattern.compile("[A-Z]{2}");
    private static final Set<String> OWN_COUNTRIES = Set.of("EU", "EL", "UK", "XK");

    private FrontMatterReader() {}

    /** Reads and checks it; null when there is no map to read. */
    static @Nullable FrontMatter read(Written whole, Known known, boolean isTranslation) {
        var required = new HashSet<>(REQUIRED);
        if (isTranslation) {
            required.add("translation");
        }
        var fields = whole.fields(required, Set.of());
        if (fields == null) {
            return null;
        }
        var module = module(fields.at("id"));
        var teaches = teaches(fields.at("teaches"), known);
        return new FrontMatter(
                module,
                version(fields.at("version")),
                language(fields.at("language")),
                isTranslation ? translation(fields.at("translation")) : Edition.Translation.ORIGINAL,
                status(fields.at("status")),
                line(fields.at("title"), LONGEST_TITLE),
                line(fields.at("summary"), LONGEST_SUMMARY),
                theme(fields.at("theme"), known),
                some(fields.at("audience")),
                fields.at("minutes").whole(1, MOST_MINUTES),
                teaches,
                requires(fields.at("requires"), module, teaches, known),
                quiz(fields.at("quiz")),
                certificate(fields.at("certificate")),
                countries(fields.at("countries")),
                date(fields.at("review_by")),
                fields.at("unsure").texts(LONGEST_SOURCE),
                sources(fields.at("sources")),
                fields);
    }

    private static @Nullable String module(Written value) {
        var text = value.text(60);
        if (text != null && !MODULE.matcher(text).matches()) {
            value.problem("format.module-id");
            return null;
        }
        return text;
    }

    private static @Nullable String version(Written value) {
        var text = value.text(20);
        try {
            return text == null ? null : new VersionId("any", text).number();
        } catch (Refused notOne) {
            value.problem("format.version-number");
            return null;
        }
    }

    private static @Nullable String language(Written value) {
        var text = value.text(35);
        if (text == null) {
            return null;
        }
        try {
            var tag = new Locale.Builder().setLanguageTag(text).build().toLanguageTag();
            if (!tag.equals("und")) {
                return tag;
            }
        } catch (IllformedLocaleException notOne) {
            // told below, as for a tag that names no language
        }
        value.problem("format.language");
        return null;
    }

    private static Edition.@Nullable Translation translation(Written value) {
        var text = value.oneOf(List.of("machine", "draft", "reviewed"));
        return text == null ? null : Edition.Translation.valueOf(text.toUpperCase(Locale.ROOT));
    }

    private static Edition.@Nullable Status status(Written value) {
        var text = value.oneOf(List.of("outline", "full"));
        return text == null ? null : Edition.Status.valueOf(text.toUpperCase(Locale.ROOT));
    }

    private static @Nullable String line(Written value, int longest) {
        var text = value.text(longest);
        if (text != null && text.contains("\n")) {
            value.problem("format.one-line");
        }
        return text;
    }

    private static @Nullable String theme(Written value, Known known) {
        var themes =
                known.competencies().themes().stream().map(theme -> theme.id()).toList();
        return value.oneOf(themes);
    }

    private static List<String> some(Written value) {
        var texts = value.texts(LONGEST_PHRASE);
        if (value.isThere() && texts.isEmpty()) {
            value.problem("format.empty");
        }
        return texts;
    }

    private static List<Teaching> teaches(Written value, Known known) {
        var teaches = new ArrayList<Teaching>();
        for (var entry : value.list()) {
            var fields = entry.fields(Set.of("competency", "from", "to"), Set.of());
            if (fields == null) {
                continue;
            }
            var competency = competency(fields.at("competency"), known);
            var from = fields.at("from").whole(0, Level.HIGHEST - 1);
            var to = fields.at("to").whole(1, Level.HIGHEST);
            if (from != null && to != null && from >= to) {
                fields.at("to").problem("format.to-not-above-from", from);
            } else if (competency != null && from != null && to != null) {
                if (teaches.stream().anyMatch(teaching -> teaching.competency().equals(competency))) {
                    fields.at("competency").problem("format.teaches-twice", competency.value());
                }
                teaches.add(new Teaching(competency, from, to));
            }
        }
        if (value.isThere() && value.list().isEmpty()) {
            value.problem("format.teaches-nothing");
        }
        return teaches;
    }

    static Competency.@Nullable Id competency(Written value, Known known) {
        var text = value.text(20);
        if (text == null) {
            return null;
        }
        var found = known.competency(text);
        if (found == null) {
            value.problem("format.no-such-competency", text);
        }
        return found;
    }

    private static List<Requirement> requires(
            Written value, @Nullable String module, List<Teaching> teaches, Known known) {
        var requires = new ArrayList<Requirement>();
        for (var entry : value.list()) {
            var isModule = entry.mapHas("module");
            var fields = entry.fields(isModule ? Set.of("module") : Set.of("competency", "min"), Set.of());
            if (fields == null) {
                continue;
            }
            if (isModule) {
                requiredModule(fields.at("module"), module, known, requires);
            } else {
                requiredLevel(fields, teaches, known, requires);
            }
        }
        return requires;
    }

    private static void requiredModule(
            Written value, @Nullable String module, Known known, List<Requirement> requires) {
        var required = value.text(60);
        if (required == null) {
            return;
        }
        if (required.equals(module)) {
            value.problem("format.requires-itself");
        } else if (!known.hasModule(required)) {
            value.problem("format.no-such-module", required);
        } else if (module != null && known.leadsBack(module, List.of(required))) {
            value.problem("format.requires-in-a-circle", required);
        }
        requires.add(new Requirement(null, 0, required));
    }

    private static void requiredLevel(Fields fields, List<Teaching> teaches, Known known, List<Requirement> requires) {
        var competency = competency(fields.at("competency"), known);
        var min = fields.at("min").whole(1, Level.HIGHEST);
        if (competency == null || min == null) {
            return;
        }
        var teachesIt = teaches.stream()
                .anyMatch(teaching -> teaching.competency().equals(competency) && min > teaching.from());
        if (teachesIt) {
            fields.at("min").problem("format.requires-what-it-teaches", competency.value());
        }
        requires.add(new Requirement(competency, min, null));
    }

    private static @Nullable QuizRule quiz(Written value) {
        var fields = value.fields(Set.of("minutes", "pass", "attempts", "wait_hours", "draw"), Set.of());
        if (fields == null) {
            return null;
        }
        var minutes = fields.at("minutes").whole(1, 600);
        var pass = share(fields.at("pass"));
        var attempts = fields.at("attempts").whole(1, 99);
        var wait = fields.at("wait_hours").whole(0, 8_760);
        var draw = fields.at("draw");
        var drawn = draw.isWord("all") ? null : draw.whole(1, 1_000);
        if (minutes == null || pass == null || attempts == null || wait == null) {
            return null;
        }
        return new QuizRule(minutes, pass, attempts, wait, drawn);
    }

    private static @Nullable BigDecimal share(Written value) {
        var number = value.number();
        if (number != null && (number.signum() <= 0 || number.compareTo(BigDecimal.ONE) > 0)) {
            value.problem("format.not-a-share");
            return null;
        }
        return number == null ? null : number.stripTrailingZeros();
    }

    private static @Nullable Integer certificate(Written value) {
        var fields = value.fields(Set.of("valid_months"), Set.of());
        return fields == null ? null : fields.at("valid_months").whole(0, MOST_MONTHS);
    }

    private static List<String> countries(Written value) {
        var isoCountries = Set.of(Locale.getISOCountries());
        var countries = some(value);
        for (var country : countries) {
            if (country.equals("GR")) {
                value.problem("format.greece");
            } else if (!COUNTRY.matcher(country).matches()
                    || !OWN_COUNTRIES.contains(country) && !isoCountries.contains(country)) {
                value.problem("format.no-such-country", country);
            }
        }
        return countries;
    }

    private static @Nullable LocalDate date(Written value) {
        var text = value.text(40);
        try {
            return text == null ? null : LocalDate.parse(text);
        } catch (DateTimeParseException notOne) {
            value.problem("format.not-a-date");
            return null;
        }
    }

    private static Map<String, Written> sources(Written value) {
        var sources = value.map();
        if (sources == null) {
            return Map.of();
        }
        if (sources.isEmpty()) {
            value.problem("format.empty");
        }
        sources.forEach((key, source) -> {
            if (!SOURCE.matcher(key).matches()) {
                source.problem("format.source-key");
            }
            source.text(LONGEST_SOURCE);
        });
        return sources;
    }
}
