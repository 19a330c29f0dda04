package eu.includeu.academy.accounts;

import eu.includeu.academy.platform.Languages;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * What every page shows around its content: who is here, where one can go, and in which language.
 *
 * @param language the language of the page
 * @param languages the switch; each leads to the same page
 * @param mode system, light or dark
 * @param me who is signed in, or null
 * @param nav where this person can go
 * @param csrfToken the masked token for scripts, or null for a visitor
 * @param path of the page, without its query
 */
public record House(
        String language,
        List<Switch> languages,
        String mode,
        @Nullable Person me,
        List<Way> nav,
        @Nullable String csrfToken,
        String csrfHeader,
        String path) {

    /** So many stand side by side at the thumb on phones. */
    private static final int AT_THE_THUMB = 5;

    /** The signed-in person, as the masthead shows it. */
    public record Person(String name, String initials) {}

    /** A language and the address of this same page in it. */
    public record Switch(String tag, String name, String href, boolean current) {}

    /** A place to go; its name is the message {@code nav.<key>}. */
    public record Way(String key, String href, String icon, boolean current) {}

    /**
     * Where a page is.
     *
     * @param query as it came, or null
     */
    record Address(String path, @Nullable String query) {

        static Address of(ServerHttpRequest request) {
            return new Address(request.getPath().value(), request.getURI().getRawQuery());
        }

        /** The same with other words in it. */
        Address with(UnaryOperator<String> change) {
            return new Address(change.apply(path), query == null ? null : change.apply(query));
        }

        /** The same page in this language. */
        String in(String language) {
            return query == null
                    ? path + "?language=" + language
                    : UriComponentsBuilder.fromPath(path)
                            .query(query)
                            .replaceQueryParam("language", language)
                            .build(true)
                            .toUriString();
        }
    }

    /** From which way on, counted from 0, phones keep them behind "More", which takes one of the places. */
    public int firstBehindMore() {
        return nav.size() > AT_THE_THUMB ? AT_THE_THUMB - 1 : nav.size();
    }

    /** Whether the page is one of those. */
    public boolean isBehindMore() {
        return nav.stream().skip(firstBehindMore()).anyMatch(Way::current);
    }

    static House of(String language, @Nullable Account me, @Nullable String csrfToken, Address address) {
        var path = address.path();
        return new House(
                language,
                Languages.ALL.stream()
                        .map(tag -> new Switch(tag, Languages.nameOf(tag), address.in(tag), tag.equals(language)))
                        .toList(),
                me == null ? "system" : me.mode(),
                me == null ? null : new Person(me.name(), me.initials()),
                ways(me, path),
                csrfToken,
                "X-CSRF-TOKEN",
                path);
    }

    private static List<Way> ways(@Nullable Account me, String path) {
        var ways = new ArrayList<Way>();
        if (me == null) {
            ways.add(way("library", "/library", "library", path));
            ways.add(way("map", "/map", "map", path));
            return List.copyOf(ways);
        }
        if (me.is(Role.COORDINATOR)) {
            ways.add(way("overview", "/overview", "chart-no-axes-column", path));
            ways.add(way("authorities", "/authorities", "building-2", path));
            ways.add(way("needs", "/needs", "list-checks", path));
            ways.add(way("plans", "/plans", "calendar", path));
            ways.add(way("completions", "/reviews", "inbox", path));
        }
        if (me.is(Role.TRAINER)) {
            ways.add(way("modules", "/drafts", "pencil", path));
            ways.add(way("demand", "/demand", "inbox", path));
        }
        if (ways.isEmpty() && me.is(Role.OFFICIAL)) {
            ways.add(way("learn", "/", "book-open", path));
        }
        ways.add(way("library", "/library", "library", path));
        if (!me.is(Role.COORDINATOR) && me.is(Role.OFFICIAL)) {
            ways.add(way("authority", "/authorities/" + me.authority(), "handshake", path));
        }
        if (me.is(Role.ADMINISTRATOR)) {
            if (!me.is(Role.COORDINATOR)) {
                ways.add(way("peers", "/peers", "handshake", path));
            }
            ways.add(way("map", "/map", "map", path));
        }
        return List.copyOf(ways);
    }

    private static Way way(String key, String href, String icon, String path) {
        var current = href.equals("/") ? path.equals("/") : path.equals(href) || path.startsWith(href + "/");
        return new Way(key, href, icon, current);
    }
}
