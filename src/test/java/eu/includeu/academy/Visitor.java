package eu.includeu.academy;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.FormElement;

/** Somebody with a browser that knows no scripts: follows links, fills in forms, keeps the cookie. */
public final class Visitor {

    /** The password of all demo people. */
    public static final String PASSWORD = "market-square-2026";

    private final String site;
    private final CookieManager cookies = new CookieManager();
    private final HttpClient http;
    private final HttpClient straight;

    /** An answer: its status, its address after redirects, and its text. */
    public record Page(int status, URI address, String text, Map<String, List<String>> headers) {

        public Document html() {
            return Jsoup.parse(text, address.toString());
        }

        /** The first form that a CSS selector finds, as a map of what it would send. */
        public Form form(String selector) {
            var form = (FormElement) html().selectFirst(selector);
            if (form == null) {
                throw new AssertionError("No form " + selector + " on " + address + ":\n" + html().text());
            }
            return new Form(
                    form.absUrl("action"),
                    form.formData().stream()
                            .map(field -> Map.entry(field.key(), field.value()))
                            .collect(Collectors.toCollection(ArrayList::new)));
        }
    }

    /** A form with what stands in it. */
    public record Form(String action, List<Map.Entry<String, String>> fields) {

        /** Puts a value in place of whatever the field holds. */
        public Form with(String name, String... values) {
            var changed = new ArrayList<>(fields);
            changed.removeIf(field -> field.getKey().equals(name));
            for (var value : values) {
                changed.add(Map.entry(name, value));
            }
            return new Form(action, changed);
        }

        /** What the field holds; the first if it holds several. */
        public String value(String name) {
            return fields.stream()
                    .filter(field -> field.getKey().equals(name))
                    .map(Map.Entry::getValue)
                    .findFirst()
                    .orElse("");
        }

        String encoded() {
            return fields.stream()
                    .map(field -> encode(field.getKey()) + "=" + encode(field.getValue()))
                    .collect(Collectors.joining("&"));
        }

        private static String encode(String text) {
            return URLEncoder.encode(text, StandardCharsets.UTF_8);
        }
    }

    /** What came back, unfollowed; the status is 0 when the line broke before the answer was whole. */
    public record Told(int status, Map<String, List<String>> headers, String text) {

        static final Told NOTHING = new Told(0, Map.of(), "");

        public String header(String name) {
            return headers.getOrDefault(name, List.of("")).get(0);
        }
    }

    private Visitor(String site) {
        this.site = site;
        this.http = browser(cookies).followRedirects(HttpClient.Redirect.NORMAL).build();
        this.straight = browser(cookies)
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
    }

    private static HttpClient.Builder browser(CookieManager cookies) {
        return HttpClient.newBuilder().cookieHandler(cookies).connectTimeout(Duration.ofSeconds(10));
    }

    public static Visitor at(int port) {
        return new Visitor("http://localhost:" + port);
    }

    /** Signs in and stands on the start page. */
    public static Visitor signedIn(int port, String email) {
        var visitor = at(port);
        var page = visitor.send(visitor.get("/sign-in")
                .form("form[action*=sign-in]")
                .with("email", email)
                .with("password", PASSWORD));
        if (page.status() != 200 || page.address().getPath().equals("/sign-in")) {
            throw new AssertionError(email + " was not let in: " + page.status() + " "
                    + page.html().text());
        }
        return visitor;
    }

    public Page get(String path) {
        return ask(HttpRequest.newBuilder(at(path)).GET());
    }

    /** Sends a form by POST. */
    public Page send(Form form) {
        return ask(HttpRequest.newBuilder(at(form.action()))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form.encoded())));
    }

    /** Sends an answer as the page's script does; whether it was acknowledged. A broken line is no acknowledgement. */
    public boolean acknowledged(Form answer) {
        try {
            var request = HttpRequest.newBuilder(at(answer.action()))
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .header("Accept", "application/json")
                    .timeout(Duration.ofSeconds(10))
                    .POST(HttpRequest.BodyPublishers.ofString(answer.encoded()))
                    .build();
            return http.send(request, HttpResponse.BodyHandlers.ofString()).statusCode() == 200;
        } catch (IOException | InterruptedException broken) {
            return false;
        }
    }

    /** Sends a form as the page's script does, and tells what came back, whatever it was. */
    public Told tell(Form form, Duration patience) {
        return straight(HttpRequest.newBuilder(at(form.action()))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Accept", "application/json")
                .timeout(patience)
                .POST(HttpRequest.BodyPublishers.ofString(form.encoded())));
    }

    /** Asks for a page, and tells what came back, whatever it was. */
    public Told look(String path, Duration patience) {
        return straight(HttpRequest.newBuilder(at(path))
                .header("Accept", "text/html, */*;q=0.5")
                .timeout(patience));
    }

    /** What is sent with each request to say who asks, for askers of another make. */
    public String cookie() {
        return cookies.getCookieStore().getCookies().stream()
                .map(cookie -> cookie.getName() + "=" + cookie.getValue())
                .collect(Collectors.joining("; "));
    }

    /**
     * How an event stream went.
     *
     * @param status that it began with, or 0 if it never did
     * @param ended whether the server ended it, as opposed to a line that broke
     */
    public record Watched(int status, boolean ended) {}

    /** Reads an event stream until it ends. */
    public Watched watch(String path, Runnable begun) {
        var request = HttpRequest.newBuilder(at(path))
                .header("Accept", "text/event-stream")
                .build();
        var status = new AtomicInteger();
        try {
            straight.send(request, answer -> {
                status.set(answer.statusCode());
                begun.run();
                return HttpResponse.BodySubscribers.discarding();
            });
            return new Watched(status.get(), true);
        } catch (IOException broken) {
            return new Watched(status.get(), false);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return new Watched(status.get(), false);
        }
    }

    private Told straight(HttpRequest.Builder request) {
        try {
            var answer = straight.send(request.build(), HttpResponse.BodyHandlers.ofString());
            return new Told(answer.statusCode(), answer.headers().map(), answer.body());
        } catch (IOException broken) {
            return Told.NOTHING;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return Told.NOTHING;
        }
    }

    /** Posts a body as it is. */
    public Page post(String path, String contentType, byte[] body) {
        return ask(HttpRequest.newBuilder(at(path))
                .header("Content-Type", contentType)
                .POST(HttpRequest.BodyPublishers.ofByteArray(body)));
    }

    /** The bytes behind a link, such as a PDF. */
    public HttpResponse<byte[]> download(String path) {
        try {
            return http.send(HttpRequest.newBuilder(at(path)).build(), HttpResponse.BodyHandlers.ofByteArray());
        } catch (IOException | InterruptedException failed) {
            throw new AssertionError(failed);
        }
    }

    /** The lines of a page that never ends, as they come. */
    public Stream<String> lines(String path) {
        try {
            return http.send(HttpRequest.newBuilder(at(path)).build(), HttpResponse.BodyHandlers.ofLines())
                    .body();
        } catch (IOException | InterruptedException failed) {
            throw new AssertionError(failed);
        }
    }

    private Page ask(HttpRequest.Builder request) {
        try {
            var answer = sent(request.header("Accept", "text/html")
                    .timeout(Duration.ofSeconds(10))
                    .build());
            return new Page(
                    answer.statusCode(),
                    answer.uri(),
                    answer.body(),
                    answer.headers().map());
        } catch (HttpTimeoutException late) {
            throw new AssertionError("No answer came. " + Threads.busy(), late);
        } catch (IOException | InterruptedException failed) {
            throw new AssertionError(failed);
        }
    }

    /** Asks once more, as browsers do, when a kept connection turns out to be closed before a byte of the answer came. */
    private HttpResponse<String> sent(HttpRequest request) throws IOException, InterruptedException {
        try {
            return http.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException closed) {
            if (!String.valueOf(closed.getMessage()).contains("received no bytes")) {
                throw closed;
            }
            return http.send(request, HttpResponse.BodyHandlers.ofString());
        }
    }

    private URI at(String path) {
        return URI.create(path.startsWith("http") ? path : site + path);
    }
}
