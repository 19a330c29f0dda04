package eu.includeu.academy.demand;

import eu.includeu.academy.capacity.NeedChanged;
import eu.includeu.academy.platform.Listener;
import java.util.Set;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** A need is counted again when something has happened to it. */
@Component("demandWhenNeedChanged")
class WhenNeedChanged implements Listener<NeedChanged> {

    private final Recounting recounting;

    WhenNeedChanged(Recounting recounting) {
        this.recounting = recounting;
    }

    @Override
    public Mono<Void> hear(NeedChanged need) {
        return recounting.changed(need.authority(), Set.of(need.competency()));
    }
}
