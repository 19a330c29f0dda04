package eu.includeu.academy.bench.routes;

import eu.includeu.academy.bench.load.Call;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;

/** Begins attempts, so that there are questions to answer. */
final class Papers {

    /** A question and whose it is. */
    record Asked(Person person, Attempting.Question question) {}

    private final HttpClient http = HttpClient.newHttpClient();
    private final int port;

    Papers(int port) {
        this.port = port;
    }

    /** The first question of each of so many new attempts. */
    List<Asked> begin(List<Attempting.Candidate> candidates, int most) throws IOException, InterruptedException {
        var asked = new ArrayList<Asked>();
        for (var candidate : candidates) {
            if (asked.size() < most) {
                var begun = send(candidate.person().post("/enrolments/" + candidate.enrolment() + "/attempts", ""));
                var paper = begun.headers().firstValue("location").orElse("/");
                var page = send(candidate.person().get(URI.create(paper).getPath()));
                Attempting.Question.on(page.body()).stream()
                        .findFirst()
                        .ifPresent(question -> asked.add(new Asked(candidate.person(), question)));
            }
        }
        if (asked.isEmpty()) {
            throw new IllegalStateException("Nobody could begin an attempt");
        }
        return asked;
    }

    /** How large an answer is as browsers ask for it, compressed. */
    double kilobytes(Call call) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + call.path()))
                .header("Accept-Encoding", "gzip");
        call.headers().forEach(request::header);
        return http.send(request.build(), HttpResponse.BodyHandlers.ofByteArray())
                        .body()
                        .length
                / 1e3;
    }

    private HttpResponse<String> send(Call call) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + call.path()));
        call.headers().forEach(request::header);
        return http.send(
                call.body() == null
                        ? request.GET().build()
                        : request.header("Content-Type", "application/x-www-form-urlencoded")
                                .POST(HttpRequest.BodyPublishers.ofString(call.body()))
                                .build(),
                HttpResponse.BodyHandlers.ofString());
    }
}
