package eu.includeu.academy.review;

import static java.util.Objects.requireNonNull;

import eu.includeu.academy.accounts.Account;
import eu.includeu.academy.progress.Completion;
import eu.includeu.academy.progress.Enrolment;
import eu.includeu.academy.questions.Fraction;
import io.r2dbc.spi.Readable;
import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.springframework.r2dbc.core.Parameter;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/** Where decisions are kept, and what waits for one. */
@Repository
class Decisions {

    /** Never the coordinator's own. */
    private static final String BELOW = """
              join accounts.person p on p.id = r.official
              join authorities.authority a on a.id = r.authority
             where r.official <> :me and r.authority in (
                   select descendant from authorities.closure
                    where ancestor = any (:roots) and valid @> current_date)
            """;

    private static final String WAITING =
            """
            select r.id, r.module, r.won, r.won_of, r.completed, r.version,
                   p.name as person, a.name as authority_name, a.name_latin as authority_latin
              from progress.completion r
            """ + BELOW + " and r.review = 'to_review' order by r.completed, r.id limit 200";

    private static final String STUCK = """
            select r.id, r.module, p.name as person, a.name as authority_name, a.name_latin as authority_latin
              from progress.enrolment r
            """ + BELOW + " and r.state = 'locked' order by r.touched, r.id limit 200";

    /** Each decision refers to the one before it. */
    private static final String INSERT = """
            insert into review.decision (authority, official, enrolment, verdict, reason, decided_by, decided, earlier)
            values (:authority, :official, :enrolment, :verdict, :reason, :by, :now,
                    (select id from review.decision
                      where authority = :authority and enrolment = :enrolment
                      order by decided desc, id desc limit 1))
            """;

    private final DatabaseClient db;

    Decisions(DatabaseClient db) {
        this.db = db;
    }

    /** The completions that wait for this coordinator, longest first. */
    Mono<List<Waiting>> waiting(Account coordinator) {
        return below(WAITING, coordinator)
                .map(row -> new Waiting(
                        new Completion.Id(requireNonNull(row.get("id", UUID.class))),
                        requireNonNull(row.get("module", String.class)),
                        new Fraction(
                                requireNonNull(row.get("won", BigDecimal.class)).toBigIntegerExact(),
                                requireNonNull(row.get("won_of", BigDecimal.class))
                                        .toBigIntegerExact()),
                        requireNonNull(row.get("completed", OffsetDateTime.class))
                                .toInstant(),
                        requireNonNull(row.get("version", Integer.class)),
                        whose(row)))
                .all()
                .collectList();
    }

    /** Those below this coordinator whose goes at the quiz are used up, longest first. */
    Mono<List<Stuck>> stuck(Account coordinator) {
        return below(STUCK, coordinator)
                .map(row -> new Stuck(
                        new Enrolment.Id(requireNonNull(row.get("id", UUID.class))),
                        requireNonNull(row.get("module", String.class)),
                        whose(row)))
                .all()
                .collectList();
    }

    /** Takes down who decided what, when and why. */
    Mono<Void> add(Decision decision) {
        return db.sql(INSERT)
                .bind("authority", decision.authority().value())
                .bind("official", decision.official().value())
                .bind("enrolment", decision.enrolment().value())
                .bind("verdict", decision.verdict().name().toLowerCase(Locale.ROOT))
                .bind("reason", Parameter.fromOrEmpty(decision.reason(), String.class))
                .bind("by", decision.by().value())
                .bind("now", decision.at().atOffset(ZoneOffset.UTC))
                .then();
    }

    private GenericExecuteSpec below(String query, Account coordinator) {
        return db.sql(query).bind("me", coordinator.id().value()).bind("roots", coordinator.roots());
    }

    private static Whose whose(Readable row) {
        return new Whose(
                requireNonNull(row.get("person", String.class)),
                requireNonNull(row.get("authority_name", String.class)),
                row.get("authority_latin", String.class));
    }
}
