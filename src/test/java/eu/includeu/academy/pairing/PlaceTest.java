package eu.includeu.academy.pairing;

import static org.assertj.core.api.Assertions.assertThat;

import eu.includeu.academy.authorities.ListedBody;
import org.junit.jupiter.api.Test;

/** Distances, as a map has them. */
class PlaceTest {

    @Test
    void knowsWhereEveryListedBodyIs() {
        assertThat(ListedBody.all().stream()
                        .map(body -> body.authority())
                        .filter(authority -> authority.territory() != null)
                        .filter(authority -> Place.of(authority.nuts()).isEmpty()))
                .isEmpty();
    }

    @Test
    void measuresAlongTheGreatCircle() {
        assertThat(new Place(0, 0).kilometresTo(new Place(0, 90))).isBetween(10_000.0, 10_015.0);
        assertThat(new Place(38, 23.7).kilometresTo(new Place(38, 23.7))).isZero();
        assertThat(Place.of("NL36").orElseThrow().kilometresTo(Place.of("EL303").orElseThrow()))
                .isBetween(2_050.0, 2_250.0);
    }

    @Test
    void goesUpToTheRegionThatIsKnown() {
        assertThat(Place.of("EL611")).isEqualTo(Place.of("EL61")).isPresent();
        assertThat(Place.of("FR10")).isEmpty();
        assertThat(Place.of(null)).isEmpty();
    }
}
