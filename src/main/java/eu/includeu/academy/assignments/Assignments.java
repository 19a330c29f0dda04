package eu.includeu.academy.assignments;

import static java.util.Objects.requireNonNull;

import eu.includeu.academy.accounts.Account;
import eu.includeu.academy.authorities.Authority;
import eu.includeu.academy.platform.Missing;
import eu.includeu.academy.platform.Stale;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.Parameter;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/** Where assignments are kept. */
@Repository
class Assignments {

    /** Those of the wanted people who work at or below the authority, as far as the asker answers for them. */
    private static final String PEOPLE = """
            select m.account, m.authority
              from accounts.member m
              join authorities.closure below
                on below.descendant = m.authority and below.ancestor = :authority and below.valid @> current_date
             where m.account = any (:officials) and m.is_primary
               and m.authority in (
                   select descendant from authorities.closure
                    where ancestor = any (:roots) and valid @> current_date)
            """;

    /** Whoever has it already, or has completed it, gets none; whoever takes it already is active at once. */
    private static final String ASSIGN = """
            insert into assignments.assignment (authority, official, module, need, due, state, assigned_by, assigned)
            select p.authority, p.official, :module, :need, :due,
                   case when exists (select from progress.enrolment e
                                      where e.official = p.official and e.module = :module
                                        and e.state in ('enrolled', 'in_progress', 'quiz_open', 'locked'))
                        then 'active' else 'assigned' end,
                   :by, :now
              from unnest(:authorities, :officials) as p (authority, official)
             where not exists (select from progress.completion c
                                where c.official = p.official and c.module = :module and c.major = :major)
            on conflict (official, module, authority) where state in ('assigned', 'active', 'overdue') do nothing
            """;

    private static final String SELECT =
            "select authority, id, official, module, need, due, state, reason, version from assignments.assignment";

    private static final String OPEN = SELECT + """
             where official = :official and module = :module and state in ('assigned', 'active', 'overdue')
               for update
            """;

    private static final String OF_OFFICIAL = SELECT + """
             where official = :official and state in ('assigned', 'active', 'overdue')
             order by due, id
            """;

    private static final String FIND_BELOW = SELECT + """
             where id = :id and authority in (
                   select descendant from authorities.closure
                    where ancestor = any (:roots) and valid @> current_date)
               for update
            """;

    private static final String UPDATE = """
            update assignments.assignment set state = :state, reason = :reason, version = version + 1
             where authority = :authority and id = :id and version = :version
            """;

    private static final String EXPIRE = """
            update assignments.assignment set state = 'overdue', version = version + 1
             where state in ('assigned', 'active') and due < :today
            """;

    private final DatabaseClient db;

    Assignments(DatabaseClient db) {
        this.db = db;
    }

    /** A member of an authority. */
    record Member(Account.Id official, Authority.Id authority) {}

    /** All of the wanted people; Missing when one of them does not work there, or not for the asker to see. */
    Mono<List<Member>> people(Account coordinator, Authority.Id authority, List<Account.Id> officials) {
        return db.sql(PEOPLE)
                .bind("authority", authority.value())
                .bind("officials", officials.stream().map(Account.Id::value).toArray(UUID[]::new))
                .bind("roots", coordinator.roots())
                .map(row -> new Member(
                        new Account.Id(requireNonNull(row.get("account", UUID.class))),
                        new Authority.Id(requireNonNull(row.get("authority", UUID.class)))))
                .all()
                .collectList()
                .filter(found -> found.size() == officials.size())
                .switchIfEmpty(Mono.error(() -> new Missing(authority)));
    }

    /** How many were assigned anew. */
    Mono<Integer> assign(
            Account.Id by,
            List<Member> members,
            String module,
            int major,
            @Nullable UUID need,
            LocalDate due,
            Instant now) {
        return db.sql(ASSIGN)
                .bind(
                        "authorities",
                        members.stream()
                                .map(member -> member.authority().value())
                                .toArray(UUID[]::new))
                .bind(
                        "officials",
                        members.stream()
                                .map(member -> member.official().value())
                                .toArray(UUID[]::new))
                .bind("module", module)
                .bind("major", major)
                .bind("need", Parameter.fromOrEmpty(need, UUID.class))
                .bind("due", due)
                .bind("by", by.value())
                .bind("now", now.atOffset(ZoneOffset.UTC))
                .fetch()
                .rowsUpdated()
                .map(Long::intValue);
    }

    /** What an official was asked to take and has not yet completed; held until the caller's transaction ends. */
    Mono<List<Assignment>> open(Account.Id official, String module) {
        return db.sql(OPEN)
                .bind("official", official.value())
                .bind("module", module)
                .map(Assignments::assignment)
                .all()
                .collectList();
    }

    /** Everything that an official was asked to take and has not yet completed, the most urgent first. */
    Mono<List<Assignment>> of(Account.Id official) {
        return db.sql(OF_OFFICIAL)
                .bind("official", official.value())
                .map(Assignments::assignment)
                .all()
                .collectList();
    }

    Mono<Assignment> findBelow(Assignment.Id id, Account coordinator) {
        return db.sql(FIND_BELOW)
                .bind("id", id.value())
                .bind("roots", coordinator.roots())
                .map(Assignments::assignment)
                .one()
                .switchIfEmpty(Mono.error(() -> new Missing(id)));
    }

    Mono<Assignment> save(Assignment assignment) {
        return db.sql(UPDATE)
                .bind("state", assignment.state().name().toLowerCase(Locale.ROOT))
                .bind("reason", Parameter.fromOrEmpty(assignment.reason(), String.class))
                .bind("authority", assignment.authority().value())
                .bind("id", assignment.id().value())
                .bind("version", assignment.version())
                .fetch()
                .rowsUpdated()
                .filter(rows -> rows == 1)
                .switchIfEmpty(Mono.error(() -> new Stale(assignment.id())))
                .thenReturn(assignment);
    }

    /** Marks what should have been done before today; again changes nothing. */
    Mono<Long> expire(LocalDate today) {
        return db.sql(EXPIRE).bind("today", today).fetch().rowsUpdated();
    }

    private static Assignment assignment(Readable row) {
        return new Assignment(
                new Authority.Id(requireNonNull(row.get("authority", UUID.class))),
                new Assignment.Id(requireNonNull(row.get("id", UUID.class))),
                new Account.Id(requireNonNull(row.get("official", UUID.class))),
                requireNonNull(row.get("module", String.class)),
                row.get("need", UUID.class),
                requireNonNull(row.get("due", LocalDate.class)),
                Assignment.State.valueOf(
                        requireNonNull(row.get("state", String.class)).toUpperCase(Locale.ROOT)),
                row.get("reason", String.class),
                requireNonNull(row.get("version", Integer.class)));
    }
}
