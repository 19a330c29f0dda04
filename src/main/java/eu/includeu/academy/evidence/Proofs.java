package eu.includeu.academy.evidence;

import eu.includeu.academy.accounts.Account;
import eu.includeu.academy.authorities.Authority;
import eu.includeu.academy.competencies.Competency;
import eu.includeu.academy.competencies.Rung;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.Parameter;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/** Where evidence is kept: one row a rung. */
@Repository
class Proofs {

    private static final String SAVE = """
            insert into evidence.evidence (authority, official, competency, level, source, source_id, valid_from, valid_until)
            select :authority, :official, rung.competency, rung.level, :source, :id, :from, :until
              from unnest(:competencies, :levels) as rung (competency, level)
            on conflict (authority, source_id, official, competency, level) do nothing
            """;

    /** From the moment at which the transaction began: what is counted in it counts this too. */
    private static final String BASELINE = """
            insert into evidence.evidence (authority, official, competency, level, source, source_id, valid_from)
            select :authority, said.official, :competency, rung, 'baseline', :need, now()
              from unnest(:officials, :levels) as said (official, level), generate_series(1, said.level) as rung
            on conflict (authority, source_id, official, competency, level) do nothing
            """;

    /** The largest level below which no rung is missing: counting 1, 2, 3 … until the count no longer fits. */
    private static final String HELD = """
            select competency, max(level) as held
              from (select competency, level, row_number() over (partition by competency order by level) as place
                      from (select distinct competency, level
                              from evidence.evidence
                             where official = :official
                               and valid_from <= now() and (valid_until is null or valid_until > now())) as rungs) as counted
             where level = place
             group by competency
            """;

    private static final String HOLDERS = """
            select e.official
              from evidence.evidence e
              join accounts.member m on m.account = e.official and m.authority = :authority
             where e.competency = :competency and e.level <= :target
               and e.valid_from <= now() and (e.valid_until is null or e.valid_until > now())
             group by e.official
            having count(distinct e.level) = :target
            """;

    private final DatabaseClient db;

    Proofs(DatabaseClient db) {
        this.db = db;
    }

    Mono<Void> save(Proof proof) {
        return db.sql(SAVE)
                .bind("authority", proof.authority().value())
                .bind("official", proof.official().value())
                .bind("source", proof.source().name().toLowerCase(Locale.ROOT))
                .bind("id", proof.id())
                .bind("from", proof.from().atOffset(ZoneOffset.UTC))
                .bind("until", Parameter.fromOrEmpty(utc(proof.until()), OffsetDateTime.class))
                .bind(
                        "competencies",
                        proof.rungs().stream()
                                .map(rung -> rung.competency().toString())
                                .toArray(String[]::new))
                .bind("levels", proof.rungs().stream().map(Rung::level).toArray(Integer[]::new))
                .then();
    }

    Mono<Void> baseline(Authority.Id authority, UUID need, Competency.Id competency, Map<Account.Id, Integer> levels) {
        var officials = List.copyOf(levels.keySet());
        return db.sql(BASELINE)
                .bind("authority", authority.value())
                .bind("need", need)
                .bind("competency", competency.toString())
                .bind("officials", officials.stream().map(Account.Id::value).toArray(UUID[]::new))
                .bind("levels", officials.stream().map(levels::get).toArray(Integer[]::new))
                .then();
    }

    Mono<Map<Competency.Id, Integer>> held(Account.Id official) {
        return db.sql(HELD)
                .bind("official", official.value())
                .map(row -> Map.entry(
                        Competency.Id.of(Objects.requireNonNull(row.get("competency", String.class))),
                        Objects.requireNonNull(row.get("held", Integer.class))))
                .all()
                .collectMap(Map.Entry::getKey, Map.Entry::getValue);
    }

    Mono<List<Account.Id>> holders(Authority.Id authority, Competency.Id competency, int target) {
        return db.sql(HOLDERS)
                .bind("authority", authority.value())
                .bind("competency", competency.toString())
                .bind("target", target)
                .map(row -> new Account.Id(Objects.requireNonNull(row.get("official", UUID.class))))
                .all()
                .collectList();
    }

    private static @Nullable OffsetDateTime utc(@Nullable Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }
}
