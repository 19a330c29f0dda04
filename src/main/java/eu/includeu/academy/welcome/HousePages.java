package eu.includeu.academy.welcome;

import eu.includeu.academy.accounts.Action;
import eu.includeu.academy.accounts.May;
import eu.includeu.academy.authorities.Disclosed;
import eu.includeu.academy.authorities.Disclosing;
import eu.includeu.academy.authorities.RegionMap;
import eu.includeu.academy.authorities.RegionMap.Region;
import eu.includeu.academy.authorities.Share;
import eu.includeu.academy.authorities.TileMap;
import eu.includeu.academy.platform.Plural;
import eu.includeu.academy.platform.Remembered;
import java.time.Duration;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.reactive.result.view.Rendering;
import reactor.core.publisher.Mono;

/** The public pages about the programme and the house itself: map, accessibility, privacy, help. */
@Controller
class HousePages {

    private final Disclosing disclosing;
    private final Remembered<String, byte[]> leaflets;
    private final MessageSource texts;

    HousePages(Disclosing disclosing, LeafletPrint print, MessageSource texts) {
        this.leaflets = Remembered.of(20, Duration.ofHours(1), language -> print.pdf(Locale.forLanguageTag(language)));
        this.disclosing = disclosing;
        this.texts = texts;
    }

    @GetMapping("/map")
    @May(Action.SEE_START)
    Mono<Rendering> map(Locale locale) {
        return disclosing.figures().map(figures -> Rendering.view("welcome/map")
                .modelAttribute("map", RegionMap.draw(code -> region(figures, code), figures::country, texts, locale))
                .modelAttribute("taking", figures.taking())
                .modelAttribute("total", TileMap.WIDE.cells().size())
                .modelAttribute("plural", Plural.in(locale))
                .build());
    }

    /** The leaflet in the reader's language, printed at most once an hour. */
    @GetMapping("/leaflet.pdf")
    @May(Action.SEE_START)
    Mono<ResponseEntity<byte[]>> leaflet(Locale locale) {
        return leaflets.get(locale.getLanguage()).map(pdf -> ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("includ-eu-" + locale.getLanguage() + ".pdf")
                                .build()
                                .toString())
                .body(pdf));
    }

    @GetMapping("/accessibility")
    @May(Action.SEE_START)
    Rendering accessibility() {
        return Rendering.view("welcome/accessibility").build();
    }

    @GetMapping("/privacy")
    @May(Action.SEE_START)
    Rendering privacy() {
        return Rendering.view("welcome/privacy").build();
    }

    @GetMapping("/help")
    @May(Action.SEE_START)
    Rendering help() {
        return Rendering.view("welcome/help").build();
    }

    private static Region region(Disclosed figures, String code) {
        return figures.hiddenRegions().contains(code)
                ? Region.FEW
                : Region.of(figures.regions().getOrDefault(code, Share.NOBODY), null);
    }
}
