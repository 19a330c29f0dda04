package eu.includeu.academy.bench.world;

import java.io.IOException;
import java.sql.SQLException;
import java.util.List;

/** The rows that a worker has written down and not yet handed over: a few megabytes, however large a house is. */
final class Book {

    /** So many bytes are handed over at once. */
    static final int FULL = 4 << 20;

    final Lines accounts = new Lines("accounts.account", "id, email, password, name, language, authority, created");
    final Lines memberships = new Lines("accounts.membership", "id, account, authority, is_primary, started");
    final Lines roles = new Lines("accounts.role", "membership, role");
    final Lines enrolments = new Lines(
            "progress.enrolment",
            "authority, id, official, module, number, major, language, state, lessons, done, enrolled, touched, completed,"
                    + " version");
    final Lines lessons = new Lines("progress.lesson", "authority, enrolment, lesson, official, opened, done");
    final Lines attempts = new Lines(
            "sitting",
            "authority, id, official, module, number, major, ordinal, allowed, language, seed, paper, state, opened,"
                    + " submitted, won, won_of, passed, marks, version");
    final Lines answers =
            new Lines("assessment.answer", "authority, attempt, number, official, key, sequence, given, saved");
    final Lines completions = new Lines(
            "progress.completion",
            "authority, id, enrolment, official, module, number, major, language, won, won_of, completed, review,"
                    + " decided_by, decided, version");
    final Lines decisions =
            new Lines("review.decision", "authority, id, official, enrolment, verdict, decided_by, decided");
    final Lines certificates = new Lines(
            "certificates.certificate",
            "authority, id, number, official, completion, module, major, contents, issued, valid_until");
    final Lines directory = new Lines("certificates.directory", "number, authority, certificate");
    final Lines evidence = new Lines(
            "evidence.evidence",
            "authority, id, official, competency, level, source, source_id, valid_from, valid_until");
    final Lines gains = new Lines(
            "gains.gain", "authority, id, official, module, major, pre, started, post, passed, measured, counted");
    final Lines needs = new Lines(
            "capacity.need",
            "authority, id, competency, current, target, staff, weight, deadline, languages, reason, state, began,"
                    + " declared, declared_by, version, holders");
    final Lines events =
            new Lines("capacity.need_event", "authority, need, ordinal, event, was, became, actor, at, cause, command");
    final Lines assignments = new Lines(
            "assignments.assignment", "authority, id, official, module, due, state, assigned_by, assigned, reason");
    final Lines figures = new Lines("authorities.figure", "authority, measure, day, amount");

    private final Target target;
    private final List<Lines> tables;
    private long rows;

    Book(Target target) {
        this.target = target;
        // in an order in which each row finds what it refers to
        this.tables = List.of(
                accounts,
                memberships,
                roles,
                enrolments,
                lessons,
                attempts,
                answers,
                completions,
                decisions,
                certificates,
                directory,
                evidence,
                gains,
                needs,
                events,
                assignments,
                figures);
    }

    /** Hands over what is written down once it has become much. */
    void handWhenFull() throws SQLException, IOException {
        if (tables.stream().mapToInt(Lines::size).sum() >= FULL) {
            hand();
        }
    }

    /** Hands over what is written down. */
    void hand() throws SQLException, IOException {
        target.take(tables);
        for (var table : tables) {
            rows += table.rows();
            table.clear();
        }
    }

    /** How many it has handed over. */
    long rows() {
        return rows;
    }
}
