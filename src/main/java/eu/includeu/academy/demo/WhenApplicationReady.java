package eu.includeu.academy.demo;

import eu.includeu.academy.authorities.ListedBody;
import eu.includeu.academy.demo.story.Lists;
import eu.includeu.academy.demo.story.Recruiting;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** Says where the academy is to be found, and as whom one can sign in to the demo. */
@Component
class WhenApplicationReady {

    private static final Logger log = LoggerFactory.getLogger(WhenApplicationReady.class);

    private final Demo demo;
    private final Environment environment;

    WhenApplicationReady(Demo demo, Environment environment) {
        this.demo = demo;
        this.environment = environment;
    }

    @EventListener(ApplicationReadyEvent.class)
    void announce() {
        var address = "http://localhost:" + environment.getProperty("local.server.port", "8080");
        log.info(demo.isPresent() ? invitation(address) : "The academy is open at {}", address);
    }

    private static String invitation(String address) {
        var bodies = ListedBody.all().stream().collect(Collectors.toMap(ListedBody::key, body -> body.authority()
                .nameIn("en")));
        var people = Lists.read("demo/people.csv").stream()
                .map(row -> "  %-52s %-14s %s"
                        .formatted(
                                row.getField("address") + Recruiting.DOMAIN,
                                row.getField("role").toLowerCase(Locale.ROOT),
                                bodies.get(row.getField("body"))))
                .collect(Collectors.joining("\n"));
        return String.join(
                "\n",
                List.of(
                        "",
                        "",
                        "  The academy is open at " + address,
                        "",
                        "  It shows a demo: the authorities are real, the people and what they did are invented.",
                        "  All of them have the password " + Demo.PASSWORD,
                        "",
                        people,
                        ""));
    }
}
