package eu.includeu.academy.briefs;

import eu.includeu.academy.accounts.Account;
import eu.includeu.academy.authoring.Commissioning;
import eu.includeu.academy.catalogue.Catalogue;
import eu.includeu.academy.catalogue.Offer;
import eu.includeu.academy.catalogue.VersionId;
import eu.includeu.academy.competencies.Competency;
import eu.includeu.academy.competencies.Rung;
import eu.includeu.academy.demand.Sum;
import eu.includeu.academy.demand.Totals;
import eu.includeu.academy.matching.Shortfall;
import eu.includeu.academy.platform.Clock;
import eu.includeu.academy.platform.Missing;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import reactor.core.publisher.Mono;

/** A trainer takes a demand, writes for it, and gives it back or delivers. */
@Service
class Briefing {

    /** A brief with the authorities that wait, as far as the asker may know them by name. */
    record File(Brief brief, List<Briefs.Concerned> concerned) {}

    private final Briefs briefs;
    private final Totals totals;
    private final Commissioning commissioning;
    private final Catalogue catalogue;
    private final Clock clock;

    Briefing(Briefs briefs, Totals totals, Commissioning commissioning, Catalogue catalogue, Clock clock) {
        this.briefs = briefs;
        this.totals = totals;
        this.commissioning = commissioning;
        this.catalogue = catalogue;
        this.clock = clock;
    }

    /**
     * A demand that a trainer wants to take.
     *
     * @param module to be translated for it, or null where a new one is begun
     */
    record Wanted(
            Rung rung,
            Competency competency,
            Shortfall reason,
            String language,
            @Nullable String module) {}

    /** Takes a demand that is there today, and begins the draft in which it is written. */
    @Transactional
    public Mono<Brief> take(Wanted wanted, Account me) {
        return demand(wanted.rung(), wanted.reason(), wanted.language())
                .zipWhen(demand -> commissioning.begin(
                        wanted.rung(), wanted.competency(), wanted.language(), wanted.module(), clock.today(), me))
                .map(both -> Brief.take(both.getT1(), me, both.getT2(), clock.instant()))
                .flatMap(briefs::add);
    }

    private Mono<Sum> demand(Rung rung, Shortfall reason, String language) {
        return totals.all().map(all -> Sum.of(all).stream()
                .filter(sum -> sum.rung().equals(rung)
                        && sum.reason() == reason
                        && sum.language().equals(language))
                .findFirst()
                .orElseThrow(() -> new Missing(rung)));
    }

    @Transactional
    public Mono<Brief> giveBack(Brief.Id id, String why, Account me) {
        return mine(id, me).map(brief -> brief.giveBack(why, clock.instant())).flatMap(briefs::end);
    }

    @Transactional(readOnly = true)
    public Mono<File> file(Brief.Id id, Account me) {
        return mine(id, me)
                .zipWhen(brief -> briefs.concerned(brief.rung(), brief.language()))
                .map(both -> new File(both.getT1(), both.getT2()));
    }

    /** Another trainer's brief is not there. */
    private Mono<Brief> mine(Brief.Id id, Account me) {
        return briefs.find(id)
                .filter(brief -> brief.trainer().equals(me.id()))
                .switchIfEmpty(Mono.error(() -> new Missing(id)));
    }

    @Transactional(readOnly = true)
    public Mono<List<Brief>> of(Account me) {
        return briefs.of(me.id());
    }

    @Transactional(readOnly = true)
    public Mono<List<Brief>> open() {
        return briefs.open();
    }

    /** What is being written for the needs that a person answers for. */
    @Transactional(readOnly = true)
    public Mono<List<Briefs.Waiting>> waiting(Account me) {
        return briefs.waiting(me.coordinates());
    }

    /** In the transaction of a publication. */
    Mono<Void> deliver(VersionId version) {
        return catalogue.offersNow("en").flatMap(offers -> Mono.justOrEmpty(offers.stream()
                        .filter(offer -> offer.id().equals(version))
                        .findFirst())
                .flatMap(this::deliver));
    }

    private Mono<Void> deliver(Offer offer) {
        return briefs.deliver(offer.rungs(), offer.languages(), offer.id().module(), clock.instant());
    }
}
