package eu.includeu.academy.demo;

import eu.includeu.academy.demo.story.History;
import eu.includeu.academy.demo.story.Journey;
import eu.includeu.academy.platform.JsonText;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** Writes a history down as rows for the tables, in an order in which each row finds what it refers to. */
final class Writing {

    /** As they came to count, so that it is the first certificate that makes a certified official. */
    private static final Comparator<Journey> FIRST_COUNTED =
            Comparator.comparing((Journey journey) -> Objects.requireNonNullElse(journey.confirmed(), Instant.MAX));

    private Writing() {}

    /** @param password as it is stored: one hash for all, for it takes its time to make */
    static List<Rows> write(long seed, History history, JsonText json, String password) {
        var figures = new Figures();
        var register = new Register(seed, password, figures);
        var transcript = new Transcript(seed, json, figures);
        var measured = new Measured(seed, json);
        var casebook = new Casebook(seed, json, figures);
        history.staff().all().forEach(register::enter);
        history.priors().forEach(transcript::enter);
        history.journeys().stream().sorted(FIRST_COUNTED).forEach(transcript::enter);
        history.journeys().forEach(measured::enter);
        history.plights().forEach(casebook::enter);
        history.duties().forEach(duty -> casebook.enter(duty, history.period().today()));
        return Stream.of(
                        register.rows(),
                        transcript.rows(),
                        measured.rows(),
                        casebook.rows(),
                        List.of(Desk.drafts(seed, history)),
                        new Planned(seed, json, figures, history).rows(),
                        List.of(figures.byDay(), figures.totals()),
                        Exchanged.rows(seed, history, json),
                        Requested.rows(seed, history))
                .flatMap(List::stream)
                .toList();
    }
}
