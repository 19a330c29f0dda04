package eu.includeu.academy.authorities;

import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Reads the tile maps before the first request, so that no request waits for a file. */
@Component
class WhenStarting {

    @EventListener(ApplicationStartedEvent.class)
    void readTheMaps() {
        TileMap.CODES.forEach(code -> TileMap.nameOf(code, "en"));
    }
}
