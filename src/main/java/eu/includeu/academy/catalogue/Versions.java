package eu.includeu.academy.catalogue;

import static java.util.Objects.requireNonNull;

import eu.includeu.academy.competencies.Rung;
import eu.includeu.academy.platform.JsonText;
import eu.includeu.academy.platform.Languages;
import eu.includeu.academy.platform.Missing;
import io.r2dbc.postgresql.codec.Json;
import io.r2dbc.spi.Readable;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
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
                   array(select language from catalogue.edition every
                          where every.module = v.module and every.number = v.number) as languages,
                   array(select competency || ' ' || level from catalogue.rung r
                          where r.module = v.module and r.number = v.number) as rungs
              from %s v
              join lateral (
                   select language, translation, title, summary
                     from catalogue.edition some
                    where some.module = v.module and some.number = v.number
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
                json.read(requireNonNull(row.get("requires", Json.class)), new TypeReference<List<Requirement>>() {}),
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
