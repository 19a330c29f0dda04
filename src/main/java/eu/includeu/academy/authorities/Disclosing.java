package eu.includeu.academy.authorities;

import eu.includeu.academy.platform.Remembered;
import java.time.Duration;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/** Tells what strangers may see of all figures: counted at most once a minute, one count for every page. */
@Service
public class Disclosing {

    private static final String EVERYWHERE = "everywhere";

    private final Remembered<String, Disclosed> counted;

    Disclosing(AuthorityFigures figures) {
        this.counted = Remembered.of(1, Duration.ofMinutes(1), all -> figures.standings()
                .collectList()
                .map(Disclosed::of));
    }

    /** A minute old at most. */
    public Mono<Disclosed> figures() {
        return counted.get(EVERYWHERE);
    }
}
