package eu.includeu.academy.catalogue;

import static java.util.Objects.requireNonNull;

import eu.includeu.academy.platform.JsonText;
import eu.includeu.academy.platform.Missing;
import io.r2dbc.postgresql.codec.Json;
import io.r2dbc.spi.Readable;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/** Where editions are kept: a version in one language, as it was read from its text, and its lessons made into HTML. */
@Repository
class Editions {

    /** The lesson in the wanted language, else in English, else in any. */
    private static final String LESSON = """
            select l.module, l.number, l.language, l.lesson, l.title, l.minutes, l.html, e.translation
              from catalogue.lesson l
              join catalogue.edition e using (module, number, language)
             where l.module = :module and l.number = :number and l.lesson = :lesson
             order by l.language = :language desc, l.language = 'en' desc, l.language
             limit 1
            """;

    private static final String EDITION = """
            select content
              from catalogue.edition
             where module = :module and number = :number
             order by language = :language desc, language = 'en' desc, language
             limit 1
            """;

    private static final String ORIGINAL_EDITION = """
            select content from catalogue.edition
             where module = :module and number = :number and translation = 'original'
            """;

    private static final String ORIGINAL = """
            select e.source
              from catalogue.version v
              join catalogue.edition e using (module, number)
             where v.module = :module and v.state = 'published' and e.translation = 'original'
             order by v.major desc, v.minor desc, v.patch desc
             limit 1
            """;

    /** Titles weigh more than text. Words come without accents, so that every language is searched alike. */
    private static final String INSERT = """
            insert into catalogue.edition (module, number, language, translation, title, summary, content, words, source,
                   revision, byline, reviewer, published)
            select :module, :number, language, translation, title, summary, content::jsonb,
                   setweight(to_tsvector('simple', heads), 'A') || setweight(to_tsvector('simple', leads), 'B')
                   || setweight(to_tsvector('simple', bodies), 'D'),
                   source, :revision, :byline, :reviewer, :published
              from unnest(:languages, :translations, :titles, :summaries, :contents, :heads, :leads, :bodies, :sources)
                   as edition (language, translation, title, summary, content, heads, leads, bodies, source)
            """;

    private static final String INSERT_LESSONS = """
            insert into catalogue.lesson (module, number, language, lesson, title, minutes, html)
            select :module, :number, language, lesson, title, minutes, html
              from unnest(:languages, :lessons, :titles, :minutes, :htmls) as lesson (language, lesson, title, minutes, html)
            """;

    private final DatabaseClient db;
    private final JsonText json;

    Editions(DatabaseClient db, JsonText json) {
        this.db = db;
        this.json = json;
    }

    /** The edition in the wanted language, else in English, else in any. */
    Mono<Edition> find(VersionId id, String language) {
        return db.sql(EDITION)
                .bind("module", id.module())
                .bind("number", id.number())
                .bind("language", language)
                .map(row -> json.read(requireNonNull(row.get("content", Json.class)), Edition.class))
                .one()
                .switchIfEmpty(Mono.error(() -> new Missing(id)));
    }

    /** The edition in the language it was written in, if the version is published. */
    Mono<Optional<Edition>> original(VersionId id) {
        return db.sql(ORIGINAL_EDITION)
                .bind("module", id.module())
                .bind("number", id.number())
                .map(row -> json.read(requireNonNull(row.get("content", Json.class)), Edition.class))
                .one()
                .singleOptional();
    }

    /** The text of a module's newest version, as it was published. */
    Mono<String> source(String module) {
        return db.sql(ORIGINAL)
                .bind("module", module)
                .map(row -> text(row, "source"))
                .one()
                .switchIfEmpty(Mono.error(() -> new Missing(module)));
    }

    /** Keeps editions of a version, and every lesson as HTML. */
    Mono<Void> add(Issue issue, int revision, Issue.Imprint imprint) {
        return db.sql(INSERT)
                .bindProperties(rows(issue, revision, imprint))
                .then()
                .then(db.sql(INSERT_LESSONS).bindProperties(lessons(issue)).then());
    }

    private record Rows(
            String module,
            String number,
            String[] languages,
            String[] translations,
            String[] titles,
            String[] summaries,
            String[] contents,
            String[] heads,
            String[] leads,
            String[] bodies,
            String[] sources,
            int revision,
            String byline,
            String reviewer,
            OffsetDateTime published) {}

    private record LessonRows(
            String module,
            String number,
            String[] languages,
            Integer[] lessons,
            String[] titles,
            Integer[] minutes,
            String[] htmls) {}

    private Rows rows(Issue issue, int revision, Issue.Imprint imprint) {
        return new Rows(
                issue.id().module(),
                issue.id().number(),
                each(issue, Edition::language),
                each(issue, edition -> edition.translation().key()),
                each(issue, Edition::title),
                each(issue, Edition::summary),
                each(issue, edition -> json.write(edition).asString()),
                each(issue, edition -> Words.folded(edition.title())),
                each(issue, Editions::leads),
                each(issue, Editions::bodies),
                issue.copies().stream().map(Issue.Copy::source).toArray(String[]::new),
                revision,
                imprint.byline(),
                imprint.reviewer(),
                imprint.at().atOffset(ZoneOffset.UTC));
    }

    private static LessonRows lessons(Issue issue) {
        var pages = issue.pages();
        return new LessonRows(
                issue.id().module(),
                issue.id().number(),
                pages.stream().map(LessonPage::language).toArray(String[]::new),
                pages.stream().map(LessonPage::number).toArray(Integer[]::new),
                pages.stream().map(LessonPage::title).toArray(String[]::new),
                pages.stream().map(LessonPage::minutes).toArray(Integer[]::new),
                pages.stream().map(LessonPage::html).toArray(String[]::new));
    }

    /** The summary and the names of the lessons. */
    private static String leads(Edition edition) {
        return Words.folded(edition.summary() + " "
                + edition.lessons().stream().map(Lesson::title).collect(Collectors.joining(" ")));
    }

    private static String bodies(Edition edition) {
        return Words.folded(edition.lessons().stream().map(Lesson::markdown).collect(Collectors.joining(" ")));
    }

    private static String[] each(Issue issue, Function<Edition, String> part) {
        return issue.editions().stream().map(part).toArray(String[]::new);
    }

    Mono<LessonPage> lesson(VersionId id, String language, int number) {
        return db.sql(LESSON)
                .bind("module", id.module())
                .bind("number", id.number())
                .bind("language", language)
                .bind("lesson", number)
                .map(Editions::lesson)
                .one()
                .switchIfEmpty(Mono.error(() -> new Missing(id + ", lesson " + number)));
    }

    private static LessonPage lesson(Readable row) {
        return new LessonPage(
                new VersionId(text(row, "module"), text(row, "number")),
                text(row, "language"),
                text(row, "translation"),
                requireNonNull(row.get("lesson", Integer.class)),
                text(row, "title"),
                requireNonNull(row.get("minutes", Integer.class)),
                text(row, "html"));
    }

    private static String text(Readable row, String column) {
        return requireNonNull(row.get(column, String.class));
    }
}
