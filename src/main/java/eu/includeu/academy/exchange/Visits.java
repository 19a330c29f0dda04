package eu.includeu.academy.exchange;

import eu.includeu.academy.accounts.Account;
import eu.includeu.academy.authorities.Authority;
import eu.includeu.academy.platform.JsonText;
import eu.includeu.academy.platform.Missing;
import eu.includeu.academy.platform.Stale;
import io.r2dbc.postgresql.codec.Json;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.Parameter;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/** Where study visits are kept, each with what happened to it: a visit changes only together with a new line of that. */
@Repository
class Visits {

    private static final String COLUMNS = """
             v.id, v.guest, v.host, v.reasons, v.state, v.guest_yes, v.host_yes, v.proposed, v.starts, v.ends, v.people,
             v.questions, v.report, v.version
            """;

    private static final String WITHIN_REACH = """
             (v.guest in (
                select descendant from authorities.closure where ancestor = any (:roots) and valid @> current_date)
              or v.host in (
                select descendant from authorities.closure where ancestor = any (:roots) and valid @> current_date))
            """;

    private static final String FIND = "select" + COLUMNS + "from exchange.visit v where v.id = :id and" + WITHIN_REACH;

    private static final String OF = "select" + COLUMNS + "from exchange.visit v where" + WITHIN_REACH + """
             order by (v.state in ('closed', 'declined', 'expired')), v.proposed desc, v.id
             limit 100
            """;

    /** Twice the same proposal is one. */
    private static final String PROPOSE = """
            with fresh as (
                insert into exchange.visit (id, guest, host, reasons, state, proposed)
                select p.id, p.guest, p.host, p.reasons, 'proposed', :at
                  from jsonb_to_recordset(:proposals) as p (id uuid, guest uuid, host uuid, reasons jsonb)
                on conflict (guest, host) where state in ('proposed', 'agreed', 'scheduled', 'held') do nothing
                returning id
            )
            insert into exchange.visit_event (visit, ordinal, event, was, became, at)
            select id, 1, 'propose', 'proposed', 'proposed', :at from fresh
            """;

    private static final String SAVE = """
            with changed as (
                update exchange.visit
                   set state = :state, guest_yes = :guest_yes, host_yes = :host_yes, starts = :starts, ends = :ends,
                       people = :people, questions = :questions, report = :report, version = version + 1
                 where id = :id and version = :version
                returning id, version
            )
            insert into exchange.visit_event (visit, ordinal, event, was, became, side, actor, at)
            select id, version, :event, :was, :state, :side, :actor, :at from changed
            """;

    /** Takes a place in the year of the side that says yes; none when they are all taken (X1). */
    private static final String ROOM = """
            with mine as (
                select hosts, visits from exchange.member where authority = :authority for update
            )
            select case when :side = 'host' then m.hosts else m.visits end
                   - (select count(*)::int from exchange.visit v
                       where v.state in ('proposed', 'agreed', 'scheduled', 'held', 'closed')
                         and extract(year from coalesce(v.starts, v.proposed::date)) = :year
                         and (:side = 'host' and v.host = :authority and v.host_yes
                              or :side = 'guest' and v.guest = :authority and v.guest_yes)) as room
              from mine m
            """;

    private static final String REFUSE =
            "insert into exchange.refusal (visit, told, reason, at) values (:visit, :told, :reason, :at)";

    private static final String REFUSALS = "select visit, reason from exchange.refusal where visit = any (:visits)";

    private static final String EXPIRE = """
            with gone as (
                update exchange.visit set state = 'expired', version = version + 1
                 where state = 'proposed' and proposed <= :before
                returning id, version
            )
            insert into exchange.visit_event (visit, ordinal, event, was, became, at)
            select id, version, 'expire', 'proposed', 'expired', :at from gone
            """;

    /** Who did it, when. */
    record Step(Visit.Event event, Visit.Side side, Account.Id actor, Instant at) {}

    /** Why a visit was declined, told to the other side. */
    record Refusal(Visit.Id visit, String reason) {}

    private record Proposal(UUID id, UUID guest, UUID host, Visit.Reasons reasons) {}

    private final DatabaseClient db;
    private final JsonText json;

    Visits(DatabaseClient db, JsonText json) {
        this.db = db;
        this.json = json;
    }

    /** A visit of which one side is within reach; any other is missing. */
    Mono<Visit> find(Visit.Id id, List<Authority.Id> roots) {
        return db.sql(FIND)
                .bind("id", id.value())
                .bind("roots", ids(roots))
                .map(this::visit)
                .one()
                .switchIfEmpty(Mono.error(() -> new Missing(id)));
    }

    /** Those of the authorities below these, open ones first. */
    Mono<List<Visit>> of(List<Authority.Id> roots) {
        return db.sql(OF).bind("roots", ids(roots)).map(this::visit).all().collectList();
    }

    /** How many were new. */
    Mono<Long> propose(List<Visit> visits, Instant at) {
        var proposals = visits.stream()
                .map(visit -> new Proposal(
                        visit.id().value(), visit.guest().value(), visit.host().value(), visit.reasons()))
                .toList();
        return db.sql(PROPOSE)
                .bind("proposals", json.write(proposals))
                .bind("at", at.atOffset(ZoneOffset.UTC))
                .fetch()
                .rowsUpdated();
    }

    /** How many visits the side that says yes has left in the year; nothing for one that takes no part. */
    Mono<Integer> room(Authority.Id authority, Visit.Side side, int year) {
        return db.sql(ROOM)
                .bind("authority", authority.value())
                .bind("side", side.key())
                .bind("year", year)
                .map(row -> Objects.requireNonNull(row.get("room", Integer.class)))
                .one()
                .defaultIfEmpty(0);
    }

    /** The visit after a step, with the line that says who took it; {@link Stale} when somebody was quicker. */
    Mono<Visit> save(Visit before, Visit after, Step step) {
        var plan = after.plan();
        var report = after.report();
        return db.sql(SAVE)
                .bind("id", after.id().value())
                .bind("version", before.version())
                .bind("state", after.state().key())
                .bind("was", before.state().key())
                .bind("guest_yes", after.guestYes())
                .bind("host_yes", after.hostYes())
                .bind("starts", Parameter.fromOrEmpty(plan == null ? null : plan.starts(), LocalDate.class))
                .bind("ends", Parameter.fromOrEmpty(plan == null ? null : plan.ends(), LocalDate.class))
                .bind("people", Parameter.fromOrEmpty(plan == null ? null : plan.people(), Integer.class))
                .bind("questions", Parameter.fromOrEmpty(plan == null ? null : plan.questions(), String.class))
                .bind("report", Parameter.fromOrEmpty(report == null ? null : json.write(report), Json.class))
                .bind("event", step.event().key())
                .bind("side", step.side().key())
                .bind("actor", step.actor().value())
                .bind("at", step.at().atOffset(ZoneOffset.UTC))
                .fetch()
                .rowsUpdated()
                .filter(changed -> changed == 1)
                .switchIfEmpty(Mono.error(() -> new Stale(after.id())))
                .thenReturn(after);
    }

    Mono<Void> refuse(Visit visit, Authority.Id told, String reason, Instant at) {
        return db.sql(REFUSE)
                .bind("visit", visit.id().value())
                .bind("told", told.value())
                .bind("reason", reason.strip())
                .bind("at", at.atOffset(ZoneOffset.UTC))
                .then();
    }

    /** What the asker is told of why visits were declined. */
    Mono<List<Refusal>> refusals(List<Visit> visits) {
        return db.sql(REFUSALS)
                .bind("visits", visits.stream().map(visit -> visit.id().value()).toArray(UUID[]::new))
                .map(row -> new Refusal(
                        new Visit.Id(Objects.requireNonNull(row.get("visit", UUID.class))),
                        Objects.requireNonNull(row.get("reason", String.class))))
                .all()
                .collectList();
    }

    /** Ends proposals from before this moment. */
    Mono<Long> expire(Instant before, Instant now) {
        return db.sql(EXPIRE)
                .bind("before", before.atOffset(ZoneOffset.UTC))
                .bind("at", now.atOffset(ZoneOffset.UTC))
                .fetch()
                .rowsUpdated();
    }

    private static UUID[] ids(List<Authority.Id> authorities) {
        return authorities.stream().map(Authority.Id::value).toArray(UUID[]::new);
    }

    private Visit visit(Readable row) {
        var report = row.get("report", Json.class);
        return new Visit(
                new Visit.Id(Objects.requireNonNull(row.get("id", UUID.class))),
                new Authority.Id(Objects.requireNonNull(row.get("guest", UUID.class))),
                new Authority.Id(Objects.requireNonNull(row.get("host", UUID.class))),
                json.read(Objects.requireNonNull(row.get("reasons", Json.class)), Visit.Reasons.class),
                Visit.State.of(Objects.requireNonNull(row.get("state", String.class))),
                Boolean.TRUE.equals(row.get("guest_yes", Boolean.class)),
                Boolean.TRUE.equals(row.get("host_yes", Boolean.class)),
                Objects.requireNonNull(row.get("proposed", OffsetDateTime.class))
                        .toInstant(),
                plan(row),
                report == null ? null : json.read(report, Visit.Report.class),
                Objects.requireNonNull(row.get("version", Integer.class)));
    }

    private static Visit.@Nullable Plan plan(Readable row) {
        var starts = row.get("starts", LocalDate.class);
        return starts == null
                ? null
                : new Visit.Plan(
                        starts,
                        Objects.requireNonNull(row.get("ends", LocalDate.class)),
                        Objects.requireNonNull(row.get("people", Integer.class)),
                        Objects.requireNonNull(row.get("questions", String.class)));
    }
}
