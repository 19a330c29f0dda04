package eu.includeu.academy.reporting;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.reducing;
import static java.util.stream.Collectors.summingLong;
import static java.util.stream.Collectors.toSet;

import eu.includeu.academy.authorities.Authority;
import eu.includeu.academy.authorities.AuthorityFigures;
import eu.includeu.academy.authorities.RegionMap;
import eu.includeu.academy.authorities.Share;
import eu.includeu.academy.authorities.TileMap;
import eu.includeu.academy.capacity.NeedFigures;
import eu.includeu.academy.needs.NeedCard;
import eu.includeu.academy.progress.ProgressFigures;
import java.text.Collator;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What was counted for a desk, on its way to becoming an overview. */
record Gathered(
        Desk desk,
        LocalDate today,
        List<Own> own,
        List<NeedCard> needs,
        List<NeedFigures.Count> counts,
        ProgressFigures.Pace pace,
        List<AuthorityFigures.Week> weeks,
        AuthorityFigures.Past past) {

    /** An authority with its own figures. */
    record Own(Authority body, AuthorityFigures.Figures figures) {

        Share certified() {
            return new Share(figures.certified(), figures.officials());
        }

        /** The NUTS 2 region it lies in, or nothing for a body of a whole country. */
        String region() {
            var nuts = body.nuts();
            return nuts == null || nuts.length() < 4 ? "" : nuts.substring(0, 4);
        }
    }

    static final List<String> THEMES =
            List.of("housing", "health", "education", "crosscutting", "labour", "citizenship");

    private static final int FURTHEST = 8;
    private static final int FEWEST_REGIONS = 3;
    private static final Map<String, String> PREFIXES =
            Map.of("LAB", "labour", "HEA", "health", "EDU", "education", "CIT", "citizenship", "HOU", "housing");

    Gathered(Desk desk, LocalDate today, List<Own> own) {
        this(
                desk,
                today,
                own,
                List.of(),
                List.of(),
                new ProgressFigures.Pace(0, 0, null, null),
                List.of(),
                new AuthorityFigures.Past(0, 0));
    }

    Gathered withNeeds(List<NeedCard> first) {
        return new Gathered(desk, today, own, first, counts, pace, weeks, past);
    }

    Gathered withCounts(List<NeedFigures.Count> counted) {
        var wanted = counted.stream()
                .filter(count -> desk.theme().isEmpty() || desk.theme().equals(theme(count)))
                .toList();
        return new Gathered(desk, today, own, needs, wanted, pace, weeks, past);
    }

    Gathered withPace(ProgressFigures.Pace counted) {
        return new Gathered(desk, today, own, needs, counts, counted, weeks, past);
    }

    Gathered withWeeks(List<AuthorityFigures.Week> counted) {
        return new Gathered(desk, today, own, needs, counts, pace, counted, past);
    }

    Gathered withPast(AuthorityFigures.Past counted) {
        return new Gathered(desk, today, own, needs, counts, pace, weeks, counted);
    }

    List<String> themes() {
        return desk.theme().isEmpty() ? THEMES : List.of(desk.theme());
    }

    Overview overview() {
        var locale = Locale.forLanguageTag(desk.language());
        var lessons = WeeklyLessons.of(weeks, themes(), today);
        return new Overview(
                UUID.randomUUID(),
                own.size() == 1 ? own.get(0).body.nameIn(desk.language()) : "",
                own.size(),
                (int) countries().count(),
                needs,
                facts(),
                regions(),
                furthest(locale),
                lessons.series(),
                lessons.most(),
                heat(locale),
                countries()
                        .sorted(byName(locale))
                        .map(code -> new Overview.Country(code, RegionMap.countryName(code, locale)))
                        .toList(),
                bodies(locale));
    }

    private Overview.Facts facts() {
        var certified = Share.sum(own.stream().map(Own::certified).toList());
        var before = new Share(past.certified(), past.officials());
        var days = days(pace.hours());
        var daysBefore = days(pace.hoursBefore());
        return new Overview.Facts(
                counts.stream().mapToLong(NeedFigures.Count::open).sum(),
                counts.stream().mapToLong(NeedFigures.Count::closed).sum(),
                counts.stream().mapToLong(NeedFigures.Count::all).sum(),
                certified,
                before.isNobody() ? 0 : certified.percent() - before.percent(),
                pace.learning(),
                pace.enrolled(),
                days,
                days == null || daysBefore == null ? 0 : daysBefore - days);
    }

    private static @Nullable Long days(@Nullable Double hours) {
        return hours == null ? null : Math.max(1, Math.round(hours / 24));
    }

    private Overview.Regions regions() {
        var ofCountries = own.stream()
                .filter(one -> one.body.country() != null)
                .collect(groupingBy(
                        one -> Objects.requireNonNull(one.body.country()),
                        mapping(Own::certified, reducing(Share.NOBODY, Share::plus))));
        var whole = own.stream()
                .filter(one -> one.region().isEmpty() && one.body.country() != null)
                .map(one -> Objects.requireNonNull(one.body.country()))
                .collect(toSet());
        return new Overview.Regions(byRegion(), ofCountries, whole);
    }

    private Map<String, Share> byRegion() {
        return own.stream()
                .filter(one -> !one.region().isEmpty())
                .collect(groupingBy(Own::region, mapping(Own::certified, reducing(Share.NOBODY, Share::plus))));
    }

    /** Regions, or where there are few of them, authorities. */
    private List<Overview.Rank> furthest(Locale locale) {
        var shares = byRegion();
        var ranks = shares.size() < FEWEST_REGIONS
                ? bodies(locale).stream()
                        .map(body -> new Overview.Rank(
                                body.name(), body.place(), "/authorities/" + body.id(), body.certified()))
                : shares.entrySet().stream()
                        .map(region -> new Overview.Rank(
                                TileMap.nameOf(region.getKey(), desk.language()),
                                RegionMap.countryName(region.getKey().substring(0, 2), locale),
                                "/authorities?region=" + region.getKey(),
                                region.getValue()));
        return ranks.filter(rank -> !rank.share().isNobody())
                .sorted(Comparator.<Overview.Rank>comparingInt(
                                rank -> rank.share().percent())
                        .thenComparing(Overview.Rank::name, Collator.getInstance(locale)))
                .limit(FURTHEST)
                .toList();
    }

    private List<Overview.Heat> heat(Locale locale) {
        var byPlace = own.stream()
                .filter(one -> one.body.country() != null)
                .collect(java.util.stream.Collectors.toMap(
                        one -> one.body.id(), one -> Objects.requireNonNull(one.body.country())));
        var cells = counts.stream()
                .filter(count -> byPlace.containsKey(count.authority()))
                .collect(groupingBy(
                        count -> theme(count) + byPlace.get(count.authority()), summingLong(NeedFigures.Count::all)));
        var most = cells.values().stream().mapToLong(Long::longValue).max().orElse(0);
        return themes().stream()
                .map(theme -> new Overview.Heat(
                        theme,
                        countries()
                                .sorted(byName(locale))
                                .map(country -> cells.getOrDefault(theme + country, 0L))
                                .map(count -> new Overview.Heat.Count(count, step(count, most)))
                                .toList()))
                .toList();
    }

    private static int step(long count, long most) {
        return count == 0 ? 0 : (int) Math.min(5, 1 + 5 * (count - 1) / Math.max(1, most));
    }

    private List<Overview.Body> bodies(Locale locale) {
        var open =
                counts.stream().collect(groupingBy(NeedFigures.Count::authority, summingLong(NeedFigures.Count::open)));
        return own.stream()
                .map(one -> new Overview.Body(
                        one.body.id().value(),
                        one.body.nameIn(desk.language()),
                        Objects.requireNonNullElse(one.body.country(), ""),
                        one.region(),
                        place(one, locale),
                        one.certified(),
                        one.figures.enrolled(),
                        open.getOrDefault(one.body.id(), 0L),
                        one.figures.changed()))
                .sorted(BodyTable.byName(locale))
                .toList();
    }

    private String place(Own one, Locale locale) {
        var country = one.body.country() == null ? "" : RegionMap.countryName(one.body.country(), locale);
        var region = TileMap.nameOf(one.region(), desk.language());
        return region.isEmpty() ? country : region + ", " + country;
    }

    private Stream<String> countries() {
        return own.stream()
                .map(one -> one.body.country())
                .filter(Objects::nonNull)
                .map(Objects::requireNonNull)
                .distinct();
    }

    private static Comparator<String> byName(Locale locale) {
        return Comparator.comparing(code -> RegionMap.countryName(code, locale), Collator.getInstance(locale));
    }

    private static String theme(NeedFigures.Count count) {
        return PREFIXES.getOrDefault(count.competency().value().substring(0, 3), "crosscutting");
    }
}
