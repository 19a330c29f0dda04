package eu.includeu.academy.bench.exports;

import java.sql.Connection;
import java.sql.SQLException;

/**
 * Makes up what a world lacks of so many completions: of its own people and modules, in a language that nobody speaks, by
 * which they are known and taken away again.
 */
final class Filling implements AutoCloseable {

    private static final String LANGUAGE = "xx";

    private static final String FILL = """
            with person as (
                select id, authority, row_number() over (order by id) - 1 as at
                  from accounts.account
                 where authority is not null
            ), version as (
                select module, number, major, row_number() over (order by module, number) - 1 as at
                  from catalogue.version
            ), taken as (
                insert into progress.enrolment (authority, official, module, number, major, language, state, lessons, done,
                                                enrolled, touched, completed)
                select p.authority, p.id, v.module, v.number, v.major, '%1$s', 'completed', 1, 1, done, done, done
                  from generate_series(1, %2$d) n
                  join person p on p.at = n %% (select count(*) from person)
                  join version v on v.at = n %% (select count(*) from version)
                  cross join lateral (select now() - n * interval '100 seconds' as done) moment
                returning authority, id, official, module, number, major, completed
            )
            insert into progress.completion (authority, enrolment, official, module, number, major, language, won, won_of,
                                             completed, review, decided)
            select authority, id, official, module, number, major, '%1$s', 9, 10, completed, 'confirmed', completed
              from taken
            """;

    private final Connection owner;

    private Filling(Connection owner) {
        this.owner = owner;
    }

    /** Until there are so many; those of a run that was cut off are taken away first. */
    static Filling to(int wanted, Connection owner) throws SQLException {
        var filling = new Filling(owner);
        filling.close();
        try (var statement = owner.createStatement()) {
            var row = statement.executeQuery("select count(*) from progress.completion");
            row.next();
            statement.execute(FILL.formatted(LANGUAGE, Math.max(0, wanted - row.getInt(1))));
            statement.execute("analyze progress.completion");
        }
        return filling;
    }

    @Override
    public void close() throws SQLException {
        try (var statement = owner.createStatement()) {
            statement.execute("delete from progress.completion where language = '%s'".formatted(LANGUAGE));
            statement.execute("delete from progress.enrolment where language = '%s'".formatted(LANGUAGE));
            statement.execute("vacuum (full, analyze) progress.completion");
            statement.execute("vacuum (full, analyze) progress.enrolment");
        }
    }
}
