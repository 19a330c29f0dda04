package eu.includeu.academy.requests;

import eu.includeu.academy.accounts.Account;
import eu.includeu.academy.accounts.Action;
import eu.includeu.academy.authorities.Authorities;
import eu.includeu.academy.authorities.Authority;
import eu.includeu.academy.capacity.Need;
import eu.includeu.academy.capacity.Needs;
import eu.includeu.academy.capacity.Reach;
import eu.includeu.academy.catalogue.Catalogue;
import eu.includeu.academy.catalogue.Offer;
import eu.includeu.academy.competencies.Rung;
import eu.includeu.academy.platform.Clock;
import eu.includeu.academy.platform.Languages;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import reactor.core.publisher.Mono;

/** A coordinator asks for training that is not there (yet), trainers answer, and the coordinator says what came of it. */
@Service
public class Requesting {

    /** A request with who asks and all that happened to it. */
    record File(Requests.Entry entry, List<Step> steps) {}

    /** Whom a person may ask for, and which open needs it may be about. */
    record Desk(List<Authority> houses, List<Need> needs) {}

    /**
     * What a coordinator writes.
     *
     * @param authority that asks; where a need is named, it is the need's own
     */
    record Wish(
            Authority.@Nullable Id authority,
            Need.@Nullable Id need,
            String subject,
            String text,
            String language,
            UUID command) {}

    private final Requests requests;
    private final Needs needs;
    private final Authorities authorities;
    private final Catalogue catalogue;
    private final Clock clock;

    Requesting(Requests requests, Needs needs, Authorities authorities, Catalogue catalogue, Clock clock) {
        this.requests = requests;
        this.needs = needs;
        this.authorities = authorities;
        this.catalogue = catalogue;
        this.clock = clock;
    }

    /** All that a person may see: trainers everything, coordinators what is asked at and below their authorities. */
    @Transactional(readOnly = true)
    public Mono<List<Requests.Entry>> all(Account me) {
        return requests.all(everywhere(me), me);
    }

    /** What is asked at and below the authorities that a person answers for. */
    @Transactional(readOnly = true)
    public Mono<List<Requests.Entry>> own(Account me) {
        return requests.all(false, me);
    }

    /** The latest that no trainer has answered yet, for other pages of trainers. */
    @Transactional(readOnly = true)
    public Mono<List<Waiting>> waiting(int most, String language) {
        return requests.waiting(most).map(entries -> entries.stream()
                .map(entry -> Waiting.of(entry, language))
                .toList());
    }

    /** @param need beside those of the own authorities, one from below that somebody comes from; or null */
    @Transactional(readOnly = true)
    public Mono<Desk> desk(Account me, Need.@Nullable Id need) {
        var own = me.coordinates();
        return Mono.zip(authorities.these(own), needs.open(own), named(need, me))
                .map(all -> new Desk(
                        all.getT1(),
                        Stream.concat(all.getT3().stream(), all.getT2().stream())
                                .filter(each -> each.state().open())
                                .distinct()
                                .sorted(Comparator.comparing(
                                        each -> each.terms().deadline()))
                                .toList()));
    }

    private Mono<List<Need>> named(Need.@Nullable Id need, Account me) {
        return need == null
                ? Mono.just(List.of())
                : needs.find(need, new Reach(false, me.coordinates())).map(List::of);
    }

    @Transactional(readOnly = true)
    public Mono<File> file(Request.Id id, Account me) {
        return requests.find(id, everywhere(me), me)
                .zipWhen(entry -> requests.steps(entry.request()))
                .map(both -> new File(both.getT1(), both.getT2()));
    }

    /** What is on offer, to be asked for before a transaction: it is the same for everybody. */
    Mono<List<Offer>> offers(String reader) {
        return catalogue.offers(reader);
    }

    @Transactional
    public Mono<Request> ask(Wish wish, Account me) {
        return named(wish.need(), me)
                .map(needs -> request(wish, needs, me))
                .zipWhen(request -> requests.carriedOut(request.authority(), wish.command()))
                .flatMap(both -> both.getT2().isEmpty()
                        ? requests.add(both.getT1(), wish.command())
                        : Mono.just(both.getT2().get(0)));
    }

    private Request request(Wish wish, List<Need> needs, Account me) {
        var need = needs.isEmpty() ? null : needs.get(0);
        var house = need == null ? wish.authority() : need.authority();
        var mine = need != null || house != null && me.coordinates().contains(house);
        Request.checks(wish.subject(), wish.text(), Languages.known(wish.language()))
                .when(!mine, "authority", "request.authority.missing")
                .when(need != null && !need.state().open(), "need", "request.need.ended")
                .done();
        return new Request(
                Objects.requireNonNull(house),
                new Request.Id(UUID.randomUUID()),
                wish.subject().strip(),
                wish.text().strip(),
                wish.language(),
                need == null ? null : need.id().value(),
                need == null
                        ? null
                        : new Rung(need.terms().competency(), need.terms().target()),
                Request.State.OPEN,
                null,
                null,
                Request.moment(clock.instant()),
                me.id(),
                1);
    }

    /** A trainer answers. */
    @Transactional
    public Mono<Request> answer(Request.Id id, Request.Answer answer, UUID command, Account me) {
        return requests.find(id, everywhere(me), me)
                .map(Requests.Entry::request)
                .zipWhen(request -> requests.carriedOut(request.authority(), command))
                .flatMap(both -> both.getT2().isEmpty()
                        ? save(both.getT1(), both.getT1().answer(answer, clock.today()), answer, command, me, me.name())
                        : Mono.just(both.getT1()));
    }

    /** The authority that asked says what came of it. Somebody above may say it too; a trainer may not. */
    @Transactional
    public Mono<Request> close(Request.Id id, String feedback, UUID command, Account me) {
        return requests.find(id, false, me)
                .map(Requests.Entry::request)
                .zipWhen(request -> requests.carriedOut(request.authority(), command))
                .flatMap(both -> both.getT2().isEmpty()
                        ? save(
                                both.getT1(),
                                both.getT1().close(feedback),
                                new Request.Answer(Request.Event.CLOSE, feedback, null, null),
                                command,
                                me,
                                null)
                        : Mono.just(both.getT1()));
    }

    private Mono<Request> save(
            Request before, Request after, Request.Answer answer, UUID command, Account me, @Nullable String byline) {
        var event = answer.event();
        return event == null
                ? Mono.just(before)
                : requests.save(
                        after,
                        new Step(
                                event,
                                before.state(),
                                me.id(),
                                byline,
                                Request.moment(clock.instant()),
                                answer.said().strip(),
                                command));
    }

    private static boolean everywhere(Account me) {
        return me.may(Action.ANSWER_REQUEST);
    }
}
