package eu.includeu.academy.demo;

import eu.includeu.academy.certificates.Certificate;
import eu.includeu.academy.certificates.CertificateNumber;
import eu.includeu.academy.competencies.Rung;
import eu.includeu.academy.demo.story.Dice;
import eu.includeu.academy.demo.story.History;
import eu.includeu.academy.demo.story.Journey;
import eu.includeu.academy.demo.story.Journey.Go;
import eu.includeu.academy.demo.story.Journey.Verdict;
import eu.includeu.academy.demo.story.Person;
import eu.includeu.academy.platform.JsonText;
import eu.includeu.academy.questions.Fraction;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Writes down how people studied: enrolments, lessons, attempts and answers, completions, certificates and evidence. */
final class Transcript {

    private final Rows enrolments = new Rows(
            "progress.enrolment",
            "authority, id, official, module, number, major, language, state, lessons, done, enrolled, touched, completed,"
                    + " extra_attempts, version");
    private final Rows lessons = new Rows("progress.lesson", "authority, enrolment, lesson, official, opened, done");
    private final Rows attempts = new Rows(
            "assessment.attempt",
            "authority, id, official, module, number, major, ordinal, allowed, language, seed, paper, state, opened,"
                    + " submitted, won, won_of, passed, marks, version");
    private final Rows answers =
            new Rows("assessment.answer", "authority, attempt, number, official, key, sequence, given, saved");
    private final Rows completions = new Rows(
            "progress.completion",
            "authority, id, enrolment, official, module, number, major, language, won, won_of, completed, review,"
                    + " decided_by, decided, reason, version");
    private final Rows decisions = new Rows(
            "review.decision", "authority, id, official, enrolment, verdict, reason, decided_by, decided, earlier");
    private final Rows certificates = new Rows(
            "certificates.certificate",
            "authority, id, number, official, completion, module, major, contents, issued, valid_until, state, revoked,"
                    + " reason");
    private final Rows directory = new Rows("certificates.directory", "number, authority, certificate");
    private final Rows evidence = new Rows(
            "evidence.evidence",
            "authority, id, official, competency, level, source, source_id, valid_from, valid_until");

    private final long seed;
    private final JsonText json;
    private final Figures figures;
    private final Set<UUID> certified = new HashSet<>();

    Transcript(long seed, JsonText json, Figures figures) {
        this.seed = seed;
        this.json = json;
        this.figures = figures;
    }

    List<Rows> rows() {
        return List.of(
                enrolments, lessons, attempts, answers, completions, decisions, certificates, directory, evidence);
    }

    void enter(History.Prior prior) {
        evidence(prior.person(), prior.id(), "prior", prior.rung(), prior.at(), null);
    }

    void enter(Journey journey) {
        var dice = new Dice(seed, "transcript " + journey.id());
        enrolment(journey);
        for (var at = 0; at < journey.readings().size(); at++) {
            lesson(journey, at + 1, journey.readings().get(at));
        }
        journey.goes().forEach(go -> attempt(journey, go, dice));
        UUID earlier = null;
        for (var verdict : journey.verdicts()) {
            earlier = decision(journey, verdict, earlier, dice);
        }
        if (journey.completed() != null) {
            completion(journey, journey.completed(), dice);
        }
    }

    private void enrolment(Journey journey) {
        var id = journey.course().id();
        enrolments.add(
                authority(journey.person()),
                journey.id(),
                journey.person().id(),
                id.module(),
                id.number(),
                id.major(),
                journey.language(),
                journey.state().name().toLowerCase(Locale.ROOT),
                journey.course().lessons(),
                journey.done(),
                journey.enrolled(),
                journey.touched(),
                journey.completed(),
                journey.extraAttempts(),
                journey.readings().size() + journey.done());
        count(journey, "enrolled", journey.enrolled(), 1);
        if (journey.state() == Journey.State.WITHDRAWN) {
            count(journey, "enrolled", journey.touched(), -1);
        }
    }

    private void lesson(Journey journey, int number, Journey.Reading reading) {
        lessons.add(
                authority(journey.person()),
                journey.id(),
                number,
                journey.person().id(),
                reading.opened(),
                reading.done());
        if (reading.done() != null) {
            count(journey, "lessons", reading.done(), 1);
            count(journey, "lessons." + journey.course().original().theme(), reading.done(), 1);
        }
    }

    private void attempt(Journey journey, Go go, Dice dice) {
        var id = journey.course().id();
        var grade = go.grade();
        attempts.add(
                authority(journey.person()),
                go.id(),
                journey.person().id(),
                id.module(),
                id.number(),
                id.major(),
                go.ordinal(),
                go.allowed(),
                journey.language(),
                go.seed(),
                text(go.paper()),
                grade == null ? "open" : "graded",
                go.opened(),
                grade == null ? null : grade.at(),
                grade == null ? null : new BigDecimal(grade.share().numerator()),
                grade == null ? null : new BigDecimal(grade.share().denominator()),
                grade == null ? null : grade.passed(),
                grade == null ? null : text(grade.marks()),
                grade == null ? 0 : 1);
        go.answers().keySet().stream()
                .sorted()
                .forEach(number -> answers.add(
                        authority(journey.person()),
                        go.id(),
                        number,
                        journey.person().id(),
                        dice.id(),
                        dice.happens(0.12) ? 2 : 1,
                        text(Objects.requireNonNull(go.answers().get(number))),
                        go.saved().get(number)));
    }

    private UUID decision(Journey journey, Verdict verdict, @Nullable UUID earlier, Dice dice) {
        var id = dice.id();
        decisions.add(
                authority(journey.person()),
                id,
                journey.person().id(),
                journey.id(),
                verdict.verdict(),
                verdict.reason(),
                verdict.by().id(),
                verdict.at(),
                earlier);
        return id;
    }

    private void completion(Journey journey, Instant completed, Dice dice) {
        var completion = dice.id();
        var id = journey.course().id();
        var score = journey.score();
        var last = journey.verdicts().stream()
                .filter(verdict -> !verdict.verdict().equals("reset"))
                .reduce((first, second) -> second)
                .orElse(null);
        var review = review(journey, last);
        var decision = review.equals("to_review") ? null : last;
        completions.add(
                authority(journey.person()),
                completion,
                journey.id(),
                journey.person().id(),
                id.module(),
                id.number(),
                id.major(),
                journey.language(),
                new BigDecimal(score.numerator()),
                new BigDecimal(score.denominator()),
                completed,
                review,
                decision == null ? null : decision.by().id(),
                decision == null ? null : decision.at(),
                decision == null ? null : decision.reason(),
                journey.verdicts().size());
        if (journey.confirmed() != null) {
            count(journey, "completed", journey.confirmed(), 1);
            certificate(journey, completion, score, journey.confirmed(), dice);
        }
    }

    private static String review(Journey journey, @Nullable Verdict last) {
        if (!journey.person().body().authority().reviewRequired()) {
            return "none";
        }
        return last == null || last.verdict().equals("resubmitted") ? "to_review" : last.verdict();
    }

    private void certificate(Journey journey, UUID completion, Fraction score, Instant issued, Dice dice) {
        var id = dice.id();
        var number = new CertificateNumber(dice.number(), dice.number()).toString();
        var edition = journey.course().in(journey.language());
        var until = Certificate.end(issued, edition.validMonths());
        var contents = new Certificate.Contents(
                journey.person().name(),
                edition.title(),
                edition.module(),
                edition.id().number(),
                edition.theme(),
                List.copyOf(edition.rungs()),
                score.percent(),
                edition.minutes(),
                edition.language(),
                journey.person().body().authority().nameIn(edition.language()));
        certificates.add(
                authority(journey.person()),
                id,
                number,
                journey.person().id(),
                completion,
                edition.module(),
                edition.id().major(),
                text(contents),
                issued,
                until,
                "issued",
                null,
                null);
        directory.add(number, authority(journey.person()), id);
        edition.rungs().forEach(rung -> evidence(journey.person(), id, "certificate", rung, issued, until));
        if (certified.add(journey.person().id())) {
            count(journey, "certified", issued, 1);
        }
    }

    private void evidence(Person person, UUID source, String kind, Rung rung, Instant from, @Nullable Instant until) {
        evidence.add(
                authority(person),
                new Dice(seed, "evidence " + source + rung).id(),
                person.id(),
                rung.competency(),
                rung.level(),
                kind,
                source,
                from,
                until);
    }

    private void count(Journey journey, String measure, Instant at, int amount) {
        figures.add(journey.person().body(), measure, Journey.day(at), amount);
    }

    private String text(Object value) {
        return json.write(value).asString();
    }

    private static Object authority(Person person) {
        return person.body().authority().id();
    }
}
