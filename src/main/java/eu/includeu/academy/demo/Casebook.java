package eu.includeu.academy.demo;

import eu.includeu.academy.capacity.Need;
import eu.includeu.academy.demo.story.Dice;
import eu.includeu.academy.demo.story.Duty;
import eu.includeu.academy.demo.story.Journey;
import eu.includeu.academy.demo.story.Plight;
import eu.includeu.academy.platform.JsonText;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;

/** Writes down what authorities need, everything that happened to their needs, and who was asked to take what. */
final class Casebook {

    private final Rows needs = new Rows(
            "capacity.need",
            "authority, id, competency, current, target, staff, weight, deadline, languages, reason, state, began,"
                    + " declared, declared_by, version");
    private final Rows events =
            new Rows("capacity.need_event", "authority, need, ordinal, event, was, became, actor, at, cause, command");
    private final Rows assignments = new Rows(
            "assignments.assignment",
            "authority, id, official, module, need, due, state, assigned_by, assigned, reason");

    private final long seed;
    private final JsonText json;
    private final Figures figures;

    Casebook(long seed, JsonText json, Figures figures) {
        this.seed = seed;
        this.json = json;
        this.figures = figures;
    }

    List<Rows> rows() {
        return List.of(needs, events, assignments);
    }

    void enter(Duty duty, LocalDate today) {
        assignments.add(
                duty.person().body().authority().id(),
                duty.id(),
                duty.person().id(),
                duty.course().module(),
                duty.need(),
                duty.due(),
                duty.state(today),
                duty.by().id(),
                duty.assigned(),
                duty.waived());
    }

    void enter(Plight plight) {
        var need = plight.need();
        var terms = need.terms();
        needs.add(
                need.authority(),
                need.id(),
                terms.competency(),
                terms.current(),
                terms.target(),
                terms.staff(),
                terms.weight().value(),
                terms.deadline(),
                terms.languages(),
                terms.reason(),
                need.state().key(),
                need.began(),
                need.declared(),
                need.declaredBy(),
                plight.ledger().size());
        var ordinal = 0;
        for (var line : plight.ledger()) {
            event(need, ++ordinal, line);
            figure(plight, line.step().event(), line.step().at());
        }
    }

    private void event(Need need, int ordinal, Plight.Line line) {
        var step = line.step();
        events.add(
                need.authority(),
                need.id(),
                ordinal,
                step.event().key(),
                line.was().name().toLowerCase(Locale.ROOT),
                line.became().name().toLowerCase(Locale.ROOT),
                step.actor() == null ? null : step.actor().id(),
                step.at(),
                json.write(step.cause()).asString(),
                new Dice(seed, "command " + need.id() + " " + ordinal).id());
    }

    private void figure(Plight plight, Need.Event event, Instant at) {
        switch (event) {
            case DECLARE -> figures.add(plight.body(), "needs.declared", Journey.day(at), 1);
            case WITHDRAW -> figures.add(plight.body(), "needs.declared", Journey.day(at), -1);
            case CLOSE -> figures.add(plight.body(), "needs.closed", Journey.day(at), 1);
            default -> {}
        }
    }
}
