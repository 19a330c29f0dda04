package eu.includeu.academy.reporting;

import eu.includeu.academy.accounts.Account;
import eu.includeu.academy.accounts.Role;
import eu.includeu.academy.authorities.Authorities;
import eu.includeu.academy.authorities.Authority;
import eu.includeu.academy.authorities.AuthorityFigures;
import eu.includeu.academy.authorities.Disclosed;
import eu.includeu.academy.authorities.RegionMap;
import eu.includeu.academy.authorities.Share;
import eu.includeu.academy.authorities.TileMap;
import eu.includeu.academy.capacity.NeedFigures;
import eu.includeu.academy.catalogue.Offer;
import eu.includeu.academy.needs.Listing;
import eu.includeu.academy.platform.Missing;
import eu.includeu.academy.progress.ProgressFigures;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import reactor.core.publisher.Mono;

/** Shows an authority: to coordinators with its people, to its own officials and to administrators in figures only. */
@Service
class Portraying {

    private static final int PAGE = 25;
    private static final int NEEDS = 50;

    private final Authorities authorities;
    private final AuthorityFigures figures;
    private final ProgressFigures progress;
    private final Listing listing;
    private final NeedFigures needs;

    Portraying(
            Authorities authorities,
            AuthorityFigures figures,
            ProgressFigures progress,
            Listing listing,
            NeedFigures needs) {
        this.authorities = authorities;
        this.figures = figures;
        this.progress = progress;
        this.listing = listing;
        this.needs = needs;
    }

    /** The people after whom the page of a table begins. */
    record Place(String name, UUID id) {

        static final Place START = new Place("", new UUID(0, 0));
    }

    /** Whether the asker answers for the authority. */
    Mono<Boolean> reaches(Account me, UUID id) {
        return figures.reached(me.scope().roots(), List.of(id)).hasElements();
    }

    /** With its people; Missing unless the asker answers for it. */
    @Transactional(readOnly = true)
    public Mono<Portrait> withPeople(UUID id, Account me, Place after, List<Offer> offers, Locale locale) {
        var titles = byModule(offers);
        return line(id).zipWhen(line -> reached(me, line))
                .filter(both -> both.getT2().contains(id))
                .switchIfEmpty(Mono.error(() -> new Missing(id)))
                .map(both -> portrait(both.getT1(), both.getT2(), locale))
                .zipWith(figures.own(id), (portrait, own) -> portrait.withShare(share(own)))
                .zipWith(listing.first(post(me, id), Listing.Part.of(new Authority.Id(id)), NEEDS), Portrait::withCards)
                .zipWith(
                        progress.learners(id, after.name(), after.id(), PAGE + 1, locale.getLanguage()),
                        (portrait, read) -> portrait.withPeople(people(titles, read, after)));
    }

    /** In figures that tell of nobody: to whoever works there, and to administrators; Missing for all others. */
    @Transactional(readOnly = true)
    public Mono<Portrait> withoutPeople(UUID id, Account me, Disclosed disclosed, Locale locale) {
        return Mono.just(id)
                .filter(wanted -> me.authority().value().equals(wanted) || me.is(Role.ADMINISTRATOR))
                .switchIfEmpty(Mono.error(() -> new Missing(id)))
                .flatMap(this::line)
                .map(line -> portrait(line, Set.of(), locale))
                .map(portrait -> portrait.withShare(disclosed.authority(id)))
                .zipWith(needs.open(id), Portrait::withNeeds);
    }

    /** The authority and those above it; Missing when there is none. */
    private Mono<List<Authority>> line(UUID id) {
        return authorities
                .line(new Authority.Id(id))
                .filter(line -> !line.isEmpty())
                .switchIfEmpty(Mono.error(() -> new Missing(id)));
    }

    private Mono<Set<UUID>> reached(Account me, List<Authority> line) {
        return figures.reached(
                        me.scope().roots(),
                        line.stream().map(body -> body.id().value()).toList())
                .collect(Collectors.toUnmodifiableSet());
    }

    private static Portrait portrait(List<Authority> line, Set<UUID> reach, Locale locale) {
        var body = line.get(0);
        var above = new ArrayList<>(line.subList(1, line.size()).stream()
                .map(up -> new Portrait.Above(
                        up.nameIn(locale.getLanguage()),
                        reach.contains(up.id().value()) ? "/authorities/" + up.id() : null))
                .toList());
        Collections.reverse(above);
        return new Portrait(
                body,
                body.nameIn(locale.getLanguage()),
                place(body, locale),
                List.copyOf(above),
                null,
                List.of(),
                List.of(),
                null);
    }

    private static String place(Authority body, Locale locale) {
        var nuts = Objects.requireNonNullElse(body.nuts(), "");
        var region = nuts.length() < 4 ? "" : TileMap.nameOf(nuts.substring(0, 4), locale.getLanguage());
        var country = body.country() == null ? "" : RegionMap.countryName(body.country(), locale);
        return region.isEmpty() ? country : region + ", " + country;
    }

    /** Nobody in person, answering for this authority and all below it. */
    private static Account post(Account me, UUID id) {
        return new Account(
                me.id(),
                "",
                "",
                me.language(),
                me.mode(),
                me.authority(),
                Set.of(new Account.Grant(Role.COORDINATOR, new Authority.Id(id))));
    }

    private static Share share(AuthorityFigures.Figures own) {
        return new Share(own.certified(), own.officials());
    }

    private static Portrait.People people(Map<String, Offer> offers, List<ProgressFigures.Learner> read, Place after) {
        var rows = read.stream()
                .limit(PAGE)
                .map(learner -> new Portrait.Person(
                        learner.id(),
                        learner.name(),
                        learner.steps().stream()
                                .map(step -> taken(offers, step))
                                .toList()))
                .toList();
        var more = read.size() > PAGE;
        return new Portrait.People(
                rows,
                after.equals(Place.START),
                more ? rows.get(PAGE - 1).name() : null,
                more ? rows.get(PAGE - 1).id() : null);
    }

    private static Portrait.Taken taken(Map<String, Offer> offers, ProgressFigures.Step step) {
        var offer = offers.get(step.module());
        var tiles = new ArrayList<>(Collections.nCopies(step.done(), "full"));
        tiles.addAll(Collections.nCopies(step.lessons() - step.done(), "empty"));
        return new Portrait.Taken(
                offer == null ? step.module() : offer.title(),
                offer == null ? "en" : offer.language(),
                offer == null ? "crosscutting" : offer.theme(),
                step.review() == null || step.review().equals("none") ? step.state() : step.review(),
                step.done(),
                step.lessons(),
                List.copyOf(tiles));
    }

    private static Map<String, Offer> byModule(List<Offer> offers) {
        return offers.stream().collect(Collectors.toMap(offer -> offer.id().module(), Function.identity()));
    }
}
