package eu.includeu.academy.exchange;

import eu.includeu.academy.accounts.Account;
import eu.includeu.academy.accounts.Action;
import eu.includeu.academy.accounts.May;
import eu.includeu.academy.accounts.Notice;
import eu.includeu.academy.authorities.Authority;
import eu.includeu.academy.competencies.Competencies;
import eu.includeu.academy.pairing.Wishes;
import eu.includeu.academy.platform.Clock;
import eu.includeu.academy.platform.Problem;
import eu.includeu.academy.platform.Refused;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.WebSession;
import reactor.core.publisher.Mono;

/** The map of peers, what is proposed to the reader's authorities, and on what terms they take part. */
@Controller
@RequestMapping("/peers")
class PeerPages {

    /** As typed. */
    public record TermsForm(
            @Nullable String authority,
            @Nullable String hosts,
            @Nullable String visits,
            @Nullable String interpreter) {

        Member read(Authority.Id house) {
            var member = new Member(house, number(hosts), number(visits), interpreter != null);
            return member.checked();
        }

        /** What is no number is refused as one that is too small. */
        private static int number(@Nullable String text) {
            try {
                return Integer.parseInt(Objects.requireNonNullElse(text, "").strip());
            } catch (NumberFormatException malformed) {
                return -1;
            }
        }
    }

    /** Whom an authority would rather meet: up to three, the dearest first. */
    record WishForm(
            @Nullable String authority,
            @Nullable String side,
            @Nullable String first,
            @Nullable String second,
            @Nullable String third) {

        List<Authority.Id> others() {
            return Stream.of(first, second, third)
                    .map(PeerPages::id)
                    .flatMap(Optional::stream)
                    .toList();
        }

        Visit.Side to() {
            return "guest".equals(side) ? Visit.Side.GUEST : Visit.Side.HOST;
        }
    }

    /** A choice of a list. */
    public record Choice(String value, String label) {}

    /** A round in the table; without figures while it is being worked out. */
    public record RoundRow(
            String way,
            boolean byNight,
            boolean ended,
            @Nullable Integer proposed,
            @Nullable Double total,
            @Nullable Integer blocking,
            @Nullable Double otherTotal,
            @Nullable Integer otherBlocking) {

        static RoundRow of(Rounds.Ended round) {
            return new RoundRow(
                    round.way().key(),
                    round.byNight(),
                    round.isEnded(),
                    round.proposed(),
                    round.total(),
                    round.blocking(),
                    round.otherTotal(),
                    round.otherBlocking());
        }
    }

    /** Everything the page needs to know. */
    private record Known(
            List<Authority> houses,
            List<Authority> everybody,
            List<Member> members,
            Wishes wishes,
            List<Visiting.File> visits) {}

    private final Joining joining;
    private final Visiting visiting;
    private final Peering peering;
    private final Competencies competencies;
    private final MessageSource texts;
    private final Clock clock;

    PeerPages(
            Joining joining,
            Visiting visiting,
            Peering peering,
            Competencies competencies,
            MessageSource texts,
            Clock clock) {
        this.joining = joining;
        this.visiting = visiting;
        this.peering = peering;
        this.competencies = competencies;
        this.texts = texts;
        this.clock = clock;
    }

    @GetMapping
    @May(Action.SEE_PEERS)
    Mono<Rendering> peers(
            @RequestParam(required = false) @Nullable String authority,
            @AuthenticationPrincipal Account me,
            Locale locale) {
        return page(authority, null, List.of(), HttpStatus.OK, me, locale);
    }

    @PostMapping("/terms")
    @May(Action.VISIT_PEERS)
    Mono<Rendering> join(
            @ModelAttribute TermsForm form, @AuthenticationPrincipal Account me, WebSession session, Locale locale) {
        return Mono.fromSupplier(() -> form.read(house(form.authority())))
                .flatMap(member -> joining.join(member, me))
                .thenReturn("/peers?authority=" + Objects.requireNonNullElse(form.authority(), ""))
                .map(back -> Notice.then(session, "peers.terms.saved", back))
                .onErrorResume(
                        Refused.class,
                        refused -> page(
                                form.authority(),
                                form,
                                refused.problems(),
                                HttpStatus.UNPROCESSABLE_CONTENT,
                                me,
                                locale));
    }

    @PostMapping("/wishes")
    @May(Action.VISIT_PEERS)
    Mono<Rendering> wish(
            @ModelAttribute WishForm form, @AuthenticationPrincipal Account me, WebSession session, Locale locale) {
        return Mono.fromSupplier(() -> house(form.authority()))
                .flatMap(house -> joining.wish(house, form.to(), form.others(), me))
                .thenReturn("/peers?authority=" + Objects.requireNonNullElse(form.authority(), ""))
                .map(back -> Notice.then(session, "peers.wishes.saved", back))
                .onErrorResume(
                        Refused.class,
                        refused -> page(
                                form.authority(),
                                null,
                                refused.problems(),
                                HttpStatus.UNPROCESSABLE_CONTENT,
                                me,
                                locale));
    }

    @PostMapping("/rounds")
    @May(Action.PAIR_PEERS)
    Mono<Rendering> pair(
            @RequestParam(defaultValue = "worth") String way, @AuthenticationPrincipal Account me, WebSession session) {
        return peering.ask(Rounds.Way.of(way), me)
                .then(Mono.fromSupplier(() -> Notice.then(session, "peers.round.asked", "/peers")));
    }

    private Mono<Rendering> page(
            @Nullable String authority,
            @Nullable TermsForm typed,
            List<Problem> problems,
            HttpStatus status,
            Account me,
            Locale locale) {
        var known = Mono.zip(
                        joining.houses(me), joining.everybody(), joining.members(), joining.wishes(), visiting.all(me))
                .map(all -> new Known(all.getT1(), all.getT2(), all.getT3(), all.getT4(), all.getT5()));
        var rounds = me.may(Action.PAIR_PEERS) ? peering.latest() : Mono.just(List.<Rounds.Ended>of());
        return Mono.zip(known, rounds).map(both -> show(both.getT1(), authority, typed, me, locale)
                .modelAttribute(
                        "rounds", both.getT2().stream().map(RoundRow::of).toList())
                .modelAttribute("problems", problems)
                .status(status)
                .build());
    }

    private Rendering.Builder<?> show(
            Known known, @Nullable String authority, @Nullable TermsForm typed, Account me, Locale locale) {
        var house = chosen(known.houses(), authority, me);
        var visits = known.visits().stream()
                .map(file -> VisitView.of(file, competencies, clock.today(), locale))
                .toList();
        return Rendering.view("exchange/peers")
                .modelAttribute("map", PeerMap.draw(known.members(), known.everybody(), texts, locale))
                .modelAttribute(
                        "open", visits.stream().filter(VisitView::isOpen).toList())
                .modelAttribute(
                        "past", visits.stream().filter(visit -> !visit.isOpen()).toList())
                .modelAttribute("mayVisit", me.may(Action.VISIT_PEERS) && house != null)
                .modelAttribute("mayPair", me.may(Action.PAIR_PEERS))
                .modelAttribute("houses", choices(known.houses(), locale))
                .modelAttribute("chosen", house == null ? "" : house.id().toString())
                .modelAttribute("form", typed != null ? typed : form(known, house))
                .modelAttribute("others", choices(known.everybody(), locale))
                .modelAttribute("wishedHosts", wished(known.wishes().hosts().get(idOf(house))))
                .modelAttribute("wishedGuests", wished(known.wishes().guests().get(idOf(house))));
    }

    private static TermsForm form(Known known, @Nullable Authority house) {
        return known.members().stream()
                .filter(member -> house != null && member.authority().equals(house.id()))
                .findFirst()
                .map(member -> new TermsForm(
                        member.authority().toString(),
                        String.valueOf(member.hosts()),
                        String.valueOf(member.visits()),
                        member.interpreter() ? "yes" : null))
                .orElseGet(() -> new TermsForm(house == null ? "" : house.id().toString(), "0", "0", null));
    }

    private static Authority.Id idOf(@Nullable Authority house) {
        return house == null ? new Authority.Id(new UUID(0, 0)) : house.id();
    }

    private static List<String> wished(@Nullable List<Authority.Id> others) {
        return others == null
                ? List.of()
                : others.stream().map(Authority.Id::toString).toList();
    }

    private static List<Choice> choices(List<Authority> authorities, Locale locale) {
        return authorities.stream()
                .filter(each -> each.kind() != Authority.Kind.PARTNERSHIP)
                .map(each -> new Choice(each.id().toString(), each.nameIn(locale.getLanguage())))
                .toList();
    }

    private static @Nullable Authority chosen(List<Authority> houses, @Nullable String wanted, Account me) {
        return houses.stream()
                .filter(house -> house.id().toString().equals(wanted))
                .findFirst()
                .or(() -> houses.stream()
                        .filter(house -> house.id().equals(me.authority()))
                        .findFirst())
                .or(() -> houses.stream().findFirst())
                .orElse(null);
    }

    private static Authority.Id house(@Nullable String text) {
        return id(text).orElseThrow(() -> new Refused(List.of(Problem.of("authority", "need.authority.missing"))));
    }

    private static Optional<Authority.Id> id(@Nullable String text) {
        try {
            return Optional.of(new Authority.Id(UUID.fromString(Objects.requireNonNullElse(text, ""))));
        } catch (IllegalArgumentException malformed) {
            return Optional.empty();
        }
    }
}
