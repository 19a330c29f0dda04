package eu.includeu.academy.briefs;

import eu.includeu.academy.competencies.Competencies;
import eu.includeu.academy.competencies.Competency;
import eu.includeu.academy.competencies.Rung;
import eu.includeu.academy.demand.Sum;
import eu.includeu.academy.demand.Supply;
import eu.includeu.academy.demand.Total;
import eu.includeu.academy.matching.Shortfall;
import eu.includeu.academy.platform.Languages;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * What authorities need and cannot have, as its page shows it: the heaviest first, in a sentence each and as a plot.
 *
 * @param whole whether the asker sees every demand, by country too; others see what three authorities need together
 * @param total demands that fit the filter, also those after the ones that are shown
 */
public record Radar(
        boolean whole,
        Filter filter,
        int total,
        List<Row> rows,
        Plot wide,
        Plot phone,
        List<ThemeFit> fits,
        List<String> countries) {

    private static final int ROWS = 24;

    /** What is shown; an empty text is everything. */
    public record Filter(String theme, String reason, String language, String country) {

        static Filter of(
                @Nullable String theme, @Nullable String reason, @Nullable String language, @Nullable String country) {
            return new Filter(text(theme), text(reason), text(language), text(country));
        }

        private static String text(@Nullable String value) {
            return Objects.requireNonNullElse(value, "").strip();
        }

        boolean admits(Total total, Competencies competencies) {
            return total.reason() != null
                    && competencies.has(total.rung().competency())
                    && fits(theme, competencies.find(total.rung().competency()).theme())
                    && fits(reason, Objects.requireNonNull(total.reason()).key())
                    && fits(language, total.language())
                    && fits(country, total.country());
        }

        private static boolean fits(String wanted, String given) {
            return wanted.isEmpty() || wanted.equals(given);
        }

        String address() {
            return UriComponentsBuilder.fromPath("/demand")
                    .queryParam("theme", theme)
                    .queryParam("reason", reason)
                    .queryParam("in", language)
                    .queryParam("country", country)
                    .toUriString();
        }
    }

    /**
     * One demand.
     *
     * @param instead languages in which it can be learned, each named in itself
     * @param module that could be translated, or null
     * @param brief what is being written for it, or null
     */
    public record Row(
            int number,
            Competency competency,
            int level,
            Shortfall reason,
            String language,
            long authorities,
            long officials,
            long weight,
            @Nullable LocalDate earliest,
            List<String> instead,
            @Nullable String module,
            @Nullable Writing brief) {

        public String languageName() {
            return Languages.nameOf(language);
        }

        public String theme() {
            return competency.theme();
        }

        /** The message that says it in a sentence. */
        public String code() {
            return "demand.sentence." + reason.key();
        }

        /** Languages one after the other. */
        public String insteadNames() {
            return String.join(", ", instead);
        }

        public boolean isFree() {
            return brief == null;
        }
    }

    /** Who is writing for a demand; {@code id} only where it is the asker. */
    public record Writing(
            String byline, LocalDate since, @Nullable String id) {}

    /** How well supply fits demand in a theme, language by language. */
    public record ThemeFit(String theme, List<Fit> fits) {}

    /** One cell; {@code percent} is null where nothing is wanted. */
    public record Fit(String language, @Nullable Long percent, long wanted, int modules) {

        /** The class of its colour. */
        public String q() {
            return percent == null ? "0" : String.valueOf(Math.min(5, 1 + percent / 20));
        }
    }

    /** Everything a page is made from. */
    record Sources(
            List<Total> totals,
            Supply supply,
            List<Brief> briefs,
            Competencies competencies,
            Function<Brief, Writing> writing,
            LocalDate today) {}

    static Radar of(boolean whole, Filter asked, Sources from) {
        var filter = whole ? asked : new Filter(asked.theme(), asked.reason(), asked.language(), "");
        var sums = Sum.of(from.totals().stream()
                .filter(total -> filter.admits(total, from.competencies()))
                .toList());
        var rows = new ArrayList<Row>();
        for (var sum : sums.subList(0, Math.min(ROWS, sums.size()))) {
            rows.add(row(rows.size() + 1, sum, from));
        }
        var points = rows.stream()
                .map(row -> new Plot.Point(row.number(), row.theme(), row.officials(), row.earliest()))
                .toList();
        return new Radar(
                whole,
                filter,
                sums.size(),
                List.copyOf(rows),
                Plot.draw(720, 330, points, from.today()),
                Plot.draw(340, 360, points, from.today()),
                whole ? fits(from) : List.of(),
                from.totals().stream()
                        .map(Total::country)
                        .filter(country -> !country.isEmpty())
                        .distinct()
                        .sorted()
                        .toList());
    }

    private static Row row(int number, Sum sum, Sources from) {
        var reason = Objects.requireNonNull(sum.reason());
        var teaching = from.supply().teaching(sum.rung());
        return new Row(
                number,
                from.competencies().find(sum.rung().competency()),
                sum.rung().level(),
                reason,
                sum.language(),
                sum.authorities(),
                sum.officials(),
                sum.weight(),
                sum.earliest(),
                from.supply().languages(sum.rung()).stream()
                        .map(Languages::nameOf)
                        .toList(),
                reason == Shortfall.NO_LANGUAGE && !teaching.isEmpty()
                        ? teaching.get(0).module()
                        : null,
                from.briefs().stream()
                        .filter(brief -> brief.rung().equals(sum.rung())
                                && brief.language().equals(sum.language()))
                        .map(from.writing())
                        .findFirst()
                        .orElse(null));
    }

    private static List<ThemeFit> fits(Sources from) {
        return from.competencies().themes().stream()
                .map(theme -> new ThemeFit(
                        theme.id(),
                        Languages.ALL.stream()
                                .map(language -> fit(theme.id(), language, from))
                                .toList()))
                .toList();
    }

    private static Fit fit(String theme, String language, Sources from) {
        var alignment = Alignment.of(
                theme, language, from.totals(), from.supply(), rung -> isOf(rung, theme, from.competencies()));
        return new Fit(language, alignment.percent(), alignment.wanted(), alignment.modules());
    }

    private static boolean isOf(Rung rung, String theme, Competencies competencies) {
        return competencies.has(rung.competency())
                && competencies.find(rung.competency()).theme().equals(theme);
    }

    /** All reasons there are, for the filter. */
    static List<String> reasons() {
        return Arrays.stream(Shortfall.values()).map(Shortfall::key).collect(Collectors.toList());
    }
}
