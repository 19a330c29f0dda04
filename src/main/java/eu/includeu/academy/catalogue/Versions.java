package eu.includeu.academy.catalogue;

import static java.util.Objects.requireNonNull;

import eu.includeu.academy.accounts.Account;
import eu.includeu.academy.competencies.Rung;
import eu.includeu.academy.platform.JsonText;
import eu.includeu.academy.platform.Languages;
import eu.includeu.academy.platform.Missing;
import io.r2dbc.postgresql.codec.Json;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;
import tools.jackson.core.type.TypeReference;

/** Where published versions are kept. They are public and never change, so everyone may read and remember them. */
@Repository
class Versions {

    /** A version in the edition that suits a reader best: the own language, else English, else any. */
    private static final String OFFER = """
            select v.module, v.number, v.theme, v.minutes, v.lessons, v.valid_months, v.review_by, v.countries,
                   v.requires, v.quiz, e.language, e.translation, e.title, e.summary, o.byline, v.reviewer,
                   array(select language from catalogue.edition spoken
                          where spoken.module = v.module and spoken.number = v.number) as languages,
                   array(select competency || ' ' || level from catalogue.rung r
                          where r.module = v.module and r.number = v.number) as rungs
              from %s v
              join lateral (
                   select language, translation, title, summary
                     from catalogue.edition best
                    where best.module = v.module and best.number = v.number
                    order by language = :reader desc, language = 'en' desc, language
                    limit 1) e on true
              join catalogue.module o on o.id = v.module
            """;

    private static final String CURRENT = OFFER.formatted("""
            (select distinct on (module) *
                      from catalogue.version
                     where state = 'published'
                     order by module, major desc, minor desc, patch desc)""");

    private static final String FIND =
            OFFER.formatted("catalogue.version") + " where v.module = :module and v.number = :number";

    private static final String MATCHING = """
            select distinct module, number from catalogue.edition where words @@ to_tsquery('simple', :words)
            """;

    /** What each module requires, in its newest version: for finding circles. */
    private static final String REQUIREMENTS = """
            select distinct on (module) module, requires
              from catalogue.version
             order by module, major desc, minor desc, patch desc
            """;

    private static final String CLAIM = """
            insert into catalogue.module (id, trainer, byline) values (:module, :trainer, :byline)
            on conflict (id) do nothing
            """;

    /** Holds the module until the transaction ends, so that two publications of it follow on each other. */
    private static final String STANDING = """
            select m.trainer,
                   (select number from catalogue.version v where v.module = m.id
                     order by major desc, minor desc, patch desc limit 1) as newest,
                   array(select language from catalogue.edition e
                          where e.module = m.id and e.number = :number) as languages
              from catalogue.module m
             where m.id = :module
               for update
            """;

    private static final String INSERT = """
            insert into catalogue.version (module, number, major, minor, patch, state, theme, minutes, lessons,
                   valid_months, review_by, countries, requires, quiz, published, reviewer)
            values (:module, :number, :major, :minor, :patch, 'published', :theme, :minutes, :lessons,
                   :validMonths, :reviewBy, :countries, :requires, :quiz, :published, :reviewer)
            """;

    private static final String INSERT_RUNGS = """
            insert into catalogue.rung (competency, level, module, number)
            select competency, level, :module, :number from unnest(:competencies, :levels) as rung (competency, level)
            """;

    private static final String LANGUAGES = """
            select e.module, e.number, e.language, e.translation
              from catalogue.module m
              join lateral (
                   select number from catalogue.version v where v.module = m.id and v.state = 'published'
                    order by major desc, minor desc, patch desc limit 1) v on true
              join catalogue.edition e on e.module = m.id and e.number = v.number
             where m.trainer = :trainer
            """;

    private final DatabaseClient db;
    private final JsonText json;

    Versions(DatabaseClient db, JsonText json) {
        this.db = db;
        this.json = json;
    }

    /** The newest published version of every module. */
    Mono<List<Offer>> current(String reader) {
        return db.sql(CURRENT).bind("reader", reader).map(this::offer).all().collectList();
    }

    /** One version, also one that a newer one has replaced. */
    Mono<Offer> find(VersionId id, String reader) {
        return db.sql(FIND)
                .bind("reader", reader)
                .bind("module", id.module())
                .bind("number", id.number())
                .map(this::offer)
                .one()
                .switchIfEmpty(Mono.error(() -> new Missing(id)));
    }

    /** The versions that hold all these words in one of their editions; see {@link Words#query}. */
    Mono<Set<VersionId>> matching(String words) {
        return db.sql(MATCHING)
                .bind("words", words)
                .map(row -> new VersionId(text(row, "module"), text(row, "number")))
                .all()
                .collect(Collectors.toUnmodifiableSet());
    }

    /** What each module requires directly: other modules, by name. */
    Mono<Map<String, Set<String>>> requirements() {
        return db.sql(REQUIREMENTS)
                .map(row -> Map.entry(text(row, "module"), requiredModules(requires(row))))
                .all()
                .collectMap(Map.Entry::getKey, Map.Entry::getValue);
    }

    /** Enters a module that is new under its trainer's name; one that is known stays with whom it was. */
    Mono<Void> claim(VersionId id, Account.Id trainer, String byline) {
        return db.sql(CLAIM)
                .bind("module", id.module())
                .bind("trainer", trainer.value())
                .bind("byline", byline)
                .then();
    }

    Mono<Standing> standing(VersionId id) {
        return db.sql(STANDING)
                .bind("module", id.module())
                .bind("number", id.number())
                .map(row -> standing(row, id.module()))
                .one()
                .defaultIfEmpty(Standing.NEW);
    }

    Mono<Void> add(Edition original, String reviewer, Instant now) {
        var rungs = List.copyOf(original.rungs());
        return db.sql(INSERT)
                .bindProperties(row(original, reviewer, now))
                .then()
                .then(db.sql(INSERT_RUNGS)
                        .bind("module", original.id().module())
                        .bind("number", original.id().number())
                        .bind(
                                "competencies",
                                rungs.stream()
                                        .map(rung -> rung.competency().value())
                                        .toArray(String[]::new))
                        .bind("levels", rungs.stream().map(Rung::level).toArray(Integer[]::new))
                        .then());
    }

    /** The newest versions of a trainer's modules, with how far each of their editions can be trusted. */
    Mono<List<Authored>> authoredBy(Account.Id trainer) {
        return db.sql(LANGUAGES)
                .bind("trainer", trainer.value())
                .map(row -> Map.entry(
                        new VersionId(text(row, "module"), text(row, "number")),
                        Map.entry(text(row, "language"), text(row, "translation"))))
                .all()
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey,
                        Collectors.mapping(
                                Map.Entry::getValue,
                                Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue))))
                .map(modules -> modules.entrySet().stream()
                        .map(module -> new Authored(module.getKey(), module.getValue()))
                        .toList());
    }

    /** The one place where columns and components meet on the way in. */
    private record Row(
            String module,
            String number,
            int major,
            int minor,
            int patch,
            String theme,
            int minutes,
            int lessons,
            int validMonths,
            LocalDate reviewBy,
            String[] countries,
            Json requires,
            Json quiz,
            OffsetDateTime published,
            String reviewer) {}

    private Row row(Edition original, String reviewer, Instant now) {
        var id = original.id();
        return new Row(
                id.module(),
                id.number(),
                id.major(),
                id.minor(),
                id.patch(),
                original.theme(),
                original.minutes(),
                original.lessons().size(),
                original.validMonths(),
                original.reviewBy(),
                original.countries().toArray(String[]::new),
                json.write(original.prerequisites()),
                json.write(original.quiz()),
                now.atOffset(ZoneOffset.UTC),
                reviewer);
    }

    private static Standing standing(Readable row, String module) {
        var newest = row.get("newest", String.class);
        return new Standing(
                new Account.Id(requireNonNull(row.get("trainer", UUID.class))),
                newest == null ? null : new VersionId(module, newest),
                array(row, "languages").collect(Collectors.toUnmodifiableSet()));
    }

    private List<Requirement> requires(Readable row) {
        return json.read(requireNonNull(row.get("requires", Json.class)), new TypeReference<List<Requirement>>() {});
    }

    private static Set<String> requiredModules(List<Requirement> requires) {
        return requires.stream()
                .flatMap(requirement -> Stream.ofNullable(requirement.module()))
                .collect(Collectors.toUnmodifiableSet());
    }

    private Offer offer(Readable row) {
        var rungs = array(row, "rungs").map(Versions::rung).sorted().toList();
        return new Offer(
                new VersionId(text(row, "module"), text(row, "number")),
                text(row, "theme"),
                text(row, "title"),
                text(row, "summary"),
                text(row, "language"),
                text(row, "translation"),
                inOrder(array(row, "languages").toList()),
                number(row, "minutes"),
                number(row, "lessons"),
                rungs,
                teaches(rungs),
                requires(row),
                requireNonNull(row.get("review_by", LocalDate.class)),
                text(row, "byline"),
                text(row, "reviewer"),
                array(row, "countries").toList(),
                number(row, "valid_months"),
                json.read(requireNonNull(row.get("quiz", Json.class)), QuizRule.class));
    }

    /** Rungs as the steps that lead up them: the levels of a competency in one version follow on each other. */
    private static List<Teaching> teaches(List<Rung> rungs) {
        return rungs.stream()
                .map(Rung::competency)
                .distinct()
                .map(competency -> {
                    var levels = rungs.stream()
                            .filter(rung -> rung.competency().equals(competency))
                            .mapToInt(Rung::level)
                            .summaryStatistics();
                    return new Teaching(competency, levels.getMin() - 1, levels.getMax());
                })
                .toList();
    }

    private static Rung rung(String written) {
        var at = written.indexOf(' ');
        return Rung.of(written.substring(0, at), Integer.parseInt(written.substring(at + 1)));
    }

    /** As the switch shows languages; any that it does not know come last. */
    private static List<String> inOrder(List<String> languages) {
        return Stream.concat(
                        Languages.ALL.stream().filter(languages::contains),
                        languages.stream().filter(tag -> !Languages.known(tag)).sorted())
                .toList();
    }

    private static Stream<String> array(Readable row, String column) {
        return Arrays.stream(requireNonNull(row.get(column, String[].class)));
    }

    private static String text(Readable row, String column) {
        return requireNonNull(row.get(column, String.class));
    }

    private static int number(Readable row, String column) {
        return requireNonNull(row.get(column, Integer.class));
    }
}
