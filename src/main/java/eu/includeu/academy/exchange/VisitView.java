package eu.includeu.academy.exchange;

import eu.includeu.academy.competencies.Competencies;
import eu.includeu.academy.competencies.Competency;
import eu.includeu.academy.platform.Clock;
import eu.includeu.academy.platform.Languages;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A visit as pages show it to one of its sides.
 *
 * @param side guest or host: which of the two the reader is
 * @param reasons why it was proposed, in sentences
 * @param expires when a proposal is gone, or null
 * @param refusal why it was declined, where it is the reader's to know
 */
public record VisitView(
        String id,
        String side,
        String ownName,
        String otherName,
        String state,
        boolean saidYes,
        boolean otherSaidYes,
        String theme,
        List<Sentence> reasons,
        @Nullable LocalDate expires,
        Visit.@Nullable Plan plan,
        List<Answered> answers,
        Visit.@Nullable Report report,
        @Nullable String refusal,
        boolean mayAccept,
        boolean mayDecline,
        boolean maySchedule,
        boolean mayHold,
        boolean mayReport) {

    /** A message with its arguments. */
    public record Sentence(String code, List<Object> arguments) {

        static Sentence of(String code, Object... arguments) {
            return new Sentence(code, Arrays.asList(arguments));
        }
    }

    /** A question with its answer, once there is one. */
    public record Answered(int number, String question, String answer) {}

    private static final int TOPICS = 3;

    static VisitView of(Visiting.File file, Competencies competencies, LocalDate today, Locale locale) {
        var visit = file.visit();
        var side = file.side();
        var reasons = visit.reasons();
        var first = reasons.topics().stream()
                .map(topic -> Competency.Id.of(topic.competency()))
                .filter(competencies::has)
                .findFirst();
        return new VisitView(
                visit.id().toString(),
                side.key(),
                file.own().nameIn(locale.getLanguage()),
                file.other().nameIn(locale.getLanguage()),
                visit.state().key(),
                visit.saidYes(side),
                visit.saidYes(side.other()),
                first.map(id -> competencies.find(id).theme()).orElse("crosscutting"),
                reasons(reasons, side, competencies, locale),
                visit.may(Visit.Event.EXPIRE)
                        ? LocalDate.ofInstant(visit.proposed(), Clock.ZONE).plusDays(Visit.DAYS_TO_ANSWER)
                        : null,
                visit.plan(),
                answers(visit),
                visit.report(),
                file.refusal(),
                visit.may(Visit.Event.ACCEPT) && !visit.saidYes(side),
                visit.may(Visit.Event.DECLINE),
                visit.may(Visit.Event.SCHEDULE),
                visit.may(Visit.Event.HOLD)
                        && visit.plan() != null
                        && !today.isBefore(visit.plan().ends()),
                visit.may(Visit.Event.CLOSE));
    }

    /** From the reader's side: they hold it, you lack it; or the other way round. */
    private static List<Sentence> reasons(
            Visit.Reasons reasons, Visit.Side side, Competencies competencies, Locale locale) {
        var sentences = new ArrayList<Sentence>();
        reasons.topics().stream()
                .filter(topic -> competencies.has(Competency.Id.of(topic.competency())))
                .limit(TOPICS)
                .forEach(topic -> {
                    var name = competencies
                            .find(Competency.Id.of(topic.competency()))
                            .name(locale);
                    sentences.add(
                            topic.isTold()
                                    ? Sentence.of(
                                            "visit.reason.share." + side.key(),
                                            name,
                                            topic.percent(),
                                            topic.guestPercent())
                                    : Sentence.of("visit.reason.more." + side.key(), name));
                    if (topic.practice()) {
                        sentences.add(Sentence.of("visit.reason.practice." + side.key(), name));
                    }
                });
        var shared = reasons.shared();
        sentences.add(
                shared == null
                        ? Sentence.of("visit.reason.interpreter")
                        : Sentence.of(
                                "visit.reason.language", Languages.known(shared) ? Languages.nameOf(shared) : shared));
        if (reasons.kilometres() != null) {
            sentences.add(Sentence.of("visit.reason.kilometres", reasons.kilometres()));
        }
        return List.copyOf(sentences);
    }

    private static List<Answered> answers(Visit visit) {
        var plan = visit.plan();
        var report = visit.report();
        var questions = plan == null ? List.<String>of() : plan.list();
        return IntStream.range(0, questions.size())
                .mapToObj(at -> new Answered(
                        at + 1,
                        questions.get(at),
                        report == null || report.answers().size() <= at
                                ? ""
                                : report.answers().get(at)))
                .toList();
    }

    public boolean isOpen() {
        return Visit.State.of(state).open();
    }
}
