package eu.includeu.academy.demo.story;

import eu.includeu.academy.accounts.Account;
import eu.includeu.academy.authorities.ListedBody;
import eu.includeu.academy.capacity.Need;
import eu.includeu.academy.capacity.Terms;
import eu.includeu.academy.platform.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/**
 * A need of the demo with its ledger. What people decided is given; whether it was met or its deadline passed follows from
 * the evidence of the day. Each step is taken by the real need, which refuses what its life does not allow.
 */
public final class Plight {

    /** Something that happened to it. */
    public record Step(
            Need.Event event, Instant at, @Nullable Person actor, Map<String, Object> cause) {}

    /** A step with the states before and after. */
    public record Line(Step step, Need.State was, Need.State became) {}

    private final ListedBody body;
    private final @Nullable Course course;
    private final List<Step> steps = new ArrayList<>();
    private final List<Line> ledger = new ArrayList<>();
    private Need need;

    Plight(ListedBody body, Need.Id id, Terms terms, @Nullable Course course, int began, Instant declared, Person by) {
        this.body = body;
        this.course = course;
        this.need = new Need(
                body.authority().id(), id, terms, Need.State.DRAFT, began, declared, new Account.Id(by.id()), 0);
        steps.add(new Step(Need.Event.DECLARE, declared, by, Map.of("terms", terms)));
    }

    public ListedBody body() {
        return body;
    }

    @Nullable
    Course course() {
        return course;
    }

    public Need need() {
        return need;
    }

    public List<Line> ledger() {
        return List.copyOf(ledger);
    }

    /** Somebody's decision, or what followed from it. */
    void happens(Need.Event event, Instant at, @Nullable Person actor, Map<String, Object> cause) {
        steps.add(new Step(event, at, actor, cause));
    }

    /** The last day on which it is in time. */
    LocalDate deadline() {
        return need.terms().deadline();
    }

    /**
     * Takes all steps in their order, as far as the need's life allows them.
     *
     * @param ready how many held the level wanted at a moment
     * @param moments when that number may have changed
     * @param closing how long after it was met the authority confirms the use at work; null for not yet
     */
    void settle(
            ToIntFunction<Instant> ready,
            List<Instant> moments,
            @Nullable Integer closing,
            Person coordinator,
            Period period) {
        var staff = need.terms().staff();
        moments.stream()
                .filter(moment -> moment.isAfter(need.declared()) && ready.applyAsInt(moment) >= staff)
                .min(Comparator.naturalOrder())
                .ifPresent(met -> meets(met, closing, coordinator, period));
        if (deadline().isBefore(period.last())) {
            var expired = deadline().plusDays(1).atTime(0, 5).atZone(Clock.ZONE).toInstant();
            happens(Need.Event.EXPIRE, expired, null, Map.of());
        }
        steps.stream()
                .sorted(Comparator.comparing(Step::at))
                .filter(step -> period.has(step.at()))
                .forEach(step -> take(step, ready.applyAsInt(step.at())));
    }

    private void meets(Instant met, @Nullable Integer closing, Person coordinator, Period period) {
        happens(Need.Event.MET, met.plusSeconds(1), null, Map.of());
        if (closing != null) {
            var day = Journey.day(met).plusDays(closing);
            happens(
                    Need.Event.CLOSE,
                    day.atTime(11, 20).atZone(Clock.ZONE).toInstant(),
                    coordinator,
                    Map.of("used", true, "note", ""));
        }
    }

    private void take(Step step, int holders) {
        if (!need.may(step.event())) {
            return;
        }
        var ready = Math.min(holders, need.terms().staff());
        var given = new Need.Circumstances(
                Journey.day(step.at()), ready, String.valueOf(step.cause().getOrDefault("reason", "")), true);
        var before = need.state();
        need = need.apply(step.event(), given);
        ledger.add(new Line(counted(step, ready), before, need.state()));
    }

    /** With what was counted, where the step was decided on that. */
    private Step counted(Step step, int ready) {
        return switch (step.event()) {
            case DECLARE, MET, EXPIRE -> {
                var cause = new LinkedHashMap<>(step.cause());
                cause.put("ready", ready);
                cause.put("staff", need.terms().staff());
                yield new Step(step.event(), step.at(), step.actor(), cause);
            }
            default -> step;
        };
    }
}
