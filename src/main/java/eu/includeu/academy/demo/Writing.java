package eu.includeu.academy.demo;

import eu.includeu.academy.platform.JsonText;
import java.util.List;
import java.util.stream.Stream;

/** Writes a history down as rows for the tables, in an order in which each row finds what it refers to. */
final class Writing {

    private Writing() {}

    /** @param password as it is stored: one hash for all, for it takes its time to make */
    static List<Rows> write(long seed, History history, JsonText json, String password) {
        var figures = new Figures();
        var register = new Register(seed, password, figures);
        var transcript = new Transcript(seed, json, figures);
        var casebook = new Casebook(seed, json, figures);
        history.staff().all().forEach(register::enter);
        history.priors().forEach(transcript::enter);
        history.journeys().forEach(transcript::enter);
        history.plights().forEach(casebook::enter);
        history.duties().forEach(duty -> casebook.enter(duty, history.period().today()));
        return Stream.of(
                        register.rows(), transcript.rows(), casebook.rows(), List.of(figures.byDay(), figures.totals()))
                .flatMap(List::stream)
                .toList();
    }
}
