package eu.includeu.academy.demo;

import static org.assertj.core.api.Assertions.assertThat;

import eu.includeu.academy.AcademyTest;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.test.context.TestPropertySource;

/** The demo as it stands in the database: its figures are those of its records, and a second start leaves it alone. */
@AcademyTest
@TestPropertySource(properties = "academy.trial=demo")
class DemoTest {

    /** Every figure, counted again from the records, in the words of the tally. */
    private static final String RECOUNT = """
            select authority, 'officials' as measure, started as day, 1 as amount from accounts.membership
            union all select authority, 'officials', ended, -1 from accounts.membership where ended is not null
            union all select authority, 'enrolled', (enrolled at time zone 'Europe/Rome')::date, 1 from progress.enrolment
            union all select authority, 'enrolled', (touched at time zone 'Europe/Rome')::date, -1
                        from progress.enrolment where state = 'withdrawn'
            union all select authority, 'lessons', (done at time zone 'Europe/Rome')::date, 1
                        from progress.lesson where done is not null
            union all select l.authority, 'lessons.' || v.theme, (l.done at time zone 'Europe/Rome')::date, 1
                        from progress.lesson l
                        join progress.enrolment e on e.authority = l.authority and e.id = l.enrolment
                        join catalogue.version v on v.module = e.module and v.number = e.number
                       where l.done is not null
            union all select authority, 'completed', (coalesce(decided, completed) at time zone 'Europe/Rome')::date, 1
                        from progress.completion where review in ('none', 'confirmed')
            union all select authority, 'certified', (issued at time zone 'Europe/Rome')::date, 1
                        from (select distinct on (official) authority, issued
                                from certificates.certificate order by official, issued) as first
            union all select authority, 'needs.declared', (at at time zone 'Europe/Rome')::date,
                             case event when 'declare' then 1 else -1 end
                        from capacity.need_event where event in ('declare', 'withdraw')
            union all select authority, 'needs.closed', (at at time zone 'Europe/Rome')::date, 1
                        from capacity.need_event where event = 'close'
            """;

    @Autowired
    private JdbcConnectionDetails place;

    @Autowired
    private Demo demo;

    @Test
    void figuresByDayAreThoseOfTheRecords() throws SQLException {
        assertThat(rows("""
                with counted as (
                    select authority, measure, day, sum(amount) as amount from (%s) as every
                     group by authority, measure, day having sum(amount) <> 0
                ), kept as (
                    select authority, measure, day, amount from authorities.figure where amount <> 0
                )
                (select 'missing', * from counted except select 'missing', * from kept)
                union all (select 'too many', * from kept except select 'too many', * from counted)
                """.formatted(RECOUNT))).isEmpty();
        assertThat(rows("select distinct measure from authorities.figure")).hasSizeGreaterThanOrEqualTo(13);
    }

    @Test
    void sumsAreThoseOfTheTree() throws SQLException {
        assertThat(rows("""
                with counted as (
                    select c.ancestor, f.measure, sum(f.amount) as amount
                      from authorities.figure f
                      join authorities.closure c on c.descendant = f.authority and c.valid @> current_date
                     group by c.ancestor, f.measure
                ), kept as (
                    select authority, measure, amount from authorities.total
                )
                (select 'missing', * from counted except select 'missing', * from kept)
                union all (select 'too many', * from kept except select 'too many', * from counted)
                """)).isEmpty();
    }

    @Test
    void whatAnEnrolmentSaysIsWhatItsLessonsSay() throws SQLException {
        assertThat(rows("""
                select e.id
                  from progress.enrolment e
                  left join progress.lesson l on l.authority = e.authority and l.enrolment = e.id
                 group by e.authority, e.id
                having e.done <> count(l.done)
                    or e.state in ('quiz_open', 'locked', 'completed') and e.done <> e.lessons
                    or e.state = 'enrolled' and count(l.lesson) > 0
                """)).isEmpty();
    }

    @Test
    void everyCountedCompletionHasItsCertificateAndEvidence() throws SQLException {
        assertThat(rows("""
                select c.id
                  from progress.completion c
                  left join certificates.certificate s on s.authority = c.authority and s.completion = c.id
                 where (s.id is null) = (c.review in ('none', 'confirmed'))
                """)).isEmpty();
        assertThat(rows("""
                select s.id from certificates.certificate s
                 where (select count(*) from evidence.evidence e where e.source_id = s.id)
                    <> (select count(*) from catalogue.rung r
                         where r.module = s.module and r.number = s.contents ->> 'number')
                """)).isEmpty();
        assertThat(rows("""
                select s.id from certificates.certificate s
                  left join certificates.directory d on d.number = s.number and d.certificate = s.id
                 where d.number is null
                """)).isEmpty();
    }

    @Test
    void completionsAreAskedForOnlyWhereTheAuthorityAsks() throws SQLException {
        assertThat(rows("""
                select c.id from progress.completion c join authorities.authority a on a.id = c.authority
                 where (c.review = 'none') = a.review_required
                """)).isEmpty();
    }

    @Test
    void allModulesArePublishedAndOneOfThemInSevenLanguages() throws SQLException {
        assertThat(rows("select module from catalogue.version where state = 'published'"))
                .hasSize(12);
        assertThat(rows("select language from catalogue.edition where module = 'housing-allocation'"))
                .hasSize(7);
        assertThat(rows("""
                select v.module from catalogue.version v
                 where v.published > (select min(enrolled) from progress.enrolment)
                """)).isEmpty();
    }

    @Test
    void beginsWithTheBodiesOfTheProgramme() throws SQLException {
        assertThat(rows("select code from authorities.territory where level = 2"))
                .hasSize(75);
        assertThat(rows("""
                select country from authorities.authority where country is not null
                 group by country having count(*) >= 5 and count(distinct territory) >= 4
                """)).containsExactlyInAnyOrder("EL", "ES", "IT", "NL", "RO", "SI");
        assertThat(rows("""
                select above.name from authorities.closure c
                  join authorities.authority above on above.id = c.ancestor
                  join authorities.authority below on below.id = c.descendant
                 where below.name = 'Δήμος Καρδίτσας' order by c.depth
                """))
                .containsExactly(
                        "Δήμος Καρδίτσας", "Περιφέρεια Θεσσαλίας", "Κεντρική Ένωση Δήμων Ελλάδας (ΚΕΔΕ)", "Includ-EU");
    }

    @Test
    void aSecondStartChangesNothing() throws SQLException {
        var before = rows("select count(*), max(xmin::text::bigint) from accounts.account");
        demo.afterSingletonsInstantiated();
        assertThat(rows("select count(*), max(xmin::text::bigint) from accounts.account"))
                .isEqualTo(before);
        assertThat(demo.isPresent()).isTrue();
    }

    private List<String> rows(String sql) throws SQLException {
        try (var connection =
                        DriverManager.getConnection(place.getJdbcUrl(), place.getUsername(), place.getPassword());
                var statement = connection.createStatement();
                var answer = statement.executeQuery(sql)) {
            var rows = new ArrayList<String>();
            while (answer.next()) {
                rows.add(answer.getString(1));
            }
            return rows;
        }
    }
}
