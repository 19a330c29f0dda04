package eu.includeu.academy.bench.faults.scene;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * Many open papers out of the one that each official has. A quiz cannot be sat twice at once, so the module is copied as
 * often as papers are wanted, with the enrolments and open attempts in it; the copies are in a drill's own database, and
 * nowhere else. Some copies have a pass mark of nothing: who hands in completes them, and is given a certificate.
 */
public final class Pile {

    private static final String[] COPY = {"""
        insert into catalogue.module
        select (jsonb_populate_record(module, jsonb_build_object('id', 'drill-' || n))).*
          from catalogue.module, generate_series(1, %1$d) n where module.id = '%2$s'
        """, """
        insert into catalogue.version
        select (jsonb_populate_record(version, jsonb_build_object(
                   'module', 'drill-' || n,
                   'quiz', case when n %% %3$d = 0 then version.quiz || '{"pass": 0}' else version.quiz end))).*
          from catalogue.version, generate_series(1, %1$d) n where version.module = '%2$s'
        """, """
        insert into catalogue.edition
        select (jsonb_populate_record(edition, jsonb_build_object('module', 'drill-' || n))).*
          from catalogue.edition, generate_series(1, %1$d) n where edition.module = '%2$s'
        """, """
        insert into progress.enrolment
        select (jsonb_populate_record(enrolment, jsonb_build_object('module', 'drill-' || n, 'id', uuidv7()))).*
          from progress.enrolment, generate_series(1, %1$d) n
         where enrolment.module = '%2$s' and enrolment.official in (select official from drill.sitter)
        """, """
        insert into assessment.attempt
        select (jsonb_populate_record(attempt, jsonb_build_object('module', 'drill-' || n, 'id', uuidv7()))).*
          from assessment.attempt, generate_series(1, %1$d) n
         where attempt.module = '%2$s' and attempt.state = 'open' and attempt.ordinal > 0
           and attempt.official in (select official from drill.sitter)
        """, "analyze"};

    private Pile() {}

    /**
     * The same people, each with so many papers.
     *
     * @param passed one paper in so many is passed by whoever hands it in
     */
    public static List<Sitter> of(int papers, int passed, List<Sitter> sitters, PostgreSql server) throws SQLException {
        for (var statement : COPY) {
            server.execute(statement.formatted(papers, Sitter.MODULE, passed));
        }
        var all = new ArrayList<Sitter>();
        for (var sitter : sitters) {
            var paper = sitter.papers().get(0);
            all.add(new Sitter(
                    sitter.visitor(),
                    server
                            .texts(
                                    "select copy.id from assessment.attempt copy join assessment.attempt using (official)"
                                            + " where attempt.id = '" + paper.attempt()
                                            + "' and copy.module like 'drill-%'")
                            .stream()
                            .sorted()
                            .map(paper::as)
                            .toList()));
        }
        return all;
    }
}
