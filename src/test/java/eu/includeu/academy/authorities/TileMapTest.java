package eu.includeu.academy.authorities;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.context.support.StaticMessageSource;

class TileMapTest {

    @Test
    void givesEachRegionATileOfItsOwnOnBothDrawings() {
        Stream.of(TileMap.WIDE, TileMap.PHONE).forEach(map -> {
            assertThat(map.cells()).hasSize(75);
            assertThat(map.cells().stream().map(cell -> cell.row() + " " + cell.column()))
                    .doesNotHaveDuplicates();
            assertThat(map.labels()).hasSize(6);
        });
        assertThat(TileMap.PHONE.cells().stream().map(TileMap.Cell::code))
                .containsExactlyInAnyOrderElementsOf(
                        TileMap.WIDE.cells().stream().map(TileMap.Cell::code).toList());
        assertThat(TileMap.WIDE.columns()).isEqualTo(22);
        assertThat(TileMap.PHONE.columns()).isEqualTo(14);
    }

    @Test
    void namesRegionsInLettersTheReaderReads() {
        assertThat(TileMap.nameOf("EL61", "el")).isEqualTo("Θεσσαλία");
        assertThat(TileMap.nameOf("EL61", "nl")).isEqualTo("Thessalia");
        assertThat(TileMap.nameOf("ITC4", "el")).isEqualTo("Lombardia");
        assertThat(TileMap.nameOf("XX00", "en")).isEmpty();
    }

    @Test
    void drawsWhatIsShownAndNothingOfWhatIsHidden() {
        var map = RegionMap.draw(
                code -> switch (code) {
                    case "ES11" -> RegionMap.Region.of(new Share(21, 35), null);
                    case "ES12" -> RegionMap.Region.FEW;
                    case "EL61" -> RegionMap.Region.OUT;
                    default -> RegionMap.Region.of(Share.NOBODY, null);
                },
                country -> country.equals("ES") ? new Share(21, 35) : Share.NOBODY,
                echoing(),
                Locale.ENGLISH);
        assertThat(tile(map, "ES11"))
                .returns("4", RegionMap.Tile::q)
                .returns(60, RegionMap.Tile::value)
                .returns("Galicia, Spain: 21 of 35, 60", RegionMap.Tile::title);
        assertThat(tile(map, "ES12")).returns("few", RegionMap.Tile::q).returns(null, RegionMap.Tile::value);
        assertThat(tile(map, "EL61")).returns("out", RegionMap.Tile::q).returns(null, RegionMap.Tile::value);
        assertThat(tile(map, "ITC4")).returns("0", RegionMap.Tile::q).returns(null, RegionMap.Tile::value);
        assertThat(map.countries().stream().map(RegionMap.Country::name))
                .containsExactly("Greece", "Italy", "Netherlands", "Romania", "Slovenia", "Spain");
    }

    private static RegionMap.Tile tile(RegionMap map, String code) {
        return map.wide().tiles().stream()
                .filter(tile -> tile.href().equals("#region-" + code))
                .findFirst()
                .orElseThrow();
    }

    private static StaticMessageSource echoing() {
        var texts = new StaticMessageSource();
        texts.addMessage("region.title.shown", Locale.ENGLISH, "{0}, {1}: {2} of {3}, {4}");
        Stream.of("few", "nobody", "out")
                .forEach(state -> texts.addMessage("region.title." + state, Locale.ENGLISH, "{0}, {1}: " + state));
        texts.addMessage("share", Locale.ENGLISH, "{0}%");
        return texts;
    }
}
