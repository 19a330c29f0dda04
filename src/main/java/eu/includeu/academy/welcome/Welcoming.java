package eu.includeu.academy.welcome;

import eu.includeu.academy.accounts.Account;
import eu.includeu.academy.assignments.Asked;
import eu.includeu.academy.assignments.Assigning;
import eu.includeu.academy.authorities.Authorities;
import eu.includeu.academy.authorities.AuthorityFigures;
import eu.includeu.academy.authorities.Suppression;
import eu.includeu.academy.capacity.NeedFigures;
import eu.includeu.academy.catalogue.Catalogue;
import eu.includeu.academy.catalogue.Offer;
import eu.includeu.academy.certificates.CertificateFigures;
import eu.includeu.academy.competencies.Competencies;
import eu.includeu.academy.competencies.Theme;
import eu.includeu.academy.platform.Clock;
import eu.includeu.academy.progress.Next;
import eu.includeu.academy.progress.Progress;
import eu.includeu.academy.progress.Taken;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import reactor.core.publisher.Mono;

/** Welcomes an official: gathers what stands on their home. */
@Service
class Welcoming {

    private static final int ROWS = 6;
    private static final int SUGGESTED = 3;
    private static final int DUE = 3;
    private static final int NEWS_DAYS = 14;

    private final Progress progress;
    private final Assigning assigning;
    private final CertificateFigures certificates;
    private final Authorities authorities;
    private final AuthorityFigures figures;
    private final NeedFigures needs;
    private final Catalogue catalogue;
    private final Competencies competencies;
    private final Clock clock;

    Welcoming(
            Progress progress,
            Assigning assigning,
            CertificateFigures certificates,
            Authorities authorities,
            AuthorityFigures figures,
            NeedFigures needs,
            Catalogue catalogue,
            Competencies competencies,
            Clock clock) {
        this.progress = progress;
        this.assigning = assigning;
        this.certificates = certificates;
        this.authorities = authorities;
        this.figures = figures;
        this.needs = needs;
        this.catalogue = catalogue;
        this.competencies = competencies;
        this.clock = clock;
    }

    /** What was found about an official, on its way to becoming a home. */
    private record Found(
            List<Taken> taken,
            List<Asked> asked,
            List<CertificateFigures.Issued> certificates,
            AuthorityFigures.Together together,
            String authority,
            Optional<NeedFigures.Declared> news) {

        /** What is under way and was touched last; else nothing. */
        Optional<Taken> going() {
            return taken.stream().filter(one -> one.enrolment().isOpen()).findFirst();
        }
    }

    /** @param offers all that is on offer in the reader's language */
    @Transactional(readOnly = true)
    public Mono<Home> home(Account me, List<Offer> offers, Locale locale) {
        return Mono.zip(
                        progress.mine(me.id()),
                        assigning.asked(me.id(), locale),
                        certificates.of(me.id().value()),
                        figures.together(me.authority().value()),
                        authorities.find(me.authority()).map(body -> body.nameIn(locale.getLanguage())),
                        needs.latest(me.authority().value(), clock.today().minusDays(NEWS_DAYS))
                                .map(Optional::of)
                                .defaultIfEmpty(Optional.empty()))
                .map(found -> new Found(
                        found.getT1(), found.getT2(), found.getT3(), found.getT4(), found.getT5(), found.getT6()))
                .zipWhen(this::next, (found, next) -> home(me, offers, found, next.orElse(null)));
    }

    private Mono<Optional<Next>> next(Found found) {
        return found.going()
                .map(taken -> progress.next(taken.enrolment()).map(Optional::of))
                .orElse(Mono.just(Optional.empty()));
    }

    private Home home(Account me, List<Offer> offers, Found found, @Nullable Next next) {
        var rows = rows(found);
        var today = clock.today();
        return new Home(
                me.firstName(),
                greeting(LocalTime.ofInstant(clock.instant(), Clock.ZONE)),
                found.authority(),
                found.going().orElse(null),
                next,
                rows,
                rows.isEmpty() ? offers.stream().limit(SUGGESTED).toList() : List.of(),
                found.asked().stream()
                        .limit(DUE)
                        .map(asked -> due(asked, today))
                        .toList(),
                found.news()
                        .map(need -> new Home.News(need, LocalDate.ofInstant(need.declared(), Clock.ZONE)))
                        .orElse(null),
                Square.of(
                        offers,
                        found.taken(),
                        competencies.themes().stream().map(Theme::id).toList()),
                together(found.together()));
    }

    /** What was asked for and is not begun stands before what is under way, what is done after it. */
    private static List<Home.Row> rows(Found found) {
        var seen = new HashSet<String>();
        return Stream.of(
                        found.taken().stream()
                                .filter(taken -> !taken.isCompleted())
                                .map(taken -> Home.row(taken, found.certificates(), Clock.ZONE)),
                        found.asked().stream()
                                .filter(asked -> found.taken().stream().noneMatch(taken -> taken.module()
                                        .equals(asked.offer().id().module())))
                                .map(Home::row),
                        found.taken().stream()
                                .filter(Taken::isCompleted)
                                .map(taken -> Home.row(taken, found.certificates(), Clock.ZONE)))
                .flatMap(part -> part)
                .filter(row -> seen.add(row.module()))
                .limit(ROWS)
                .collect(Collectors.toUnmodifiableList());
    }

    private static Home.Due due(Asked asked, LocalDate today) {
        var day = asked.assignment().due();
        return new Home.Due(
                day,
                day.isBefore(today),
                asked.offer().title(),
                asked.offer().language(),
                asked.offer().id().module(),
                asked.offer().minutes());
    }

    /** Who knows their own lessons can take them away, so the others alone must be enough. */
    private static @Nullable Long together(AuthorityFigures.Together together) {
        return together.officials() > Suppression.FEWEST ? together.lessons() : null;
    }

    static String greeting(LocalTime now) {
        if (now.getHour() < 12) {
            return "morning";
        }
        return now.getHour() < 18 ? "afternoon" : "evening";
    }
}
