package eu.includeu.academy.briefs;

import eu.includeu.academy.accounts.Account;
import eu.includeu.academy.accounts.Role;
import eu.includeu.academy.catalogue.Catalogue;
import eu.includeu.academy.catalogue.Offer;
import eu.includeu.academy.competencies.Competencies;
import eu.includeu.academy.demand.Supply;
import eu.includeu.academy.demand.Totals;
import eu.includeu.academy.platform.Clock;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import reactor.core.publisher.Mono;

/** Looking at demand: everyone may see what several authorities need together, those who can do something see all. */
@Service
class Watching {

    private final Totals totals;
    private final Briefs briefs;
    private final Catalogue catalogue;
    private final Competencies competencies;
    private final Clock clock;

    Watching(Totals totals, Briefs briefs, Catalogue catalogue, Competencies competencies, Clock clock) {
        this.totals = totals;
        this.briefs = briefs;
        this.catalogue = catalogue;
        this.competencies = competencies;
        this.clock = clock;
    }

    /** What is on offer, to be asked for before a transaction: it is the same for everybody. */
    Mono<List<Offer>> offers(String reader) {
        return catalogue.offers(reader);
    }

    @Transactional(readOnly = true)
    public Mono<Radar> radar(Radar.Filter filter, @Nullable Account me, List<Offer> offers) {
        return totals.all()
                .zipWhen(all -> briefs.open())
                .map(both -> Radar.of(
                        seesAll(me),
                        filter,
                        new Radar.Sources(
                                both.getT1(),
                                Supply.of(offers, clock.today()),
                                both.getT2(),
                                competencies,
                                brief -> writing(brief, me),
                                clock.today())));
    }

    private static boolean seesAll(@Nullable Account me) {
        return me != null && (me.is(Role.TRAINER) || me.is(Role.COORDINATOR) || me.is(Role.ADMINISTRATOR));
    }

    private static Radar.Writing writing(Brief brief, @Nullable Account me) {
        return new Radar.Writing(
                brief.byline(),
                LocalDate.ofInstant(brief.taken(), Clock.ZONE),
                me != null && me.id().equals(brief.trainer()) ? brief.id().toString() : null);
    }
}
