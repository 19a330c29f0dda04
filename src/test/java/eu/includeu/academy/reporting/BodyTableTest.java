package eu.includeu.academy.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import eu.includeu.academy.authorities.Share;
import eu.includeu.academy.reporting.Overview.Body;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class BodyTableTest {

    private static final Locale SPANISH = Locale.forLanguageTag("es");

    private final List<Body> bodies = Stream.of(
                    body(1, "Ñora", "ES", "ES62", new Share(1, 10), 3, LocalDate.of(2026, 3, 2)),
                    body(2, "Zamora", "ES", "ES41", Share.NOBODY, 0, null),
                    body(3, "Córdoba", "ES", "ES61", new Share(9, 10), 1, LocalDate.of(2026, 5, 2)),
                    body(4, "Novara", "IT", "ITC1", new Share(5, 10), 2, LocalDate.of(2026, 4, 2)))
            .sorted(BodyTable.byName(SPANISH))
            .toList();

    @Test
    void ordersNamesAsTheLanguageDoes() {
        assertThat(names(filter("name", "", ""))).containsExactly("Córdoba", "Novara", "Ñora", "Zamora");
        assertThat(names(filter("-name", "", ""))).containsExactly("Zamora", "Ñora", "Novara", "Córdoba");
    }

    @Test
    void ordersByFiguresWithNobodyLast() {
        assertThat(names(filter("-certified", "", ""))).containsExactly("Córdoba", "Novara", "Ñora", "Zamora");
        assertThat(names(filter("-needs", "", ""))).containsExactly("Ñora", "Novara", "Córdoba", "Zamora");
        assertThat(names(filter("-changed", "", ""))).containsExactly("Córdoba", "Novara", "Ñora", "Zamora");
    }

    @Test
    void findsNamesWithoutTheirAccents() {
        assertThat(names(filter("name", "cordo", ""))).containsExactly("Córdoba");
        assertThat(names(Filter.of("IT", null, null, null, "name", null))).containsExactly("Novara");
        assertThat(names(Filter.of(null, null, "ES61", null, "name", null))).containsExactly("Córdoba");
    }

    @Test
    void goesOnAfterTheLastOneOfThePageBefore() {
        var first = BodyTable.of(bodies, filter("name", "", ""), SPANISH, 3);
        assertThat(first.first()).isTrue();
        assertThat(first.found()).isEqualTo(4);
        assertThat(first.after()).isEqualTo(new UUID(0, 1).toString());
        var second = BodyTable.of(bodies, filter("name", "", String.valueOf(first.after())), SPANISH, 3);
        assertThat(second.rows()).extracting(Body::name).containsExactly("Zamora");
        assertThat(second.after()).isNull();
        assertThat(second.first()).isFalse();
    }

    @Test
    void beginsAtTheStartWhenTheAddressIsNonsense() {
        assertThat(names(Filter.of("XX", "<script>", "' or 1", null, "drop table", "nobody")))
                .hasSize(4);
        assertThat(Filter.of("XX", "sport", "??", null, "up", null))
                .isEqualTo(Filter.of(null, null, null, null, null, null));
    }

    @Test
    void turnsTheOrderRoundAtTheSecondPress() {
        var filter = filter("-certified", "", "");
        assertThat(filter.ordered("certified")).isEqualTo("descending");
        assertThat(filter.ordered("name")).isEqualTo("none");
        assertThat(filter.next("certified")).isEqualTo("certified");
        assertThat(filter.next("needs")).isEqualTo("-needs");
        assertThat(filter("name", "a&b", "").with("-needs", "x")).isEqualTo("sort=-needs&q=a%26b&after=x");
    }

    private List<String> names(Filter filter) {
        return new ArrayList<>(BodyTable.of(bodies, filter, SPANISH, 10).rows())
                .stream().map(Body::name).toList();
    }

    private static Filter filter(String sort, String q, String after) {
        return Filter.of(null, null, null, q, sort, after);
    }

    private static Body body(
            int id, String name, String country, String region, Share share, long needs, @Nullable LocalDate changed) {
        return new Body(new UUID(0, id), name, country, region, "", share, 0, needs, changed);
    }
}
