package eu.includeu.academy.welcome;

import eu.includeu.academy.platform.Print;
import eu.includeu.academy.platform.Print.Palette;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Prints the programme's leaflet: what the academy is, for whom, and how an authority joins, on one page. */
@Component
class LeafletPrint {

    private static final String CONTACT = "includeu@iom.int";
    private static final List<String> THEMES = List.of("labour", "health", "education", "citizenship", "housing");

    private final Print print;

    LeafletPrint(Print print) {
        this.print = print;
    }

    Mono<byte[]> pdf(Locale language) {
        return print.pdf("print/leaflet", language, () -> Map.of("contact", CONTACT, "themes", tiles()));
    }

    private static Map<String, Palette> tiles() {
        var tiles = new LinkedHashMap<String, Palette>();
        THEMES.forEach(theme -> tiles.put(theme, Palette.of(theme)));
        return tiles;
    }
}
