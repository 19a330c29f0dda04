package eu.includeu.academy.closing;

import static org.assertj.core.api.Assertions.assertThat;

import eu.includeu.academy.authorities.Part;
import eu.includeu.academy.authorities.Share;
import eu.includeu.academy.authorities.Suppression;
import eu.includeu.academy.competencies.CompetencyExamples;
import eu.includeu.academy.platform.PrintExamples;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class CouncilTest {

    private static final CouncilView COUNCIL = Councils.region(6, 3, CompetencyExamples.all(), Locale.ENGLISH);

    @Test
    void numbersTheRowsOfItsAnnexWithoutAGap() {
        var rows = Stream.of(
                        Stream.of(COUNCIL.total().row()),
                        COUNCIL.parts().stream().map(part -> part.places().row()),
                        COUNCIL.needs().stream().map(CouncilView.Need::row),
                        Stream.of(COUNCIL.gainRow()),
                        COUNCIL.modules().stream().map(CouncilView.Module::row))
                .flatMap(each -> each)
                .toList();
        assertThat(rows)
                .containsExactlyElementsOf(
                        IntStream.rangeClosed(1, rows.size()).boxed().toList());
    }

    @Test
    void countsWhatTheRowsItNamesHold() {
        assertThat(COUNCIL.closed().count()).isEqualTo(COUNCIL.closedNow().size());
        assertThat(numbers(COUNCIL.closed().rows()))
                .containsExactlyElementsOf(COUNCIL.closedNow().stream()
                        .map(CouncilView.Need::row)
                        .sorted()
                        .toList());
        assertThat(numbers(COUNCIL.open().rows())).hasSize(COUNCIL.open().count());
        assertThat(numbers(COUNCIL.declared().rows()))
                .hasSize(COUNCIL.declared().count());
    }

    @Test
    void addsUpWhatItShows() {
        assertThat(COUNCIL.parts().stream()
                        .mapToLong(part -> part.places().all())
                        .sum())
                .isEqualTo(COUNCIL.total().all());
        assertThat(COUNCIL.needs().stream()
                        .mapToLong(need -> need.places().all())
                        .sum())
                .isEqualTo(COUNCIL.total().all());
    }

    @Test
    void showsNoFigureOfTooFewPeople() {
        var open = COUNCIL.needs().stream()
                .filter(need -> !need.state().equals("met") && !need.state().equals("closed"));
        var shown = Stream.concat(
                        COUNCIL.parts().stream().map(CouncilView.Branch::places), open.map(CouncilView.Need::places))
                .flatMap(places -> Stream.of(places.before(), places.now()))
                .filter(share -> share != null)
                .toList();
        assertThat(shown)
                .as("that all places of a need are filled is said by its state")
                .isNotEmpty()
                .noneMatch(share -> share.part() < share.whole() && Suppression.isTooFew(share));
    }

    @Test
    void hidesWhatItsTreeOfSumsHides() {
        var tree =
                Part.sum("all", List.of(Part.counted("few", new Share(1, 8)), Part.counted("many", new Share(20, 40))));
        assertThat(Suppression.hidden(tree)).contains("few", "many");
    }

    @Test
    void sendsAnAnnexThatASpreadsheetReads() {
        var sheet = CouncilSheet.of(COUNCIL, PrintExamples.messages(), Locale.ENGLISH);
        var lines = sheet.lines().toList();
        assertThat(lines.get(0)).startsWith("\uFEFFRow,Kind,Authority");
        assertThat(lines).hasSize(1 + COUNCIL.gainRow() + COUNCIL.modules().size());
        assertThat(lines.get(1)).startsWith("1,all,Region of Thessaly");
        assertThat(lines).anyMatch(line -> line.contains("too few people to show"));
        assertThat(CouncilSheet.of(COUNCIL, PrintExamples.messages(), Locale.forLanguageTag("nl")))
                .contains("Rij;Soort;Organisatie");
        assertThat(CouncilSheet.harmless("=1+1")).isEqualTo("'=1+1");
        assertThat(CouncilSheet.harmless("-0.25")).isEqualTo("-0.25");
    }

    private static List<Integer> numbers(String rows) {
        return Stream.of(rows.split(", "))
                .flatMap(range -> {
                    var ends = range.split("\u2013");
                    return IntStream.rangeClosed(Integer.parseInt(ends[0]), Integer.parseInt(ends[ends.length - 1]))
                            .boxed();
                })
                .toList();
    }
}
