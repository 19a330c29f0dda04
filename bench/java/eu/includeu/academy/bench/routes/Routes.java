package eu.includeu.academy.bench.routes;

import eu.includeu.academy.bench.load.Call;
import eu.includeu.academy.bench.load.Reply;
import eu.includeu.academy.bench.load.Walk;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/** The routes that are measured, with the people of a world to walk them. */
final class Routes {

    /** The password of all people whom a generator made. */
    static final String PASSWORD = "market-square-2026";

    private static final int PEOPLE = 512;
    private static final int REGIONS = 16;

    private final Crowd crowd;
    private final int connections;

    Routes(Crowd crowd, int connections) {
        this.crowd = crowd;
        this.connections = connections;
    }

    /** Every route, those that change nothing first. */
    List<Route> all() throws SQLException {
        var readers = crowd.readers(PEOPLE);
        var chief = crowd.chief();
        var needing = crowd.needing(PEOPLE);
        var numbers = List.copyOf(crowd.certificates(PEOPLE).keySet());
        var papers = crowd.papers(64);
        var modules = crowd.modules();
        var emails = crowd.emails(PEOPLE);
        return List.of(
                new Route(
                        "home",
                        "select",
                        walks(readers, reader -> reader.person().get("/"), Routes::isOfSomebody)),
                lesson(readers),
                pages("module", readers, new Turn<>(modules, Routes::module)),
                pages(
                        "library",
                        readers,
                        new Turn<>(
                                List.of("/library?q=hous", "/library?q=rights", "/library?theme=labour", "/library"),
                                (reader, path) -> reader.person().get(path))),
                pages("overview", crowd.regional(REGIONS), one -> one.get("/overview")),
                pages("overview of all", List.of(chief), one -> one.person().get("/overview")),
                pages("people", List.of(chief), one -> one.person().get("/authorities/" + one.below())),
                pages("need", needing, one -> one.person().get("/needs/" + one.need())),
                pages("check", numbers, number -> Call.get("/check?number=" + number)),
                new Route(
                        "pdf",
                        "text",
                        walks(
                                papers,
                                paper -> paper.person().get("/certificates/" + paper.enrolment() + ".pdf"),
                                reply -> reply.status() == 200 && reply.body().startsWith("%PDF"))),
                new Route("sign-in", "text", signIns(emails)));
    }

    /** Saving an answer, again and again, each time under a new key. */
    Route answer(List<Papers.Asked> asked) {
        return new Route(
                "answer",
                "insert",
                IntStream.range(0, Math.min(connections, asked.size()))
                        .mapToObj(at -> (Walk) new Answering(asked.get(at)))
                        .toList());
    }

    /** Whole attempts. */
    Route attempt(List<Attempting.Candidate> candidates) {
        var slice = Math.max(1, candidates.size() / connections);
        return new Route(
                "attempt",
                "insert",
                IntStream.range(0, Math.min(connections, candidates.size()))
                        .mapToObj(at -> (Walk) new Attempting(candidates.subList(at * slice, (at + 1) * slice)))
                        .toList(),
                crowd::letThemSitAgain);
    }

    /** The lesson alone. */
    Route lesson() throws SQLException {
        return lesson(crowd.readers(PEOPLE));
    }

    /** A lesson that was opened before, which is how most lessons are asked for: the way back, the reload, the next day. */
    private Route lesson(List<Crowd.Reader> readers) {
        return pages(
                "lesson", readers, reader -> reader.person().get("/enrolments/" + reader.enrolment() + "/lessons/1"));
    }

    private <T> Route pages(String name, List<T> who, Function<T, Call> call) {
        return new Route(name, "select", walks(who, call, Routes::isPage));
    }

    /** Each connection takes every so-many-th, so that all are asked for and none by two at once. */
    private <T> List<Walk> walks(List<T> who, Function<T, Call> call, Predicate<Reply> accepts) {
        return IntStream.range(0, connections)
                .mapToObj(at -> {
                    var turn = new AtomicInteger(at);
                    return Walk.of(
                            () -> call.apply(who.get(Math.floorMod(turn.getAndAdd(connections), who.size()))), accepts);
                })
                .toList();
    }

    private List<Walk> signIns(List<String> emails) {
        var walks = new ArrayList<Walk>();
        for (var at = 0; at < connections; at++) {
            walks.add(new SigningIn(emails, at, connections));
        }
        return walks;
    }

    private static Call module(Crowd.Reader reader, String module) {
        return reader.person().get("/modules/" + module);
    }

    /** A page of somebody who is signed in: a visitor's start page would be right, and quicker. */
    private static boolean isOfSomebody(Reply reply) {
        return isPage(reply) && reply.body().contains("action=\"/sign-out\"");
    }

    private static boolean isPage(Reply reply) {
        return reply.status() == 200
                && reply.body().contains("</main>")
                && reply.body().endsWith("</html>\n");
    }

    /** Goes round a list, whoever asks. */
    private record Turn<A, B>(List<B> things, java.util.function.BiFunction<A, B, Call> call, AtomicInteger turn)
            implements Function<A, Call> {

        Turn(List<B> things, java.util.function.BiFunction<A, B, Call> call) {
            this(things, call, new AtomicInteger());
        }

        @Override
        public Call apply(A who) {
            return call.apply(who, things.get(Math.floorMod(turn.getAndIncrement(), things.size())));
        }
    }

    /** One person who answers one question again and again. */
    private record Answering(Papers.Asked asked) implements Walk {

        @Override
        public Call next() {
            return asked.question().answered(asked.person());
        }

        @Override
        public boolean accepts(Reply reply) {
            return asked.question().isKept(reply);
        }
    }

    /** Opens the page of signing in, and signs in; both together count as one. */
    private static final class SigningIn implements Walk {

        private final List<String> emails;
        private final int step;
        private int at;
        private String cookie = "";
        private String token = "";
        private boolean asking;

        SigningIn(List<String> emails, int at, int step) {
            this.emails = emails;
            this.at = at;
            this.step = step;
        }

        @Override
        public Call next() {
            asking = !asking;
            return asking
                    ? Call.get("/sign-in")
                    : Call.post(
                            "/sign-in",
                            Map.of("Cookie", cookie, "Accept", "text/html"),
                            "_csrf=" + encode(token) + "&email=" + encode(email()) + "&password=" + encode(PASSWORD));
        }

        @Override
        public boolean accepts(Reply reply) {
            if (asking) {
                cookie = String.valueOf(reply.header("set-cookie")).split(";")[0];
                var body = reply.body();
                var from = body.indexOf("name=\"_csrf\" value=\"") + 20;
                token = body.substring(from, body.indexOf('"', from));
                return reply.status() == 200;
            }
            return reply.status() == 303
                    && !String.valueOf(reply.header("location")).contains("sign-in");
        }

        @Override
        public boolean counts() {
            return !asking;
        }

        private String email() {
            at += step;
            return emails.get(Math.floorMod(at, emails.size()));
        }

        private static String encode(String text) {
            return URLEncoder.encode(text, StandardCharsets.UTF_8);
        }
    }
}
