package eu.includeu.academy.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import eu.includeu.academy.AcademyTest;
import eu.includeu.academy.Visitor;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.reactive.result.method.RequestMappingInfo;

/** Walks every route of the running application as nobody and in each role. */
@AcademyTest
class RoutesTest {

    /** One demo person of each role, none of whom has a second one. */
    private static final Map<Role, String> PEOPLE = Map.of(
            Role.OFFICIAL, "official.karditsa@demo.includ-eu.example",
            Role.TRAINER, "trainer.el@demo.includ-eu.example",
            Role.COORDINATOR, "coordinator.karditsa@demo.includ-eu.example",
            Role.ADMINISTRATOR, "admin.el@demo.includ-eu.example");

    /** Streams that do not end are asked for elsewhere. */
    private static final Set<String> ENDLESS = Set.of("/overview/changes", "/plans/{id}/changes");

    /** A path, how it is asked for, and what its rule names. */
    private record Route(RequestMethod method, String path, Action action) {

        String filledIn() {
            return path.replaceAll("\\{(n|number|lesson)\\}", "1")
                    .replaceAll("\\{[^}]+\\}", UUID.randomUUID().toString());
        }

        boolean isForOneThing() {
            return path.contains("{");
        }

        @Override
        public String toString() {
            return method + " " + path;
        }
    }

    @Autowired
    private RouteRules rules;

    @LocalServerPort
    private int port;

    private final Map<Role, Visitor> signedIn = new HashMap<>();

    @Test
    void everyRouteNamesItsRule() {
        assertThat(rules.getHandlerMethods().values())
                .isNotEmpty()
                .allMatch(handler -> handler.hasMethodAnnotation(May.class));
    }

    @TestFactory
    Stream<DynamicTest> letInWhomTheirRuleNamesAndNobodyElse() {
        return routes().flatMap(route -> Stream.concat(
                Stream.of(dynamicTest(route + " as nobody", () -> asNobody(route))),
                Arrays.stream(Role.values()).map(role -> dynamicTest(route + " as " + role, () -> as(role, route)))));
    }

    private void asNobody(Route route) {
        var page = ask(Visitor.at(port), route);
        if (route.method() == RequestMethod.POST) {
            assertThat(page.status()).as("a form without its token").isEqualTo(403);
        } else if (route.action().isPublic()) {
            assertThat(page.status()).isIn(route.isForOneThing() ? List.of(404, 400) : List.of(200));
        } else {
            assertThat(page.address().getPath()).isEqualTo("/sign-in");
        }
    }

    private void as(Role role, Route route) {
        var may = route.action().isPublic() || route.action().roles().contains(role);
        var page = ask(visitor(role), route);
        if (may) {
            assertThat(page.status())
                    .isIn(
                            route.isForOneThing()
                                    ? List.of(404, 400)
                                    : route.method() == RequestMethod.GET ? List.of(200) : List.of(200, 303, 400, 422));
        } else {
            assertThat(page.status()).isEqualTo(403);
        }
    }

    private Visitor.Page ask(Visitor visitor, Route route) {
        if (route.method() == RequestMethod.GET) {
            return visitor.get(route.filledIn());
        }
        return visitor.send(new Visitor.Form(route.filledIn(), tokens(visitor)));
    }

    private static List<Map.Entry<String, String>> tokens(Visitor visitor) {
        var token = visitor.get("/check").html().select("meta[name=csrf-token]").attr("content");
        return token.isEmpty() ? List.of() : List.of(Map.entry("_csrf", token));
    }

    private Visitor visitor(Role role) {
        return signedIn.computeIfAbsent(
                role, wanted -> Visitor.signedIn(port, java.util.Objects.requireNonNull(PEOPLE.get(wanted))));
    }

    private Stream<Route> routes() {
        return rules.getHandlerMethods().entrySet().stream()
                .flatMap(entry -> routes(entry.getKey(), entry.getValue()))
                .filter(route -> !ENDLESS.contains(route.path()))
                .sorted(java.util.Comparator.comparing(Route::toString));
    }

    private static Stream<Route> routes(RequestMappingInfo mapping, HandlerMethod handler) {
        var action = java.util.Objects.requireNonNull(handler.getMethodAnnotation(May.class))
                .value();
        return mapping.getMethodsCondition().getMethods().stream()
                .flatMap(method -> mapping.getPatternsCondition().getPatterns().stream()
                        .map(pattern -> new Route(method, pattern.getPatternString(), action)));
    }
}
