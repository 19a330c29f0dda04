package eu.includeu.academy.closing;

import eu.includeu.academy.authorities.Share;
import eu.includeu.academy.capacity.Need;
import eu.includeu.academy.gains.Effect;
import eu.includeu.academy.needs.NeedCard;
import eu.includeu.academy.platform.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The statement of a need, ready to be read from top to bottom. Every figure leads to the rows it was made from.
 *
 * @param finding the key of the first sentence
 * @param now places filled, for whoever may not see the persons; null where too few people would be told of
 * @param gain of these people, or null where too few were measured
 * @param past whether the statement is of a day before today
 * @param closable whether the one thing left is to say that it is used at work
 */
public record StatementView(
        NeedCard card,
        LocalDate day,
        String finding,
        int places,
        int began,
        int ready,
        int members,
        int gapBegan,
        int gap,
        int closedPercent,
        @Nullable Share now,
        @Nullable Effect gain,
        int hours,
        int certificates,
        List<Step> steps,
        List<Person> people,
        boolean past,
        boolean closable) {

    /** Something that happened, in the words of a message. */
    public record Step(
            LocalDate day,
            String code,
            List<Object> arguments,
            @Nullable String who,
            boolean itself) {}

    /** Somebody who counts, with what it rests on. */
    public record Person(
            String name,
            int began,
            int level,
            boolean holds,
            @Nullable LocalDate since,
            @Nullable LocalDate until,
            @Nullable Integer pre,
            @Nullable Integer post,
            @Nullable Double change,
            String modules,
            int minutes) {}

    static StatementView of(Statement statement, Map<String, String> titles, boolean decides, LocalDate today) {
        var need = statement.standing();
        var named = statement.namesPeople();
        return new StatementView(
                statement.card(),
                statement.asOf().day(),
                finding(statement),
                need.places(),
                named ? need.readyBegan() : 0,
                named ? need.ready() : 0,
                named ? need.members() : 0,
                named ? need.gapBegan() : 0,
                named ? need.gap() : 0,
                named ? (int) Math.floor(100 * need.closedShare()) : 0,
                statement.shown(),
                statement.gain().orElse(null),
                statement.hours(),
                statement.certificates(),
                statement.steps().stream()
                        .map(step -> step(step, titles, named))
                        .toList(),
                statement.people().stream()
                        .map(person -> person(person, need, titles, statement.minutes()))
                        .toList(),
                statement.asOf().day().isBefore(today),
                decides && statement.card().state() == Need.State.MET);
    }

    private static String finding(Statement statement) {
        return switch (statement.standing().state()) {
            case CLOSED -> "closed";
            case MET -> "met";
            default -> "open";
        };
    }

    private static Step step(Statement.Step step, Map<String, String> titles, boolean named) {
        var key = "statement.step." + step.event().key();
        var day = LocalDate.ofInstant(step.at(), Clock.ZONE);
        List<Object> arguments =
                switch (step.event()) {
                    case PLAN -> List.of(title(step.module(), titles), step.people());
                    case MET, LAPSE -> named ? List.of(step.ready(), step.staff()) : List.of();
                    case CLOSE, WITHDRAW -> List.of(step.note());
                    case AMEND ->
                        step.module() == null ? List.of() : List.of(title(step.module(), titles), step.people());
                    default -> List.of();
                };
        var code =
                switch (step.event()) {
                    case AMEND -> step.module() == null ? key : "statement.step.plan";
                    case MET, LAPSE -> named && step.staff() > 0 ? key + ".counted" : key;
                    case CLOSE -> step.note().isBlank() ? key : key + ".note";
                    default -> key;
                };
        return new Step(day, code, arguments, step.actor(), step.actor() == null);
    }

    private static Person person(
            Statement.Person person, Standing need, Map<String, String> titles, Map<String, Integer> minutes) {
        return new Person(
                person.name(),
                person.began(),
                person.level(),
                person.level() >= need.target(),
                person.since(),
                person.until(),
                percent(person.pre()),
                percent(person.post()),
                person.change(),
                person.modules().stream().map(module -> title(module, titles)).collect(Collectors.joining(", ")),
                person.modules().stream()
                        .mapToInt(module -> minutes.getOrDefault(module, 0))
                        .sum());
    }

    private static @Nullable Integer percent(@Nullable Double share) {
        return share == null ? null : (int) Math.floor(100 * share + 1e-9);
    }

    private static String title(@Nullable String module, Map<String, String> titles) {
        return module == null ? "" : titles.getOrDefault(module, module);
    }
}
