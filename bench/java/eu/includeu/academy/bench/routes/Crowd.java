package eu.includeu.academy.bench.routes;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** Who is there to ask, and what each of them can open; read from the database as its owner. */
final class Crowd {

    /** Somebody who reads: an enrolment under way with its lessons. */
    record Reader(Person person, UUID enrolment, int lessons) {}

    /** Somebody who answers for an authority: the one with most below it, and one of those below. */
    record Chief(Person person, UUID authority, UUID below) {}

    /** A need and somebody who may see it. */
    record Needing(Person person, UUID need) {}

    private final Connection owner;
    private final Map<UUID, Person> people = new LinkedHashMap<>();

    Crowd(Connection owner) {
        this.owner = owner;
    }

    /** Officials with an enrolment under way. */
    List<Reader> readers(int most) throws SQLException {
        return with("""
                select e.official, e.id, e.lessons from progress.enrolment e
                  join accounts.account a on a.id = e.official and a.suspended is null
                 where e.state in ('in_progress', 'quiz_open') order by e.id limit %d
                """.formatted(most), row -> new Reader(person(row[0]), uuid(row[1]), ((Number) row[2]).intValue()));
    }

    /** Officials who are made ready to sit a quiz: their enrolment stands open for it, and no attempt was begun. */
    List<Attempting.Candidate> candidates(int most) throws SQLException {
        try (var statement = owner.createStatement()) {
            statement.execute("""
                    create temp table if not exists bench_candidate as
                    select e.authority, e.id, e.official, e.module, e.lessons
                      from progress.enrolment e
                      join accounts.account a on a.id = e.official and a.suspended is null
                     where e.state in ('in_progress', 'quiz_open') order by e.id desc limit %d
                    """.formatted(most));
            statement.execute("""
                    delete from assessment.answer a using assessment.attempt t, bench_candidate b
                     where t.official = b.official and t.module = b.module and t.state = 'open' and a.attempt = t.id
                       and a.authority = t.authority""");
            statement.execute("""
                    delete from assessment.attempt t using bench_candidate b
                     where t.official = b.official and t.module = b.module and t.state = 'open'""");
            statement.execute("""
                    update progress.enrolment e set state = 'quiz_open', extra_attempts = 1000
                      from bench_candidate b where b.id = e.id and b.authority = e.authority and e.state <> 'completed'
                    """);
        }
        return with(
                "select official, id from bench_candidate",
                row -> new Attempting.Candidate(person(row[0]), uuid(row[1])));
    }

    /** Whoever sat a quiz lately need not wait until tomorrow. */
    void letThemSitAgain() throws SQLException {
        try (var statement = owner.createStatement()) {
            statement.execute("""
                    update assessment.attempt t set submitted = t.submitted - interval '30 days'
                      from bench_candidate b where b.official = t.official and t.state = 'graded'
                       and t.submitted > now() - interval '3 days'""");
            statement.execute("""
                    update progress.enrolment e set state = 'quiz_open'
                      from bench_candidate b where b.id = e.id and b.authority = e.authority and e.state = 'locked'""");
        }
    }

    /** The coordinator of the authority with most below it. */
    Chief chief() throws SQLException {
        return with("""
                        select m.account, m.authority,
                               (select c.descendant from authorities.closure c
                                  join accounts.account a on a.authority = c.descendant
                                 where c.ancestor = m.authority group by 1 order by count(*) desc, 1 limit 1)
                          from accounts.membership m join accounts.role r on r.membership = m.id
                         where r.role = 'coordinator' and m.ended is null
                         order by (select count(*) from authorities.closure c where c.ancestor = m.authority) desc, 1
                         limit 1
                        """, row -> new Chief(person(row[0]), uuid(row[1]), uuid(row[2])))
                .get(0);
    }

    /** Coordinators of regions; where a world has none of these, of anything. */
    List<Person> regional(int most) throws SQLException {
        return with("""
                select m.account
                  from accounts.membership m
                  join accounts.role r on r.membership = m.id and r.role = 'coordinator'
                  join authorities.authority a on a.id = m.authority
                 where m.ended is null
                 order by a.kind <> 'region', a.id limit %d
                """.formatted(most), row -> person(row[0]));
    }

    /** Coordinators with an open need of their own authority. */
    List<Needing> needing(int most) throws SQLException {
        return with("""
                select m.account, n.id from capacity.need n
                  join accounts.membership m on m.authority = n.authority and m.ended is null
                  join accounts.role r on r.membership = m.id and r.role = 'coordinator'
                 where n.state = 'declared' order by n.id limit %d
                """.formatted(most), row -> new Needing(person(row[0]), uuid(row[1])));
    }

    /** Certificates with their people. */
    Map<String, Person> certificates(int most) throws SQLException {
        return with(
                        "select c.number, c.official from certificates.certificate c join accounts.account a on a.id = c.official"
                                + " where c.state = 'issued' and a.suspended is null order by c.id limit " + most,
                        row -> Map.entry(String.valueOf(row[0]), person(row[1])))
                .stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, Map.Entry::getValue, (one, same) -> one, LinkedHashMap::new));
    }

    /** Certificates by their identifiers, with their people. */
    List<Reader> papers(int most) throws SQLException {
        return with(
                "select c.official, c.id, 1 from certificates.certificate c join accounts.account a on a.id = c.official"
                        + " where c.state = 'issued' and a.suspended is null order by c.id limit " + most,
                row -> new Reader(person(row[0]), uuid(row[1]), 1));
    }

    List<String> modules() throws SQLException {
        return with(
                "select distinct module from catalogue.version order by 1 limit 200", row -> String.valueOf(row[0]));
    }

    List<String> emails(int most) throws SQLException {
        return with(
                "select email from accounts.account where suspended is null order by id desc limit " + most,
                row -> String.valueOf(row[0]));
    }

    /** One person has one session, however often named. */
    private Person person(Object account) throws SQLException {
        var known = people.get(uuid(account));
        if (known != null) {
            return known;
        }
        var person = Person.signIn(owner, uuid(account));
        people.put(person.account(), person);
        return person;
    }

    /** What a row becomes. */
    private interface Mapping<T> {
        T of(Object[] row) throws SQLException;
    }

    private <T> List<T> with(String sql, Mapping<T> mapping) throws SQLException {
        try (var statement = owner.createStatement();
                var rows = statement.executeQuery(sql)) {
            var found = new ArrayList<T>();
            while (rows.next()) {
                var row = new Object[rows.getMetaData().getColumnCount()];
                for (var at = 0; at < row.length; at++) {
                    row[at] = rows.getObject(at + 1);
                }
                found.add(mapping.of(row));
            }
            return List.copyOf(found);
        }
    }

    private static UUID uuid(Object value) {
        return (UUID) value;
    }
}
