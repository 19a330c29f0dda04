package eu.includeu.academy.reporting;

import eu.includeu.academy.authorities.Area;
import eu.includeu.academy.authorities.Authorities;
import eu.includeu.academy.authorities.Authority;
import eu.includeu.academy.authorities.AuthorityFigures;
import eu.includeu.academy.capacity.NeedFigures;
import eu.includeu.academy.catalogue.Catalogue;
import eu.includeu.academy.needs.Listing;
import eu.includeu.academy.platform.Clock;
import eu.includeu.academy.progress.ProgressFigures;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import reactor.core.publisher.Mono;

/** Counts what an overview shows: a few statements in one transaction, with the reach of the desk and nothing else. */
@Service
class Counting {

    private static final int NEEDS_FIRST = 4;
    private static final int PERIOD_DAYS = 90;

    private final Authorities authorities;
    private final AuthorityFigures figures;
    private final Listing listing;
    private final NeedFigures needFigures;
    private final ProgressFigures progress;
    private final Catalogue catalogue;
    private final Clock clock;

    Counting(
            Authorities authorities,
            AuthorityFigures figures,
            Listing listing,
            NeedFigures needFigures,
            ProgressFigures progress,
            Catalogue catalogue,
            Clock clock) {
        this.authorities = authorities;
        this.figures = figures;
        this.listing = listing;
        this.needFigures = needFigures;
        this.progress = progress;
        this.catalogue = catalogue;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public Mono<Overview> overview(Desk desk) {
        var today = clock.today();
        return below(desk)
                .map(own -> new Gathered(desk, today, own))
                .flatMap(this::counted)
                .map(Gathered::overview);
    }

    /** Every authority at and below those of the desk, with its figures, in the country that is asked for. */
    private Mono<List<Gathered.Own>> below(Desk desk) {
        return authorities
                .below(desk.roots().stream().map(Authority.Id::new).toList())
                .map(below -> below.stream()
                        .collect(Collectors.toMap(body -> body.id().value(), Function.identity())))
                .zipWith(figures.own(desk.roots()), (below, own) -> own.stream()
                        .filter(figure -> below.containsKey(figure.authority().value()))
                        .map(figure -> new Gathered.Own(body(below, figure), figure))
                        .filter(one -> desk.country().isEmpty()
                                || desk.country().equals(one.body().country()))
                        .toList());
    }

    private static Authority body(java.util.Map<UUID, Authority> below, AuthorityFigures.Figures figure) {
        return java.util.Objects.requireNonNull(below.get(figure.authority().value()));
    }

    private Mono<Gathered> counted(Gathered gathered) {
        var desk = gathered.desk();
        var area = desk.area();
        var today = gathered.today();
        return listing.first(desk.post(), new Listing.Part(null, desk.country(), desk.theme()), NEEDS_FIRST)
                .map(gathered::withNeeds)
                .zipWith(needFigures.counts(area), Gathered::withCounts)
                .zipWhen(some -> modules(desk).flatMap(modules -> pace(area, modules, today)), Gathered::withPace)
                .zipWith(figures.weeks(area, gathered.themes(), WeeklyLessons.since(today)), Gathered::withWeeks)
                .zipWith(figures.past(area, today.minusDays(PERIOD_DAYS)), Gathered::withPast);
    }

    /** The modules of the theme that is asked for; none when all are meant. */
    private Mono<List<String>> modules(Desk desk) {
        return desk.theme().isEmpty()
                ? Mono.just(List.of())
                : catalogue.offers(desk.language()).map(offers -> offers.stream()
                        .filter(offer -> offer.theme().equals(desk.theme()))
                        .map(offer -> offer.id().module())
                        .toList());
    }

    private Mono<ProgressFigures.Pace> pace(Area area, List<String> modules, LocalDate today) {
        return progress.pace(area, modules, since(today, 7), since(today, PERIOD_DAYS), since(today, 2 * PERIOD_DAYS));
    }

    private static java.time.Instant since(LocalDate today, int days) {
        return today.minusDays(days).atStartOfDay(Clock.ZONE).toInstant();
    }
}
