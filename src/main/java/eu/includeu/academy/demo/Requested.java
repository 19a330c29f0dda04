package eu.includeu.academy.demo;

import eu.includeu.academy.accounts.Role;
import eu.includeu.academy.authorities.ListedBody;
import eu.includeu.academy.demo.story.Dice;
import eu.includeu.academy.demo.story.History;
import eu.includeu.academy.demo.story.Person;
import eu.includeu.academy.demo.story.Plight;
import eu.includeu.academy.platform.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What bodies of the demo have asked trainers for in their own words, each at another stage. */
final class Requested {

    /**
     * A request with what was said to it, step by step.
     *
     * @param about the competency of the open need that it is about, or null
     */
    private record Wish(
            String body,
            String language,
            int ago,
            String subject,
            String text,
            @Nullable String about,
            List<Said> steps) {}

    /** A step: what it was, by whom if not by a trainer, and the words. */
    private record Said(String event, String became, int ago, String words) {}

    private static final List<Wish> WISHES = List.of(
            new Wish(
                    "karditsa",
                    "el",
                    4,
                    "Γονείς που δεν διαβάζουν",
                    "Στα γραφεία μας έρχονται γονείς που δεν διαβάζουν σε καμία γλώσσα. Εννέα συνάδελφοι χρειάζεται να μάθουν"
                            + " πώς εξηγείται μια εγγραφή χωρίς γραπτό κείμενο, πριν ανοίξουν οι εγγραφές του Μαΐου.",
                    null,
                    List.of()),
            new Wish(
                    "karditsa",
                    "el",
                    40,
                    "Διερμηνεία από το τηλέφωνο",
                    "Δουλεύουμε με διερμηνείς μόνο από το τηλέφωνο. Χρειαζόμαστε μια άσκηση με πραγματικές συνομιλίες.",
                    "XCU-2",
                    List.of(new Said(
                            "match",
                            "matched",
                            36,
                            "Το δεύτερο μάθημα είναι ακριβώς γι’ αυτό και έχει δύο συνομιλίες από το τηλέφωνο."))),
            new Wish(
                    "tarragona",
                    "es",
                    25,
                    "Explicar una denegación",
                    "Siete personas del servicio de vivienda tienen que explicar denegaciones a familias recién llegadas."
                            + " Falta una práctica sobre cómo decir que no y qué se puede hacer después.",
                    "HOU-2",
                    List.of(new Said(
                            "accept",
                            "accepted",
                            18,
                            "Preparo una sesión de dos horas con casos reales. Propondré fechas en enero."))),
            new Wish(
                    "tilburg",
                    "nl",
                    130,
                    "Mondelinge uitleg van brieven",
                    "Onze baliemedewerkers leggen dagelijks brieven uit. Zij willen oefenen met korte zinnen.",
                    null,
                    List.of(
                            new Said("accept", "accepted", 124, "Dat doe ik graag, in een middag op uw kantoor."),
                            new Said("schedule", "scheduled", 120, "Op een dinsdag, van één tot vijf."),
                            new Said("deliver", "delivered", 80, "Er waren elf mensen. De kaartjes blijven bij u."),
                            new Said(
                                    "close",
                                    "closed",
                                    60,
                                    "De balie gebruikt de kaartjes elke dag; er wordt minder teruggebeld."))),
            new Wish(
                    "bologna",
                    "it",
                    70,
                    "Corso di arabo per gli sportelli",
                    "Vorremmo che chi lavora agli sportelli imparasse le basi dell’arabo.",
                    null,
                    List.of(new Said(
                            "decline",
                            "declined",
                            66,
                            "L’accademia non insegna lingue. Un modulo sul lavoro con interpreti è in biblioteca."))),
            new Wish(
                    "celje",
                    "sl",
                    9,
                    "Prvi dan v šoli",
                    "Pet svetovalk želi vedeti, kako pripraviti prvi šolski dan otroka, ki še ne govori slovensko.",
                    null,
                    List.of()));

    private final Rows requests = new Rows(
            "requests.request",
            "authority, id, subject, text, language, need, competency, level, state, module, day, asked, asked_by, version");
    private final Rows steps = new Rows(
            "requests.step", "authority, request, ordinal, event, was, became, actor, byline, at, said, command");

    private final long seed;
    private final History history;
    private final Map<String, ListedBody> bodies;

    private Requested(long seed, History history) {
        this.seed = seed;
        this.history = history;
        this.bodies = ListedBody.all().stream().collect(Collectors.toMap(ListedBody::key, Function.identity()));
    }

    static List<Rows> rows(long seed, History history) {
        var requested = new Requested(seed, history);
        WISHES.forEach(requested::ask);
        return List.of(requested.requests, requested.steps);
    }

    private void ask(Wish wish) {
        var body = bodies.get(wish.body());
        var coordinator = coordinator(wish.body());
        if (body == null || coordinator.isEmpty()) {
            return;
        }
        var id = new Dice(seed, "request " + wish.subject()).id();
        var need = need(wish);
        var said = wish.steps();
        var state = said.isEmpty() ? "open" : said.get(said.size() - 1).became();
        requests.add(
                body.authority().id(),
                id,
                wish.subject(),
                wish.text(),
                wish.language(),
                need == null ? null : need.need().id(),
                need == null ? null : need.need().terms().competency(),
                need == null ? null : need.need().terms().target(),
                state,
                state.equals("matched") ? "working-with-interpreters" : null,
                said.size() > 1 ? day(-82) : null,
                ago(wish.ago()),
                coordinator.get().id(),
                said.size() + 1);
        step(body, id, 1, new Said("ask", "open", wish.ago(), wish.text()), "open", coordinator.get(), null);
        var was = "open";
        for (var at = 0; at < said.size(); at++) {
            var step = said.get(at);
            var trainer = trainer(wish.language());
            var closing = step.event().equals("close");
            step(body, id, at + 2, step, was, closing ? coordinator.get() : trainer, closing ? null : trainer.name());
            was = step.became();
        }
    }

    private void step(
            ListedBody body, UUID request, int ordinal, Said said, String was, Person actor, @Nullable String byline) {
        steps.add(
                body.authority().id(),
                request,
                ordinal,
                said.event(),
                was,
                said.became(),
                actor.id(),
                byline,
                ago(said.ago()),
                said.words(),
                new Dice(seed, "step " + request + ordinal).id());
    }

    private @Nullable Plight need(Wish wish) {
        return history.plights().stream()
                .filter(plight -> plight.body().key().equals(wish.body())
                        && plight.need().state().open()
                        && plight.need().terms().competency().toString().equals(wish.about()))
                .findFirst()
                .orElse(null);
    }

    private Optional<Person> coordinator(String body) {
        return history.staff().all(Role.COORDINATOR).stream()
                .filter(person -> person.body().key().equals(body))
                .findFirst();
    }

    /** One who speaks the language, else any. */
    private Person trainer(String language) {
        var all = history.staff().all(Role.TRAINER);
        return all.stream()
                .filter(person -> person.language().equals(language))
                .findFirst()
                .orElse(all.get(0));
    }

    private Instant ago(int days) {
        return day(-days).atTime(9, 30).atZone(Clock.ZONE).toInstant();
    }

    private LocalDate day(int from) {
        return history.period().today().plusDays(from);
    }
}
