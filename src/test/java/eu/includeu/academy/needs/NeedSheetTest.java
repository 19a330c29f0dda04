package eu.includeu.academy.needs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import eu.includeu.academy.authorities.Authority;
import eu.includeu.academy.capacity.Terms;
import eu.includeu.academy.competencies.Competencies;
import eu.includeu.academy.competencies.Competency;
import eu.includeu.academy.competencies.Level;
import eu.includeu.academy.competencies.Names;
import eu.includeu.academy.competencies.Theme;
import eu.includeu.academy.platform.Problem;
import eu.includeu.academy.platform.Refused;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A table of needs is read as people write it, and everything wrong in it is told at its line and its column. */
class NeedSheetTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
    private static final String HEADING =
            "authority;competency;target;staff;deadline;current;languages;weight;reason\n";
    private static final String GOOD = "Municipality of Karditsa;HOU-2;2;3;2027-03-31;0;el en;medium;\n";

    private static final Authority KARDITSA = house("Δήμος Καρδίτσας", "Municipality of Karditsa");
    private static final Authority TWIN = house("Twin", null);
    private static final Authority OTHER_TWIN = house("Twin", null);

    private static final Competencies COMPETENCIES = new Competencies(
            List.of(new Theme("housing", "HOU", names("Housing"))),
            List.of(),
            List.of(competency("HOU-1"), competency("HOU-2")));

    private static Authority house(String name, @Nullable String latin) {
        return new Authority(
                new Authority.Id(UUID.randomUUID()),
                name,
                latin,
                Authority.Kind.MUNICIPALITY,
                "EL",
                null,
                List.of("el", "en"),
                null,
                false,
                null,
                0);
    }

    private static Competency competency(String id) {
        return new Competency(
                Competency.Id.of(id),
                "housing",
                names(id),
                IntStream.rangeClosed(1, Level.HIGHEST)
                        .mapToObj(level -> "Does it.")
                        .toList(),
                List.of());
    }

    private static Names names(String english) {
        return new Names(Map.of("en", english));
    }

    private static NeedSheet read(String text) {
        return NeedSheet.read(text, List.of(KARDITSA, TWIN, OTHER_TWIN), COMPETENCIES, TODAY);
    }

    private static Map<String, String> wrong(String line) {
        var lines = read(HEADING + line).lines();
        assertThat(lines).hasSize(1);
        return lines.get(0).problems().stream()
                .collect(
                        Collectors.toMap(problem -> String.valueOf(problem.field()), Problem::code, (one, two) -> one));
    }

    private static List<String> refused(String text) {
        return catchThrowableOfType(Refused.class, () -> read(text)).problems().stream()
                .map(Problem::code)
                .toList();
    }

    @Test
    void readsALine() {
        var line = read(HEADING + GOOD).lines().get(0);
        assertThat(line.problems()).isEmpty();
        assertThat(line.number()).isEqualTo(2);
        assertThat(line.authority()).isEqualTo(KARDITSA);
        assertThat(line.terms())
                .isEqualTo(new Terms(
                        Competency.Id.of("HOU-2"),
                        0,
                        2,
                        3,
                        Terms.Weight.MEDIUM,
                        LocalDate.of(2027, 3, 31),
                        List.of("el", "en"),
                        ""));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\uFEFFauthority;competency;target;staff;deadline\r\nδήμος  καρδίτσας;hou-2;2;3;31/03/2027\r\n",
                "Authority,Competency,Target,Staff,Deadline\nMUNICIPALITY OF KARDITSA,HOU-2,2,3,31.3.2027",
                "deadline\tstaff\ttarget\tcompetency\tauthority\n2027-03-31\t3\t2\tHOU-2\t\"Δήμος Καρδίτσας\"\n\n",
            })
    void readsWhatSpreadsheetsOfAllCountriesWrite(String text) {
        var line = read(text).lines().get(0);
        assertThat(line.problems()).isEmpty();
        assertThat(line.terms()).isEqualTo(read(HEADING + GOOD).lines().get(0).terms());
    }

    @Test
    void fillsInWhatMayBeLeftEmpty() {
        var terms =
                Objects.requireNonNull(read(HEADING + "Δήμος Καρδίτσας;HOU-1;1;1;2027-01-01;;;8;\"A law; a new one\"")
                        .lines()
                        .get(0)
                        .terms());
        assertThat(terms.current()).isZero();
        assertThat(terms.languages()).containsExactly("el", "en");
        assertThat(terms.weight()).isEqualTo(Terms.Weight.LEGAL);
        assertThat(terms.reason()).isEqualTo("A law; a new one");
    }

    @Test
    void tellsEverythingThatIsWrongInALineAtOnce() {
        assertThat(wrong("Nowhere;HOU-9;7;three;soon;9;xx;heavy;"))
                .isEqualTo(Map.of(
                        "authority", "import.authority",
                        "competency", "import.competency",
                        "target", "import.target",
                        "staff", "need.staff.range",
                        "deadline", "import.deadline",
                        "current", "import.current",
                        "languages", "import.languages",
                        "weight", "import.weight"));
    }

    @Test
    void keepsTheRulesOfANeed() {
        assertThat(wrong("Δήμος Καρδίτσας;HOU-2;1;0;2020-01-01;3;;legal;"))
                .isEqualTo(Map.of(
                        "target", "need.target.not-above",
                        "staff", "need.staff.range",
                        "deadline", "need.deadline.past",
                        "reason", "need.reason.missing"));
    }

    @Test
    void tellsTheLineAsASpreadsheetCounts() {
        var sheet = read(HEADING + GOOD
                + "\n;;;;;;;;\n\"Δήμος\nΚαρδίτσας\";HOU-1;2;3;2027-03-31;0;;;\nNowhere;HOU-1;1;3;2027-03-31\n");
        assertThat(sheet.bad()).extracting(NeedSheet.Line::number).containsExactly(7);
        assertThat(sheet.good()).hasSize(2);
    }

    @Test
    void refusesANameThatTwoShare() {
        assertThat(wrong("Twin;HOU-2;2;3;2027-03-31")).isEqualTo(Map.of("authority", "import.authority.two"));
        assertThat(wrong(TWIN.id() + ";HOU-2;2;3;2027-03-31")).isEmpty();
    }

    @Test
    void refusesTheSameNeedTwice() {
        var sheet = read(HEADING + GOOD + GOOD.replace(";3;", ";5;"));
        assertThat(sheet.good()).hasSize(1);
        assertThat(sheet.bad().get(0).problems()).containsExactly(Problem.of("competency", "import.twice", 2));
    }

    @Test
    void refusesWhatIsNoSuchTable() {
        assertThat(refused("")).containsExactly("import.empty");
        assertThat(refused(HEADING)).containsExactly("import.empty");
        assertThat(refused(HEADING + ";;;;\n")).containsExactly("import.empty");
        assertThat(refused("name;authority;authority\nx;y;z\n"))
                .containsExactlyInAnyOrder(
                        "import.column.unknown",
                        "import.column.twice",
                        "import.column.missing",
                        "import.column.missing",
                        "import.column.missing",
                        "import.column.missing");
        assertThat(refused(HEADING + "\"never closed;HOU-2;2;3\n" + "x".repeat(200_000)))
                .containsExactly("import.broken");
        assertThat(refused(HEADING + GOOD.repeat(NeedSheet.MOST_LINES + 1))).containsExactly("import.long");
    }

    @Test
    void takesHostileCellsForWhatTheyAre() {
        var formula = "=HYPERLINK(\"\"http://x\"\")<script>alert(1)</script>";
        var line = read(HEADING + "Δήμος Καρδίτσας;HOU-2;2;3;2027-03-31;0;;low;\"" + formula + "\"")
                .lines()
                .get(0);
        assertThat(line.problems()).isEmpty();
        assertThat(Objects.requireNonNull(line.terms()).reason()).isEqualTo(formula.replace("\"\"", "\""));
        assertThat(wrong("Δήμος Καρδίτσας;HOU-2;2;3;2027-03-31;0;;low;a\u0007b"))
                .containsKey("reason");
        assertThat(wrong("Δήμος Καρδίτσας;HOU-2;2;3;2027-03-31;0;;low;" + "x".repeat(5_000)))
                .containsKey("reason");
        var name = "x".repeat(500);
        assertThat(String.valueOf(read(HEADING + name + ";HOU-2;2;3;2027-03-31")
                        .lines()
                        .get(0)
                        .problems()
                        .get(0)
                        .arguments()))
                .hasSizeLessThan(80);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void neverFailsOtherwiseThanByRefusing(long seed) {
        var random = new Random(seed);
        var signs = ";,\t\"\n\r=+-@'’\u0007\uFEFFαHOU-2 0139".toCharArray();
        for (var turn = 0; turn < 400; turn++) {
            var text = new StringBuilder(random.nextBoolean() ? HEADING : "");
            for (var at = 0; at < random.nextInt(300); at++) {
                text.append(signs[random.nextInt(signs.length)]);
            }
            try {
                assertThat(read(text.toString()).lines())
                        .allMatch(line -> line.good()
                                == (line.terms() != null && line.problems().isEmpty()));
            } catch (Refused refused) {
                assertThat(refused.problems()).isNotEmpty();
            }
        }
    }

    @Test
    void readsAFullFileInBoundedTime() {
        var text = HEADING
                + IntStream.range(0, NeedSheet.MOST_LINES)
                        .mapToObj(at -> GOOD.replace("HOU-2", at % 2 == 0 ? "HOU-9" : "HOU-2"))
                        .collect(Collectors.joining());
        var began = System.nanoTime();
        var sheet = read(text);
        assertThat(sheet.lines()).hasSize(NeedSheet.MOST_LINES);
        assertThat(sheet.good()).hasSize(1);
        assertThat((System.nanoTime() - began) / 1_000_000).isLessThan(5_000);
    }
}
