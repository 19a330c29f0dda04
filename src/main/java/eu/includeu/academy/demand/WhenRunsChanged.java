package eu.includeu.academy.demand;

import eu.includeu.academy.platform.Listener;
import eu.includeu.academy.runs.RunsChanged;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** A module is led on other days, or with other seats: needs that wait for it are counted again. */
@Component("demandWhenRunsChanged")
class WhenRunsChanged implements Listener<RunsChanged> {

    private final Recounting recounting;

    WhenRunsChanged(Recounting recounting) {
        this.recounting = recounting;
    }

    @Override
    public Mono<Void> hear(RunsChanged runs) {
        return recounting.led(runs.module());
    }
}
