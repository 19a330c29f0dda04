package eu.includeu.academy.catalogue;

import static java.util.Objects.requireNonNull;

import eu.includeu.academy.platform.JsonText;
import eu.includeu.academy.platform.Missing;
import io.r2dbc.spi.Readable;
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

    private final DatabaseClient db;
    private final JsonText json;

    Editions(DatabaseClient db, JsonText json) {
        this.db = db;
        this.json = json;
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
