package eu.includeu.academy.authorities;

import eu.includeu.academy.platform.Scope;
import java.util.Objects;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Adds the noted changes up, each second: to each authority's own figures by day, and to the sums of all above it. A
 * lock lets one node at a time do it; then the nodes are told, once.
 */
@Component
class Folding {

    private static final Logger log = LoggerFactory.getLogger(Folding.class);

    private static final String FOLD = """
            with turn as (
                select pg_try_advisory_xact_lock(hashtext('authorities.folding')) as mine
            ), taken as (
                delete from authorities.delta
                 where id in (select id from authorities.delta, turn where mine order by id limit 10000)
                returning authority, day, measure, amount
            ), own as (
                insert into authorities.figure as kept (authority, measure, day, amount)
                select authority, measure, day, sum(amount) from taken group by authority, measure, day
                on conflict (authority, measure, day) do update set amount = kept.amount + excluded.amount
            ), sums as (
                insert into authorities.total as kept (authority, measure, amount)
                select c.ancestor, t.measure, sum(t.amount)
                  from taken t
                  join authorities.closure c on c.descendant = t.authority and c.valid @> current_date
                 group by c.ancestor, t.measure
                 order by c.ancestor, t.measure
                on conflict (authority, measure) do update set amount = kept.amount + excluded.amount
            ), touched as (
                select string_agg(distinct authority::text, ',') as authorities, count(*) as notes from taken
            )
            select notes,
                   case when notes = 0 then null
                        when length(authorities) > 7000 then pg_notify('academy', 'figures:all')
                        else pg_notify('academy', 'figures:' || authorities) end
              from touched
            """;

    private final Authorities authorities;
    private final DatabaseClient db;
    private final TransactionalOperator transaction;

    Folding(Authorities authorities, DatabaseClient db, TransactionalOperator transaction) {
        this.authorities = authorities;
        this.db = db;
        this.transaction = transaction;
    }

    @Scheduled(fixedDelay = 1_000, initialDelay = 1_000)
    Mono<Void> everySecond() {
        return authorities
                .roots()
                .flatMapMany(Flux::fromIterable)
                .concatMap(root -> fold(root.value()))
                .doOnError(error -> log.warn("Figures were not added up: {}", error.toString()))
                .onErrorComplete()
                .then();
    }

    /** How many notes were added up below this root. */
    Mono<Long> fold(UUID root) {
        return db.sql(FOLD)
                .map(row -> Objects.requireNonNull(row.get("notes", Long.class)))
                .one()
                .as(transaction::transactional)
                .contextWrite(Scope.job(root));
    }
}
