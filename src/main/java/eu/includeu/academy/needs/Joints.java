package eu.includeu.academy.needs;

import eu.includeu.academy.accounts.Account;
import eu.includeu.academy.authorities.Authority;
import eu.includeu.academy.capacity.Need;
import eu.includeu.academy.competencies.Competency;
import eu.includeu.academy.platform.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/**
 * Where it is kept who would act together with others that declared the same. What others declared is asked through the
 * few reviewed functions that tell counts, and names only to those who agreed.
 */
@Repository
class Joints {

    private static final String ALIKE = """
            select kind, country, authorities, ready from needs.alike(:house, :competency, :target, :languages)
             order by authorities desc, kind, country
            """;

    private static final String WORD = """
            select j.ready from needs.joining j where j.authority = :authority and j.need = :need
            """;

    private static final String PARTNERS = """
            select p.*, greatest(p.said, j.said) as since
              from needs.partners(:need) p
              join needs.joining j on j.need = :need
             order by since, p.need
            """;

    private static final String INVITATIONS = "select * from needs.invitations(:limit)";

    private static final String OFTEN = "select competency, authorities from needs.often(:country, :limit)";

    private static final String SAY = """
            insert into needs.joining (authority, need, ready, said, said_by)
            values (:authority, :need, :ready, :now, :by)
            on conflict (authority, need) do update
               set ready = excluded.ready, said = excluded.said, said_by = excluded.said_by
             where joining.ready <> excluded.ready
            """;

    private final DatabaseClient db;

    Joints(DatabaseClient db) {
        this.db = db;
    }

    /** Others near this authority that have an open need for the same, in a language of these. */
    Mono<List<Joint.Others>> alike(Authority.Id house, Competency.Id competency, int target, List<String> languages) {
        return db.sql(ALIKE)
                .bind("house", house.value())
                .bind("competency", competency.toString())
                .bind("target", target)
                .bind("languages", languages.toArray(String[]::new))
                .map(row -> new Joint.Others(
                        Objects.requireNonNull(row.get("kind", String.class)),
                        row.get("country", String.class),
                        Objects.requireNonNull(row.get("authorities", Integer.class)),
                        Objects.requireNonNull(row.get("ready", Integer.class))))
                .all()
                .collectList();
    }

    /** What the authority has said about this need: nothing, or one word. */
    Mono<List<Boolean>> word(Need need) {
        return db.sql(WORD)
                .bind("authority", need.authority().value())
                .bind("need", need.id().value())
                .mapValue(Boolean.class)
                .all()
                .collectList();
    }

    /** Those who are ready, where this need's authority is. */
    Mono<List<Joint.Partner>> partners(Need.Id need) {
        return db.sql(PARTNERS)
                .bind("need", need.value())
                .map(row -> new Joint.Partner(
                        new Authority.Id(Objects.requireNonNull(row.get("authority", UUID.class))),
                        new Need.Id(Objects.requireNonNull(row.get("need", UUID.class))),
                        Objects.requireNonNull(row.get("name", String.class)),
                        row.get("name_latin", String.class),
                        row.get("country", String.class),
                        Objects.requireNonNull(row.get("staff", Integer.class)),
                        Objects.requireNonNull(row.get("deadline", LocalDate.class)),
                        Arrays.asList(Objects.requireNonNull(row.get("languages", String[].class))),
                        LocalDate.ofInstant(
                                Objects.requireNonNull(row.get("since", OffsetDateTime.class))
                                        .toInstant(),
                                Clock.ZONE),
                        Objects.requireNonNull(row.get("person", String.class)),
                        Objects.requireNonNull(row.get("email", String.class))))
                .all()
                .collectList();
    }

    /** Needs of the asker's that others would join. */
    Mono<List<Joint.Invitation>> invitations(int limit, String language) {
        return db.sql(INVITATIONS)
                .bind("limit", limit)
                .map(row -> new Joint.Invitation(
                        new Need.Id(Objects.requireNonNull(row.get("need", UUID.class))),
                        Objects.requireNonNull(row.get("competency", String.class)),
                        Objects.requireNonNull(row.get("target", Integer.class)),
                        language.equals("el") || row.get("name_latin", String.class) == null
                                ? Objects.requireNonNull(row.get("name", String.class))
                                : Objects.requireNonNull(row.get("name_latin", String.class)),
                        Objects.requireNonNull(row.get("authorities", Integer.class))))
                .all()
                .collectList();
    }

    /** What at least three authorities of a country have declared, the most frequent first. */
    Mono<List<Competency.Id>> often(String country, int limit) {
        return db.sql(OFTEN)
                .bind("country", country)
                .bind("limit", limit)
                .map(row -> Competency.Id.of(Objects.requireNonNull(row.get("competency", String.class))))
                .all()
                .collectList();
    }

    Mono<Void> say(Need need, boolean ready, Account.Id by, Instant now) {
        return db.sql(SAY)
                .bind("authority", need.authority().value())
                .bind("need", need.id().value())
                .bind("ready", ready)
                .bind("now", now.atOffset(ZoneOffset.UTC))
                .bind("by", by.value())
                .then();
    }
}
