package eu.includeu.academy.planning;

import eu.includeu.academy.authorities.Authority;
import eu.includeu.academy.catalogue.Offer;
import eu.includeu.academy.competencies.Competencies;
import eu.includeu.academy.competencies.Competency;
import eu.includeu.academy.matching.Shortfall;
import eu.includeu.academy.platform.Clock;
import eu.includeu.academy.platform.Languages;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;

/**
 * A plan as its page shows it, in the reader's words. Whatever a number says in a sentence is the number of the plan.
 *
 * @param finding the title: what the plan comes to
 * @param since what has changed since it was drawn up
 * @param changes what it does otherwise than the plan that it repairs
 * @param partly how many authorities have carried out their part, while others have not
 */
public record PlanView(
        String id,
        String state,
        String where,
        String finding,
        String lead,
        @Nullable String failure,
        boolean computing,
        boolean mayAccept,
        boolean mayRepair,
        int partly,
        @Nullable Progress progress,
        List<Fact> facts,
        List<String> since,
        List<String> changes,
        List<NeedRow> needs,
        @Nullable Gantt gantt,
        List<LoadRow> loads,
        List<Cost> costs) {

    /** How far the search is: a sentence and a share. */
    public record Progress(String phase, String soFar, int percent) {}

    /** A figure with its name and what it means. */
    public record Fact(String name, String figure, String note) {}

    /** A need with everything that the plan does for it. */
    public record NeedRow(
            UUID id,
            String theme,
            String title,
            String who,
            boolean closed,
            String state,
            List<Part> parts,
            List<String> open) {}

    /** A module that some people take for a need. */
    public record Part(
            String module,
            String title,
            String what,
            String why,
            @Nullable String next,
            List<String> people,
            @Nullable String vacant) {}

    /** The weeks, drawn. Places and widths are hundredths of the whole. */
    public record Gantt(List<Tick> ticks, List<Bar> bars) {}

    /** A Monday. */
    public record Tick(double x, String day) {}

    /** From when until when something is learned. */
    public record Bar(
            String theme,
            String title,
            String who,
            String span,
            String starts,
            String ends,
            int people,
            double x,
            double width,
            boolean late) {}

    /** How long a person learns. */
    public record LoadRow(String name, String house, String hours, int percent) {}

    /** What something costs. */
    public record Cost(String what, String amount) {}

    static PlanView of(
            Planning.File file,
            List<Offer> offers,
            Competencies competencies,
            Assumptions assumptions,
            MessageSource texts,
            Locale locale) {
        return new Pen(file, offers, competencies, assumptions, texts, locale).view();
    }

    /** Puts a plan into words. */
    private static final class Pen {

        private final Planning.File file;
        private final Plan plan;
        private final Map<String, String> titles;
        private final Competencies competencies;
        private final Assumptions assumptions;
        private final MessageSource texts;
        private final Locale locale;

        private Pen(
                Planning.File file,
                List<Offer> offers,
                Competencies competencies,
                Assumptions assumptions,
                MessageSource texts,
                Locale locale) {
            this.file = file;
            this.plan = file.plan();
            this.titles =
                    offers.stream().collect(Collectors.toMap(offer -> offer.id().module(), Offer::title));
            this.competencies = competencies;
            this.assumptions = assumptions;
            this.texts = texts;
            this.locale = locale;
        }

        PlanView view() {
            var blueprint = plan.blueprint();
            return new PlanView(
                    plan.id().toString(),
                    plan.state().key(),
                    where(),
                    finding(blueprint),
                    lead(blueprint),
                    plan.cause() == null ? null : say("plan.failed." + plan.cause()),
                    plan.computing(),
                    plan.mayAccept() && blueprint != null && !blueprint.items().isEmpty(),
                    plan.mayRepair(),
                    plan.mayAccept() ? file.accepted().size() : 0,
                    progress(),
                    blueprint == null ? List.of() : facts(blueprint),
                    blueprint == null ? List.of() : since(blueprint),
                    blueprint == null ? List.of() : changes(blueprint),
                    blueprint == null
                            ? List.of()
                            : blueprint.needs().stream()
                                    .map(need -> need(need, blueprint))
                                    .toList(),
                    blueprint == null || blueprint.items().isEmpty() ? null : gantt(blueprint),
                    blueprint == null ? List.of() : loads(blueprint),
                    blueprint == null || blueprint.items().isEmpty() ? List.of() : costs(blueprint));
        }

        private String where() {
            var name = house(plan.authority().value());
            return plan.below() ? say("plan.where.below", name) : name;
        }

        private String finding(@Nullable Blueprint blueprint) {
            if (blueprint == null) {
                return say("plan.finding." + plan.state().key());
            }
            var all = blueprint.needs().size();
            var closed = blueprint.closed();
            if (all == 0 || blueprint.needs().stream().allMatch(need -> need.places() == 0)) {
                return say("plan.finding.nothing");
            }
            var hours = hours(blueprint.minutes());
            if (closed == all) {
                return say("plan.finding.all", hours, all);
            }
            var most = most(blueprint);
            var rest = say("plan.finding.rest." + most.getKey().key(), most.getValue());
            return closed == 0 && blueprint.items().isEmpty()
                    ? say("plan.finding.none", all, rest)
                    : say("plan.finding.some", hours, closed, all, rest);
        }

        /** Why most of the needs that stay open stay so. */
        private static Map.Entry<Shortfall, Integer> most(Blueprint blueprint) {
            var reasons = new EnumMap<Shortfall, Integer>(Shortfall.class);
            for (var need : blueprint.needs()) {
                blueprint.openOf(need.id()).stream()
                        .findFirst()
                        .ifPresent(open -> reasons.merge(open.reason(), 1, Integer::sum));
            }
            return reasons.entrySet().stream()
                    .max(Map.Entry.<Shortfall, Integer>comparingByValue()
                            .thenComparing(Map.Entry.comparingByKey(Comparator.reverseOrder())))
                    .orElseThrow();
        }

        private String lead(@Nullable Blueprint blueprint) {
            var asked = day("date.full", LocalDate.ofInstant(plan.asked(), Clock.ZONE));
            return blueprint == null ? say("plan.asked", asked) : say("plan.asked", asked) + " " + proof(blueprint);
        }

        private String proof(Blueprint blueprint) {
            return say("plan.proof." + blueprint.state().name().toLowerCase(Locale.ROOT), blueprint.gap());
        }

        private @Nullable Progress progress() {
            var told = plan.progress();
            if (!plan.computing() || told == null) {
                return null;
            }
            var of = Math.max(1, told.of());
            return new Progress(
                    say("plan.phase." + told.phase().name().toLowerCase(Locale.ROOT), told.done(), told.of()),
                    told.best() == 0 ? say("plan.progress.nothing") : say("plan.progress.gap", told.gap()),
                    Math.min(100, 100 * told.done() / of));
        }

        private List<Fact> facts(Blueprint blueprint) {
            var open = blueprint.needs().stream().mapToInt(Blueprint.Ask::left).sum();
            var places =
                    blueprint.needs().stream().mapToInt(Blueprint.Ask::places).sum();
            return List.of(
                    new Fact(
                            say("plan.fact.needs"),
                            say(
                                    "plan.fact.of",
                                    blueprint.closed(),
                                    blueprint.needs().size()),
                            say("plan.fact.needs.note", places - open, places)),
                    new Fact(
                            say("plan.fact.hours"),
                            hours(blueprint.minutes()),
                            say("plan.fact.hours.note", blueprint.loads().size())),
                    new Fact(
                            say("plan.fact.cost"),
                            money(blueprint.paid()),
                            say("plan.fact.cost.note", assumptions.wage())),
                    new Fact(
                            say("plan.fact.proof"),
                            say(
                                    "plan.fact.proof."
                                            + blueprint.state().name().toLowerCase(Locale.ROOT),
                                    blueprint.gap()),
                            say("plan.fact.proof.note")));
        }

        private NeedRow need(Blueprint.Ask need, Blueprint blueprint) {
            var competency = competency(need);
            var state =
                    need.places() == 0 ? "underway" : need.closed() ? "closed" : need.untouched() ? "open" : "partly";
            return new NeedRow(
                    need.id(),
                    competency.theme(),
                    competency.name(locale),
                    say(
                            plan.below() ? "plan.need.who.of" : "plan.need.who",
                            need.people(),
                            need.from(),
                            need.target(),
                            day("date.full", need.deadline()),
                            house(need.house())),
                    need.closed(),
                    say("plan.need." + state, need.places() - need.left(), need.places()),
                    blueprint.of(need.id()).stream().map(this::part).toList(),
                    blueprint.openOf(need.id()).stream()
                            .map(open -> open(open, need))
                            .toList());
        }

        private Part part(Blueprint.Item item) {
            return new Part(
                    item.module(),
                    title(item.module()),
                    say(
                            "plan.part.what",
                            item.seats(),
                            item.minutes(),
                            Languages.nameOf(item.language()),
                            brief(item.starts()),
                            brief(item.ends()),
                            money(item.cents())),
                    why(item),
                    next(item),
                    item.people().stream()
                            .map(person -> file.names().getOrDefault(person, say("plan.person.gone")))
                            .sorted()
                            .toList(),
                    item.vacant() == 0 ? null : say("plan.part.vacant", item.vacant()));
        }

        private String why(Blueprint.Item item) {
            return switch (item.because()) {
                case ONLY -> say("plan.why.only", item.from(), item.to());
                case LEAST -> say("plan.why.least", item.from(), item.to(), item.others());
                case SHARED -> say("plan.why.shared", item.from(), item.to());
                case FIRST ->
                    say("plan.why.first", item.leads().stream().map(this::title).collect(Collectors.joining(", ")));
            };
        }

        private @Nullable String next(Blueprint.Item item) {
            var next = item.next();
            if (next == null) {
                return null;
            }
            if (next.modules().isEmpty()) {
                return say("plan.next.none", next.left());
            }
            var names = next.modules().stream().map(this::title).collect(Collectors.joining(", "));
            var sentence = new ArrayList<String>();
            sentence.add(
                    next.single()
                            ? say("plan.next." + longer(next.minutes()), names, Math.abs(next.minutes()))
                            : say("plan.next.several", names));
            if (!next.language().equals(item.language())) {
                sentence.add(say("plan.next.language", Languages.nameOf(next.language())));
            }
            sentence.add(say("plan.next." + dearer(next.cents()), money(Math.abs(next.cents()))));
            if (next.left() > 0) {
                sentence.add(say("plan.next.left", next.left()));
            }
            return String.join(" ", sentence);
        }

        private static String longer(long minutes) {
            return minutes > 0 ? "longer" : minutes < 0 ? "shorter" : "same";
        }

        private static String dearer(long cents) {
            return cents > 0 ? "dearer" : cents < 0 ? "cheaper" : "level";
        }

        private String open(Blueprint.Open open, Blueprint.Ask need) {
            return say("plan.open", open.level(), open.places()) + " "
                    + say(
                            "plan.reason." + open.reason().key(),
                            open.languages().stream().map(Languages::nameOf).collect(Collectors.joining(", ")),
                            need.languages().stream().map(Languages::nameOf).collect(Collectors.joining(", ")),
                            day("date.full", need.deadline()));
        }

        private List<String> since(Blueprint blueprint) {
            var now = file.now();
            if (now == null || plan.computing()) {
                return List.of();
            }
            var changes = new ArrayList<String>();
            var before = blueprint.facts();
            count(
                    changes,
                    "plan.since.needs.new",
                    now.needs().keySet().stream()
                            .filter(id -> !before.needs().containsKey(id))
                            .count());
            count(
                    changes,
                    "plan.since.needs.gone",
                    before.needs().keySet().stream()
                            .filter(id -> !now.needs().containsKey(id))
                            .count());
            count(changes, "plan.since.needs.changed", differing(before.needs(), now.needs()));
            count(
                    changes,
                    "plan.since.modules.new",
                    now.modules().keySet().stream()
                            .filter(id -> !before.modules().containsKey(id))
                            .count());
            count(
                    changes,
                    "plan.since.modules.gone",
                    before.modules().keySet().stream()
                            .filter(id -> !now.modules().containsKey(id))
                            .count());
            count(changes, "plan.since.modules.changed", differing(before.modules(), now.modules()));
            return changes;
        }

        private void count(List<String> changes, String code, long number) {
            if (number > 0) {
                changes.add(say(code, number));
            }
        }

        private static long differing(Map<String, String> before, Map<String, String> now) {
            return before.entrySet().stream()
                    .filter(entry ->
                            now.containsKey(entry.getKey()) && !entry.getValue().equals(now.get(entry.getKey())))
                    .count();
        }

        private List<String> changes(Blueprint blueprint) {
            var before = file.before();
            var old = before == null ? null : before.blueprint();
            if (old == null) {
                return List.of();
            }
            var then = seats(old);
            var now = seats(blueprint);
            var changes = new ArrayList<String>();
            now.forEach((part, seats) -> {
                var had = then.getOrDefault(part, 0);
                if (!had.equals(seats)) {
                    changes.add(say(
                            had == 0 ? "plan.change.new" : "plan.change.seats",
                            title(part.module()),
                            seats,
                            had,
                            house(part.house())));
                }
            });
            then.forEach((part, seats) -> {
                if (!now.containsKey(part)) {
                    changes.add(say("plan.change.gone", title(part.module()), seats, 0, house(part.house())));
                }
            });
            changes.add(say(
                    "plan.change.reused", blueprint.reused(), blueprint.parts().size()));
            return changes;
        }

        private record PartKey(UUID house, UUID need, String module) {}

        private static Map<PartKey, Integer> seats(Blueprint blueprint) {
            return blueprint.items().stream()
                    .collect(Collectors.toMap(
                            item -> new PartKey(item.house(), item.need(), item.module()),
                            Blueprint.Item::seats,
                            Integer::sum,
                            LinkedHashMap::new));
        }

        private Gantt gantt(Blueprint blueprint) {
            var first = blueprint.items().stream()
                    .map(Blueprint.Item::starts)
                    .min(LocalDate::compareTo)
                    .orElseThrow();
            var last = blueprint.items().stream()
                    .map(Blueprint.Item::ends)
                    .max(LocalDate::compareTo)
                    .orElseThrow();
            var weeks = (int) (ChronoUnit.DAYS.between(first, last) / 7 + 1);
            var days = 7.0 * weeks;
            var step = (weeks + 5) / 6;
            return new Gantt(
                    IntStream.iterate(0, week -> week < weeks, week -> week + step)
                            .mapToObj(week -> new Tick(round(100.0 * week / weeks), brief(first.plusWeeks(week))))
                            .toList(),
                    blueprint.items().stream()
                            .sorted(Comparator.comparing(Blueprint.Item::starts).thenComparing(Blueprint.Item::ends))
                            .map(item -> bar(item, blueprint, first, days))
                            .toList());
        }

        private Bar bar(Blueprint.Item item, Blueprint blueprint, LocalDate first, double days) {
            var need = blueprint.needs().stream()
                    .filter(each -> each.id().equals(item.need()))
                    .findFirst()
                    .orElseThrow();
            return new Bar(
                    competency(need).theme(),
                    title(item.module()),
                    plan.below() ? house(item.house()) : competency(need).name(locale),
                    say("plan.span", brief(item.starts()), brief(item.ends())),
                    day("date.full", item.starts()),
                    day("date.full", item.ends()),
                    item.seats(),
                    round(100 * ChronoUnit.DAYS.between(first, item.starts()) / days),
                    round(Math.max(1.5, 100 * (ChronoUnit.DAYS.between(item.starts(), item.ends()) + 1) / days)),
                    item.ends().isAfter(need.deadline()));
        }

        private static double round(double number) {
            return Math.round(number * 100) / 100.0;
        }

        private List<LoadRow> loads(Blueprint blueprint) {
            var most = blueprint.loads().stream()
                    .mapToInt(Blueprint.Load::minutes)
                    .max()
                    .orElse(1);
            return blueprint.loads().stream()
                    .map(load -> new LoadRow(
                            file.names().getOrDefault(load.person(), say("plan.person.gone")),
                            house(load.house()),
                            hours(load.minutes()),
                            100 * load.minutes() / most))
                    .toList();
        }

        private List<Cost> costs(Blueprint blueprint) {
            return List.of(
                    new Cost(
                            say("plan.cost.time", hours(blueprint.minutes()), assumptions.wage()),
                            money(blueprint.time())),
                    new Cost(say("plan.cost.runs"), money(blueprint.runs())),
                    new Cost(say("plan.cost.total"), money(blueprint.paid())));
        }

        private Competency competency(Blueprint.Ask need) {
            return competencies.find(Competency.Id.of(need.competency()));
        }

        private String house(UUID id) {
            var body = file.bodies().get(id);
            return body == null ? say("plan.house.gone") : name(body);
        }

        private String name(Authority body) {
            return body.nameIn(locale.getLanguage());
        }

        private String title(String module) {
            return titles.getOrDefault(module, module);
        }

        /** Whole hours, or with a half where there are few. */
        private String hours(long minutes) {
            return say("plan.hours", minutes >= 600 ? Math.round(minutes / 60.0) : Math.round(minutes / 6.0) / 10.0);
        }

        private String money(long cents) {
            return say("plan.money", Math.round(cents / 100.0));
        }

        private String brief(LocalDate date) {
            return day("plan.day", date);
        }

        private String day(String code, LocalDate date) {
            return DateTimeFormatter.ofPattern(say(code), locale).format(date);
        }

        private String say(String code, Object... arguments) {
            return Objects.requireNonNull(texts.getMessage(code, arguments, locale));
        }
    }
}
