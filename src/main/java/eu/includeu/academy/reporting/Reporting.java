package eu.includeu.academy.reporting;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import eu.includeu.academy.authorities.AuthorityFigures;
import eu.includeu.academy.platform.Changes;
import eu.includeu.academy.platform.Clock;
import eu.includeu.academy.platform.RememberedByCost;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Answers for overviews: each is counted once for everybody at the same desk, and kept. */
@Service
class Reporting {

    private final RememberedByCost<Desk, Overview> overviews;
    private final Cache<List<UUID>, Set<UUID>> reaches =
            Caffeine.newBuilder().maximumSize(10_000).build();
    private final AuthorityFigures figures;
    private final Flux<Changed> changed;

    Reporting(Counting counting, AuthorityFigures figures, Changes changes, Clock clock) {
        this.figures = figures;
        this.overviews = new RememberedByCost<>(clock, 5_000, Duration.ofMinutes(1), desk -> reach(desk)
                .then(counting.overview(desk).contextWrite(desk.reach())));
        this.changed = changes.all()
                .filter(change -> Set.of("figures", "resumed").contains(change.topic()))
                .map(Changed::of)
                .map(this::outdate)
                .publish()
                .refCount(1);
    }

    Mono<Overview> overview(Desk desk) {
        return overviews.get(desk);
    }

    /** For whoever opens a page: one that is dear to count and old is shown while it is counted again. */
    Mono<Overview> overviewAtHand(Desk desk) {
        return overviews.atHand(desk);
    }

    /** The authorities at and below those of a desk, as they are now. */
    Mono<Set<UUID>> reach(Desk desk) {
        return figures.below(desk.roots())
                .collect(Collectors.toUnmodifiableSet())
                .map(reach -> keep(desk, reach));
    }

    /** Ends when {@link #overview} would tell what has changed; counting that costs much is not repeated at once. */
    Mono<Void> rested(Desk desk) {
        return overviews.rested(desk);
    }

    /** What changes from now on, told after what was kept of it is known to be old. */
    Flux<Changed> changed() {
        return changed;
    }

    /** Runs as long as the application does; Spring subscribes. */
    @EventListener(ApplicationReadyEvent.class)
    Mono<Void> listen() {
        return changed.then();
    }

    private Set<UUID> keep(Desk desk, Set<UUID> reach) {
        reaches.put(desk.roots(), reach);
        return reach;
    }

    private Changed outdate(Changed change) {
        overviews.changed(desk -> change.touches(reaches.getIfPresent(desk.roots())));
        return change;
    }
}
