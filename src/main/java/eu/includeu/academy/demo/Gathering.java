package eu.includeu.academy.demo;

import eu.includeu.academy.demo.story.Dice;
import eu.includeu.academy.needs.Batch;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * What happens between the needs of the demo: a region hands in a table of those it has collected, two authorities agree to
 * act together while a third would like to, and one need is about people by name.
 */
final class Gathering {

    /** The body whose coordinator collects for all below it. */
    private static final String REGION = "Region of Crete";

    /** What is asked for in the table, where no such need is open yet. */
    private static final List<String> COLLECTED = List.of("LAB-1", "HEA-2", "CIT-1", "HOU-1");

    /** Two open needs for the same, in one country and a common language; not on the stage, where the story is told by hand. */
    private static final String ALIKE = """
            select one.authority, one.id, other.authority, other.id
              from capacity.need one
              join authorities.authority a on a.id = one.authority
              join capacity.need other on other.competency = one.competency and other.target = one.target
                                      and other.languages && one.languages and other.id > one.id
              join authorities.authority b on b.id = other.authority and b.country = a.country
             where one.state in ('declared', 'verified', 'planned', 'in_progress')
               and other.state in ('declared', 'verified', 'planned', 'in_progress')
               and (coalesce(a.name_latin, '') like '%%Karditsa%%' or coalesce(b.name_latin, '') like '%%Karditsa%%') = %s
             order by one.deadline, one.id, other.id
             limit 1
            """;

    private static final String SAY = """
            with said as (
                insert into needs.joining (authority, need, ready, said, said_by)
                select n.authority, n.id, true, now() - ?::int * interval '1 day', n.declared_by
                  from capacity.need n where n.id = ?
            )
            insert into capacity.need_event (authority, need, ordinal, event, was, became, actor, at, cause, command)
            select n.authority, n.id, n.version + 1, 'amend', n.state, n.state, n.declared_by, now() - ?::int * interval '1 day',
                   '{"joint": "yes"}', ?
              from capacity.need n where n.id = ?
            """;

    private static final String ONE_MORE = "update capacity.need set version = version + 1 where id = ?";

    /** A need that is running, about more than one level, in a house with some people to choose from. */
    private static final String TO_NAME = """
            select n.authority, n.id, n.competency, n.staff
              from capacity.need n
              join authorities.authority a on a.id = n.authority
             where n.state = 'in_progress' and n.target >= 2 and n.deadline > current_date
               and coalesce(a.name_latin, '') not like '%Karditsa%'
               and (select count(*) from accounts.account c where c.authority = n.authority) >= n.staff + 3
               and n.staff >= 3
             order by n.deadline desc, n.id
             limit 1
            """;

    /** Those who were asked come first; two more than are wanted. */
    private static final String LIST = """
            insert into capacity.listed (authority, need, official, since)
            select n.authority, n.id, person.id, now() - interval '6 days'
              from capacity.need n,
                   lateral (select c.id
                              from accounts.account c
                              left join assignments.assignment d on d.official = c.id and d.need = n.id
                             where c.authority = n.authority and c.suspended is null
                             order by d.id is null, c.id
                             limit n.staff + 2) as person
             where n.id = ?
            """;

    private static final String BASELINE = """
            insert into evidence.evidence (authority, official, competency, level, source, source_id, valid_from)
            select l.authority, l.official, n.competency, 1, 'baseline', n.id, now() - interval '6 days'
              from capacity.need n
              join capacity.listed l on l.need = n.id
             where n.id = ?
               and not exists (select from evidence.evidence e
                                where e.official = l.official and e.competency = n.competency)
             order by l.official
             limit 3
            """;

    private static final String NAMED = """
            insert into capacity.need_event (authority, need, ordinal, event, was, became, actor, at, cause, command)
            select n.authority, n.id, n.version + 1, 'amend', n.state, n.state, n.declared_by, now() - interval '6 days',
                   jsonb_build_object('list', jsonb_build_object('people', n.staff + 2, 'added', n.staff + 2, 'removed', 0,
                                                                 'baseline', ?::int)), ?
              from capacity.need n where n.id = ?
            """;

    private static final String NOW_NAMED = "update capacity.need set named = true, version = version + 1 where id = ?";

    private static final String BELOW = """
            select a.id, a.name
              from authorities.authority top
              join authorities.closure c on c.ancestor = top.id and c.valid @> current_date
              join authorities.authority a on a.id = c.descendant
             where top.name_latin = ?
             order by c.depth, a.name
            """;

    private static final String COORDINATOR = """
            select m.account, m.authority
              from authorities.authority top
              join accounts.membership m on m.authority = top.id and m.ended is null
              join accounts.role r on r.membership = m.id and r.role = 'coordinator'
             where top.name_latin = ?
             order by m.account
             limit 1
            """;

    private static final String BATCH = """
            insert into needs.batch (authority, id, owner, text, handed_in, declared, lines)
            values (?, ?, ?, ?, now() - interval '2 days', now() - interval '2 days', ?)
            """;

    private static final String DECLARE = """
            with opened as (
                insert into capacity.need
                       (authority, id, competency, current, target, staff, weight, deadline, languages, reason, state, began,
                        declared, declared_by, version)
                select ?, ?, ?, 0, 2, 2, 2, ?, '{el,en}', '', 'declared', 0, now() - interval '2 days', ?, 1
                returning authority, id, competency, staff, deadline, declared, declared_by
            )
            insert into capacity.need_event (authority, need, ordinal, event, was, became, actor, at, cause, command)
            select authority, id, 1, 'declare', 'draft', 'declared', declared_by, declared,
                   jsonb_build_object('ready', 0, 'staff', staff, 'terms', jsonb_build_object(
                       'competency', competency, 'current', 0, 'target', 2, 'staff', staff, 'weight', 'MEDIUM',
                       'deadline', deadline::text, 'languages', '["el", "en"]'::jsonb, 'reason', '')), ?
              from opened
            """;

    private static final String IS_OPEN = """
            select exists (select from capacity.need
                            where authority = ? and competency = ? and target = 2
                              and state in ('declared', 'verified', 'planned', 'in_progress', 'met', 'overdue'))
            """;

    private static final String FIGURE = """
            insert into authorities.figure as kept (authority, measure, day, amount)
            values (?, 'needs.declared', ((now() - interval '2 days') at time zone 'Europe/Rome')::date, 1)
            on conflict (authority, measure, day) do update set amount = kept.amount + 1
            """;

    private static final String SUMS = """
            insert into authorities.total as kept (authority, measure, amount)
            select ancestor, 'needs.declared', 1 from authorities.closure where descendant = ? and valid @> current_date
            on conflict (authority, measure) do update set amount = kept.amount + 1
            """;

    private static final String COUNT = """
            update capacity.need n
               set holders = (select count(*)
                                from accounts.member m
                               where m.authority = n.authority
                                 and (not n.named or exists (select from capacity.listed l
                                                              where l.need = n.id and l.official = m.account and l.until is null))
                                 and n.target = (select count(distinct v.level)
                                                   from evidence.valid v
                                                  where v.official = m.account and v.competency = n.competency
                                                    and v.level <= n.target))
            """;

    private final Connection connection;
    private final long seed;

    Gathering(Connection connection, long seed) {
        this.connection = connection;
        this.seed = seed;
    }

    /** All of it, in one academy that has its needs. */
    void play(LocalDate today) throws SQLException {
        collect(today);
        for (var pair : rows(ALIKE.formatted("false"))) {
            say((UUID) pair.get(1), 9);
            say((UUID) pair.get(3), 4);
        }
        for (var pair : rows(ALIKE.formatted("true"))) {
            say(onStage((UUID) pair.get(0)) ? (UUID) pair.get(3) : (UUID) pair.get(1), 3);
        }
        name();
        change(COUNT);
    }

    /** The table that a region handed in, and the needs that came of it. */
    private void collect(LocalDate today) throws SQLException {
        var coordinator = rows(COORDINATOR, REGION);
        if (coordinator.isEmpty()) {
            return;
        }
        var owner = coordinator.get(0).get(0);
        var batch = id("batch");
        var text = new StringBuilder("authority;competency;target;staff;deadline;current;languages\n");
        var bodies = rows(BELOW, REGION);
        var deadline = today.plusMonths(7);
        var lines = new ArrayList<List<Object>>();
        for (var at = 0; at < bodies.size(); at++) {
            for (var which = 0; which < 2; which++) {
                var competency = COLLECTED.get((at + which) % COLLECTED.size());
                if (!Boolean.TRUE.equals(
                        rows(IS_OPEN, bodies.get(at).get(0), competency).get(0).get(0))) {
                    lines.add(List.of(bodies.get(at).get(0), competency));
                    text.append(String.join(
                            ";",
                            String.valueOf(bodies.get(at).get(1)),
                            competency,
                            "2",
                            "2",
                            deadline.toString(),
                            "0",
                            "el en\n"));
                }
            }
        }
        change(BATCH, coordinator.get(0).get(1), batch, owner, text.toString(), lines.size());
        for (var line = 0; line < lines.size(); line++) {
            var authority = lines.get(line).get(0);
            change(
                    DECLARE,
                    authority,
                    id("collected " + line),
                    lines.get(line).get(1),
                    deadline,
                    owner,
                    Batch.command(new Batch.Id(batch), line + 2));
            change(FIGURE, authority);
            change(SUMS, authority);
        }
    }

    /** One authority says that it would act together with others. */
    private void say(UUID need, int daysAgo) throws SQLException {
        change(SAY, daysAgo, need, daysAgo, id("joint " + need), need);
        change(ONE_MORE, need);
    }

    private boolean onStage(UUID authority) throws SQLException {
        return !rows("select id from authorities.authority where id = ? and name_latin like '%Karditsa%'", authority)
                .isEmpty();
    }

    private void name() throws SQLException {
        for (var need : rows(TO_NAME)) {
            change(LIST, need.get(1));
            var baseline = change(BASELINE, need.get(1));
            change(NAMED, baseline, id("list " + need.get(1)), need.get(1));
            change(NOW_NAMED, need.get(1));
        }
    }

    private UUID id(String what) {
        return new Dice(seed, "gathering " + what).id();
    }

    private int change(String statement, Object... values) throws SQLException {
        try (var prepared = connection.prepareStatement(statement)) {
            for (var at = 0; at < values.length; at++) {
                prepared.setObject(at + 1, values[at]);
            }
            return prepared.executeUpdate();
        }
    }

    private List<List<Object>> rows(String query, Object... values) throws SQLException {
        try (var prepared = connection.prepareStatement(query)) {
            for (var at = 0; at < values.length; at++) {
                prepared.setObject(at + 1, values[at]);
            }
            try (var answer = prepared.executeQuery()) {
                var rows = new ArrayList<List<Object>>();
                while (answer.next()) {
                    var row = new ArrayList<Object>();
                    for (var column = 1; column <= answer.getMetaData().getColumnCount(); column++) {
                        row.add(answer.getObject(column));
                    }
                    rows.add(row);
                }
                return rows;
            }
        }
    }
}
