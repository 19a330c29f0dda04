package eu.includeu.academy.needs;

import static org.assertj.core.api.Assertions.assertThat;

import eu.includeu.academy.AcademyTest;
import eu.includeu.academy.Visitor;
import eu.includeu.academy.capacity.Town;
import eu.includeu.academy.platform.Clock;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.env.Environment;
import org.springframework.test.context.TestPropertySource;

/** A region hands in the needs it has collected, mends what was wrong, and declares them, through the whole application. */
@AcademyTest
@TestPropertySource(properties = "academy.trial=capacity")
class ImportJourneyTest {

    private static final String HEADING =
            "authority;competency;target;staff;deadline;current;languages;weight;reason\n";

    @LocalServerPort
    private int port;

    @Autowired
    private Environment environment;

    private final String day = LocalDate.now(Clock.ZONE).plusMonths(5).toString();

    @Test
    void declaresTheGoodLinesAndTellsWhatIsWrongInTheOthers() {
        var town = Town.of(environment, 3);
        var region = Visitor.signedIn(port, town.regional.email());
        var file = HEADING
                + town.town + ";XCU-2;2;3;" + day + ";0;;;\n"
                + town.neighbour + ";XCU-2;1;1;" + day + ";0;;;=1+1\n"
                + "Δήμος Καρδίτσας;XCU-2;2;3;" + day + ";0;;;\n"
                + town.town + ";XCU-8;9;0;soon;0;;;\n";
        var checked = handIn(region, file);
        assertThat(checked.status()).isEqualTo(200);
        assertThat(checked.address().getPath()).startsWith("/needs/import/");
        var bad = checked.html().select("#bad tbody tr");
        assertThat(bad.eachText()).hasSize(2);
        assertThat(bad.get(0).select("th").text()).isEqualTo("4");
        assertThat(bad.get(0).text()).contains("Δήμος Καρδίτσας");
        assertThat(bad.get(1).select("li code").eachText()).containsExactlyInAnyOrder("target", "staff", "deadline");
        assertThat(town.count("capacity.need where authority in ('" + town.town + "', '" + town.neighbour + "')"))
                .isZero();

        var declared = region.send(checked.form("#declare"));
        assertThat(declared.status()).isEqualTo(200);
        assertThat(town.count("capacity.need where authority in ('" + town.town + "', '" + town.neighbour + "')"))
                .isEqualTo(2);
        assertThat(town.rows("select reason from capacity.need where authority = '" + town.neighbour + "'"))
                .containsExactly(java.util.List.of("=1+1"));

        // the same order again, and the same file again, change nothing
        region.send(checked.form("#declare"));
        var again = handIn(region, file);
        assertThat(again.html().select("#declare")).isEmpty();
        assertThat(town.count("capacity.need_event where authority in ('" + town.town + "', '" + town.neighbour + "')"))
                .isEqualTo(2);

        // with other terms a line amends what it declared
        var amending = handIn(region, HEADING + town.town + ";XCU-2;2;2;" + day + ";0;;;\n");
        var amended = region.send(amending.form("#declare"));
        assertThat(amended.address().getPath()).isEqualTo("/needs");
        assertThat(town.count("capacity.need_event where authority = '" + town.town + "' and event = 'amend'"))
                .isEqualTo(1);
    }

    @Test
    void saysWhatIsWrongWithAFileThatIsNoTable() {
        var town = Town.of(environment, 2);
        var coordinator = Visitor.signedIn(port, town.coordinator.email());
        assertThat(wrong(handIn(coordinator, new byte[0]))).contains("Choose a file");
        assertThat(wrong(handIn(coordinator, new byte[] {(byte) 0xD0, (byte) 0x28, 10})))
                .contains("UTF-8");
        assertThat(wrong(handIn(coordinator, "name;people\nx;3\n")))
                .contains("“name”")
                .contains("“authority”");
        assertThat(wrong(handIn(coordinator, HEADING + "x".repeat(2_100_000)))).contains("2 MB");
        assertThat(coordinator.get("/needs/import/template.csv").text()).contains("authority;competency;target");
    }

    @Test
    void letsNobodyDeclareForAnotherHouse() {
        var town = Town.of(environment, 2);
        var coordinator = Visitor.signedIn(port, town.coordinator.email());
        var checked = handIn(coordinator, HEADING + town.neighbour + ";XCU-2;2;1;" + day + "\n");
        assertThat(checked.html().select("#declare")).isEmpty();
        assertThat(checked.html().select("#bad tbody tr").text()).contains(town.neighbour.toString());

        var stranger = Visitor.signedIn(port, town.stranger.email());
        var path = checked.address().getPath();
        assertThat(stranger.get(path).status()).isEqualTo(404);
        assertThat(stranger.get(path).html().select("main").text())
                .isEqualTo(stranger.get("/needs/import/" + UUID.randomUUID())
                        .html()
                        .select("main")
                        .text());
    }

    @Test
    void takesTheTemplateAsItIs() {
        var town = Town.of(environment, 5);
        var coordinator = Visitor.signedIn(port, town.coordinator.email());
        var template = coordinator.get("/needs/import/template.csv").text();
        var checked = handIn(coordinator, template);
        assertThat(checked.html().select("#bad")).isEmpty();
        assertThat(checked.html().select("#declare")).hasSize(1);
    }

    @Test
    void declaresAFullFile() {
        var town = Town.of(environment, 4);
        var region = Visitor.signedIn(port, town.regional.email());
        var competencies =
                region.get("/needs/import").html().select("dl.particulars code").eachText();
        var lines = IntStream.rangeClosed(1, 4)
                .boxed()
                .flatMap(level -> competencies.stream()
                        .flatMap(sign -> java.util.stream.Stream.of(town.town, town.neighbour)
                                .map(house -> house + ";" + sign + ";" + level + ";3;" + day + "\n")))
                .collect(Collectors.joining());
        var many = lines.lines().count();
        var checked = handIn(region, HEADING + lines);
        region.send(checked.form("#declare"));
        assertThat(town.count("capacity.need where authority in ('" + town.town + "', '" + town.neighbour + "')"))
                .isEqualTo(many);
    }

    private static String wrong(Visitor.Page page) {
        assertThat(page.status()).isEqualTo(422);
        assertThat(page.html().select(".errors a").eachAttr("href"))
                .isNotEmpty()
                .containsOnly("#file");
        return page.html().select("#file-error").text();
    }

    private static Visitor.Page handIn(Visitor visitor, String text) {
        return handIn(visitor, text.getBytes(StandardCharsets.UTF_8));
    }

    private static Visitor.Page handIn(Visitor visitor, byte[] bytes) {
        var form = visitor.get("/needs/import").form("#import");
        var token = form.fields().stream()
                .filter(field -> field.getKey().equals("_csrf"))
                .findFirst()
                .orElseThrow()
                .getValue();
        var edge = "edge-" + UUID.randomUUID();
        var head = ("--" + edge + "\r\nContent-Disposition: form-data; name=\"_csrf\"\r\n\r\n" + token + "\r\n--" + edge
                        + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"needs.csv\"\r\nContent-Type: text/csv\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8);
        var tail = ("\r\n--" + edge + "--\r\n").getBytes(StandardCharsets.UTF_8);
        var body = new byte[head.length + bytes.length + tail.length];
        System.arraycopy(head, 0, body, 0, head.length);
        System.arraycopy(bytes, 0, body, head.length, bytes.length);
        System.arraycopy(tail, 0, body, head.length + bytes.length, tail.length);
        return visitor.post(form.action(), "multipart/form-data; boundary=" + edge, body);
    }
}
