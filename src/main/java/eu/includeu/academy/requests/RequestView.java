package eu.includeu.academy.requests;

import eu.includeu.academy.accounts.Account;
import eu.includeu.academy.accounts.Action;
import eu.includeu.academy.catalogue.Offer;
import eu.includeu.academy.competencies.Competencies;
import eu.includeu.academy.competencies.Competency;
import eu.includeu.academy.platform.Clock;
import eu.includeu.academy.platform.Languages;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A request as its page shows it.
 *
 * @param competency that the need is about, or null
 * @param theme that gives the page its colour, or null
 * @param need to follow, where the reader may, or null
 * @param answers that a trainer who reads it may give; none for others
 */
public record RequestView(
        String id,
        String subject,
        List<String> text,
        String authority,
        String language,
        String state,
        @Nullable Competency competency,
        int level,
        @Nullable String theme,
        @Nullable String need,
        @Nullable Module module,
        @Nullable LocalDate day,
        LocalDate asked,
        List<Past> history,
        List<String> answers,
        boolean closable) {

    /** A module that serves it. */
    public record Module(String id, String title) {}

    /** A request in the list, with the last that was said to it. */
    public record Row(
            String id,
            String subject,
            String authority,
            String language,
            String state,
            boolean waits,
            @Nullable String theme,
            LocalDate asked) {}

    /** A step: when, what, by whom, and what was said. */
    public record Past(
            ZonedDateTime at, String event, @Nullable String byline, List<String> said) {}

    static Row row(Requests.Entry entry, Competencies competencies, Locale reader) {
        var request = entry.request();
        return new Row(
                request.id().toString(),
                request.subject(),
                entry.nameIn(reader.getLanguage()),
                Languages.nameOf(request.language()),
                request.state().key(),
                request.state().waits(),
                theme(competency(request, competencies)),
                day(request));
    }

    static RequestView of(
            Requesting.File file, Competencies competencies, List<Offer> offers, Account me, Locale reader) {
        var request = file.entry().request();
        var competency = competency(request, competencies);
        var rung = request.rung();
        var need = request.need();
        var coordinates = me.may(Action.ASK_TRAINING);
        return new RequestView(
                request.id().toString(),
                request.subject(),
                paragraphs(request.text()),
                file.entry().nameIn(reader.getLanguage()),
                Languages.nameOf(request.language()),
                request.state().key(),
                competency,
                rung == null ? 0 : rung.level(),
                theme(competency),
                need == null || !coordinates ? null : need.toString(),
                module(request.module(), offers),
                request.day(),
                day(request),
                file.steps().stream()
                        .filter(step -> step.event() != Request.Event.ASK)
                        .map(RequestView::past)
                        .toList(),
                me.may(Action.ANSWER_REQUEST)
                        ? request.answers().stream().map(Request.Event::key).toList()
                        : List.of(),
                coordinates && request.state() == Request.State.DELIVERED);
    }

    /** Whether there is more than one way to answer. */
    public boolean isChoice() {
        return answers.size() > 1;
    }

    public boolean isSchedulable() {
        return answers.contains(Request.Event.SCHEDULE.key());
    }

    /** Whether an answer may name a module. */
    public boolean isMatchable() {
        return answers.contains(Request.Event.MATCH.key()) || answers.contains(Request.Event.DELIVER.key());
    }

    /** The module as the catalogue calls it today; one that is not there any more by its name alone. */
    private static @Nullable Module module(@Nullable String id, List<Offer> offers) {
        return id == null
                ? null
                : offers.stream()
                        .filter(offer -> offer.id().module().equals(id))
                        .map(offer -> new Module(id, offer.title()))
                        .findFirst()
                        .orElseGet(() -> new Module(id, id));
    }

    private static @Nullable Competency competency(Request request, Competencies competencies) {
        var rung = request.rung();
        return rung == null || !competencies.has(rung.competency()) ? null : competencies.find(rung.competency());
    }

    private static @Nullable String theme(@Nullable Competency competency) {
        return competency == null ? null : Objects.requireNonNull(competency).theme();
    }

    private static Past past(Step step) {
        return new Past(step.at().atZone(Clock.ZONE), step.event().key(), step.byline(), paragraphs(step.said()));
    }

    private static LocalDate day(Request request) {
        return LocalDate.ofInstant(request.asked(), Clock.ZONE);
    }

    private static List<String> paragraphs(String text) {
        return text.lines().filter(line -> !line.isBlank()).toList();
    }
}
