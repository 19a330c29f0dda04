package eu.includeu.academy.demo;

import eu.includeu.academy.authorities.ListedBody;
import eu.includeu.academy.demo.story.Dice;
import eu.includeu.academy.demo.story.History;
import eu.includeu.academy.exchange.Visit;
import eu.includeu.academy.platform.Clock;
import eu.includeu.academy.platform.JsonText;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The exchange of the demo: on what terms bodies take part, what they tell of, a visit that is over and one that is about
 * to be. Who should visit whom is worked out by the academy itself, from a round that is asked for here.
 */
final class Exchanged {

    /** What a body tells of. */
    private record Told(String body, String competency, String title, String summary) {}

    private static final List<Told> PRACTICES = List.of(
            new Told(
                    "tarragona",
                    "HOU-2",
                    "Points that everybody can read",
                    "The points by which social housing is allocated stand on one page, in five languages, beside the form."
                            + " Complaints about the order fell by half in the first year. Keeping the translations up to date"
                            + " takes two days a quarter; the first version had too many legal words and had to be rewritten."),
            new Told(
                    "tilburg",
                    "XCU-2",
                    "An interpreter by telephone at every desk",
                    "Every desk can call an interpreter within four minutes. Staff were trained for half a day in short"
                            + " sentences and in checking that both sides mean the same. Video was tried first and given up,"
                            + " because the line was not steady enough."),
            new Told(
                    "trikala",
                    "EDU-1",
                    "A place in school within ten days",
                    "One officer follows each child from registration to the first lesson and reports to the school board"
                            + " every Friday. It took three months until all schools sent their free places in time."),
            new Told(
                    "bologna",
                    "XCU-4",
                    "Statuses on one card",
                    "A folded card tells front desks which papers give which rights, renewed when the law changes. The first"
                            + " edition was too small to read; the second is what colleagues keep beside the screen."));

    private final Rows members =
            new Rows("exchange.member", "authority, hosts, visits, interpreter, changed_by, changed");
    private final Rows practices =
            new Rows("exchange.practice", "authority, id, competency, title, summary, author, submitted, published");
    private final Rows rounds = new Rows("exchange.round", "way, asked");
    private final Rows visits = new Rows(
            "exchange.visit",
            "id, guest, host, reasons, state, guest_yes, host_yes, proposed, starts, ends, people, questions, report, version");
    private final Rows events = new Rows("exchange.visit_event", "visit, ordinal, event, was, became, side, actor, at");

    private final long seed;
    private final History history;
    private final JsonText json;
    private final Map<String, ListedBody> bodies;

    private Exchanged(long seed, History history, JsonText json) {
        this.seed = seed;
        this.history = history;
        this.json = json;
        this.bodies = ListedBody.all().stream().collect(Collectors.toMap(ListedBody::key, Function.identity()));
    }

    static List<Rows> rows(long seed, History history, JsonText json) {
        var exchanged = new Exchanged(seed, history, json);
        exchanged.bodies.values().stream()
                .filter(body -> !history.staff().officials(body.key()).isEmpty())
                .sorted(Comparator.comparing(ListedBody::key))
                .forEach(exchanged::join);
        PRACTICES.forEach(exchanged::tell);
        exchanged.visited();
        exchanged.agreed();
        exchanged.rounds.add("worth", exchanged.ago(0));
        return List.of(exchanged.members, exchanged.practices, exchanged.rounds, exchanged.visits, exchanged.events);
    }

    private void join(ListedBody body) {
        var dice = new Dice(seed, "exchange " + body.key());
        members.add(
                body.authority().id(),
                1 + dice.between(0, 2),
                1 + dice.between(0, 1),
                dice.happens(0.3),
                coordinator(body.key()),
                ago(120));
    }

    private void tell(Told told) {
        practices.add(
                body(told.body()).authority().id(),
                new Dice(seed, "practice " + told.title()).id(),
                told.competency(),
                told.title(),
                told.summary(),
                coordinator(told.body()),
                ago(60),
                ago(50));
    }

    /** One that is over, with its report. */
    private void visited() {
        var report = new Visit.Report(
                List.of(
                        "By points that are published, and a second officer who checks each list.",
                        "In the language of the household, on the day of the decision."),
                "Publishing the points for the next round of lettings.",
                "There is no common register of requests at home; each company keeps its own.",
                "The housing committee and the two housing companies.");
        visit(
                "trikala",
                "tarragona",
                reasons("HOU-2", 1, 14, 30, true),
                "closed",
                150,
                day(-70),
                "How do you rank the people who apply?\nHow do you tell them why they were refused?",
                json.write(report).asString(),
                List.of("accept", "accept", "schedule", "hold", "close"));
    }

    /** One of which the dates are set. */
    private void agreed() {
        visit(
                "celje",
                "tilburg",
                reasons("XCU-2", 0, 12, 28, true),
                "scheduled",
                40,
                day(21),
                "How long does a call to an interpreter take?\nWho pays for it?\nWhat did staff find hard?",
                null,
                List.of("accept", "accept", "schedule"));
    }

    private static Visit.Reasons reasons(String competency, int guests, int holders, int staff, boolean practice) {
        return new Visit.Reasons(
                List.of(new Visit.Reasons.Topic(competency, 4, holders, staff, guests, 24, practice)), "en", 1900, 1.1);
    }

    private void visit(
            String guest,
            String host,
            Visit.Reasons reasons,
            String state,
            int ago,
            LocalDate starts,
            String questions,
            @Nullable String report,
            List<String> steps) {
        var id = new Dice(seed, "visit " + guest + " " + host).id();
        visits.add(
                id,
                body(guest).authority().id(),
                body(host).authority().id(),
                json.write(reasons).asString(),
                state,
                true,
                true,
                ago(ago),
                starts,
                starts.plusDays(2),
                2,
                questions,
                report,
                steps.size() + 1);
        events.add(id, 1, "propose", "proposed", "proposed", null, null, ago(ago));
        var was = "proposed";
        for (var at = 0; at < steps.size(); at++) {
            var became = became(steps.get(at), at);
            var side = at == 1 ? "host" : "guest";
            events.add(
                    id,
                    at + 2,
                    steps.get(at),
                    was,
                    became,
                    side,
                    coordinator(side.equals("host") ? host : guest),
                    ago(ago - 3 * at - 2));
            was = became;
        }
    }

    private static String became(String step, int at) {
        return switch (step) {
            case "accept" -> at == 0 ? "proposed" : "agreed";
            case "schedule" -> "scheduled";
            case "hold" -> "held";
            default -> "closed";
        };
    }

    private ListedBody body(String key) {
        return Objects.requireNonNull(bodies.get(key));
    }

    private UUID coordinator(String key) {
        return history.staff().coordinator(key).id();
    }

    private Instant ago(int days) {
        return day(-days).atTime(9, 30).atZone(Clock.ZONE).toInstant();
    }

    private LocalDate day(int from) {
        return history.period().today().plusDays(from);
    }
}
