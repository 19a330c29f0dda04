package eu.includeu.academy.matching;

import eu.includeu.academy.accounts.Account;
import eu.includeu.academy.accounts.Accounts;
import eu.includeu.academy.assignments.Assigning;
import eu.includeu.academy.assignments.AssignmentFigures;
import eu.includeu.academy.authorities.Authorities;
import eu.includeu.academy.capacity.Declaring;
import eu.includeu.academy.capacity.Ledger;
import eu.includeu.academy.capacity.Members;
import eu.includeu.academy.capacity.Need;
import eu.includeu.academy.capacity.Needs;
import eu.includeu.academy.capacity.Reach;
import eu.includeu.academy.capacity.Staff;
import eu.includeu.academy.catalogue.Catalogue;
import eu.includeu.academy.catalogue.Offer;
import eu.includeu.academy.gains.Measuring;
import eu.includeu.academy.needs.Joining;
import eu.includeu.academy.needs.Listing;
import eu.includeu.academy.platform.Clock;
import eu.includeu.academy.platform.Refused;
import eu.includeu.academy.progress.ProgressFigures;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import reactor.core.publisher.Mono;

/** Which modules would serve a need, and assigning one of them to people. */
@Service
public class Matching {

    /**
     * What a coordinator decides.
     *
     * @param module null while none is chosen
     * @param due null while no readable day is given
     */
    public record Choice(
            @Nullable String module,
            List<Account.Id> officials,
            @Nullable LocalDate due) {

        public Choice {
            officials = List.copyOf(officials);
        }
    }

    /** What was assigned to how many. */
    public record Assigned(Need need, int people) {}

    /** Half a year tells how an authority learns now. */
    private static final Duration PACE_OVER = Duration.ofDays(182);

    private final Needs needs;
    private final Listing listing;
    private final Members members;
    private final Accounts accounts;
    private final Authorities authorities;
    private final Catalogue catalogue;
    private final Measuring measuring;
    private final Assigning assigning;
    private final AssignmentFigures assigned;
    private final ProgressFigures progress;
    private final Joining joining;
    private final Ledger ledger;
    private final Weights weights;
    private final Clock clock;

    Matching(
            Needs needs,
            Listing listing,
            Members members,
            Accounts accounts,
            Authorities authorities,
            Catalogue catalogue,
            Measuring measuring,
            Assigning assigning,
            AssignmentFigures assigned,
            ProgressFigures progress,
            Joining joining,
            Ledger ledger,
            Weights weights,
            Clock clock) {
        this.needs = needs;
        this.listing = listing;
        this.members = members;
        this.accounts = accounts;
        this.authorities = authorities;
        this.catalogue = catalogue;
        this.measuring = measuring;
        this.assigning = assigning;
        this.assigned = assigned;
        this.progress = progress;
        this.joining = joining;
        this.ledger = ledger;
        this.weights = weights;
        this.clock = clock;
    }

    /** What is on offer, and what learners were measured to gain by it. */
    public record Supply(List<Offer> offers, Gains gains) {

        public Supply {
            offers = List.copyOf(offers);
        }
    }

    /** What is on offer, to be asked for before a transaction: it is the same for everybody. */
    public Mono<Supply> supply(String reader) {
        return catalogue
                .offers(reader)
                .zipWith(measuring.effects(), (offers, effects) -> new Supply(offers, Gains.of(effects)));
    }

    /** A need with all that its page shows. */
    @Transactional(readOnly = true)
    public Mono<NeedFile> file(Need.Id id, Account me, Supply supply) {
        return needs.find(id, Reach.of(me)).flatMap(need -> gather(need, me, supply));
    }

    private Mono<NeedFile> gather(Need need, Account me, Supply supply) {
        return Mono.zip(
                        listing.card(need.id(), me),
                        members.of(need),
                        accounts.of(need.authority()),
                        needs.ledger(need),
                        authorities.line(need.authority()),
                        assigned.duties(need.authority().value(), need.id().value()),
                        pace(need, supply.offers()),
                        joining.joint(need.id(), me))
                .map(all -> new NeedFile(
                        need,
                        all.getT1(),
                        all.getT2().coverage(need.terms()),
                        rank(need, all.getT1().country(), all.getT2(), supply, all.getT7()),
                        NeedFile.people(need.terms(), all.getT2(), all.getT3(), all.getT6()),
                        all.getT4(),
                        Declaring.mayVerify(need, all.getT5(), me),
                        all.getT2().named(),
                        all.getT7(),
                        all.getT8()));
    }

    private Mono<Pace> pace(Need need, List<Offer> offers) {
        var since = clock.instant().minus(PACE_OVER);
        return progress.spans(need.authority().value(), since).map(spans -> Pace.of(spans, offers, weights));
    }

    private Ranked rank(Need need, @Nullable String country, Staff staff, Supply supply, Pace pace) {
        return rank(need, country, staff, supply.offers(), weights.at(pace), supply.gains(), clock.today());
    }

    /** Ranks what is on offer for a need; depends on nothing but its arguments. */
    static Ranked rank(
            Need need,
            @Nullable String country,
            Staff staff,
            List<Offer> offers,
            Weights weights,
            Gains gains,
            LocalDate today) {
        var all = offers.stream()
                .map(offer -> Candidate.of(offer, gains.of(offer.id().module()), today))
                .toList();
        return new Ranking(weights, gains.common()).rank(need.terms(), country, staff, all, all, today);
    }

    /** Assigns a ranked module to people of the authority; the need is then planned. */
    @Transactional
    public Mono<Assigned> assign(Need.Id id, Choice choice, Account me, Supply supply, UUID command) {
        return file(id, me, supply)
                .zipWhen(file -> needs.carriedOut(file.need().authority(), command))
                .flatMap(both -> both.getT2().isEmpty()
                        ? carryOut(both.getT1(), choice, me, command)
                        : Mono.just(new Assigned(
                                both.getT2().get(0), choice.officials().size())));
    }

    private Mono<Assigned> carryOut(NeedFile file, Choice choice, Account me, UUID command) {
        var need = file.need();
        return Mono.fromSupplier(() -> checked(file, choice))
                .zipWhen(plan -> assigning.assign(
                        me,
                        need.authority(),
                        plan.match().module().module(),
                        plan.officials(),
                        need.id().value(),
                        plan.due()))
                .doOnNext(both -> Refused.checks()
                        .when(both.getT2() == 0, "officials", "need.assign.nobody-new")
                        .done())
                .flatMap(both -> note(need, both.getT1(), both.getT2(), me, command));
    }

    /** A choice that can be carried out. */
    private record Plan(Ranked.Match match, List<Account.Id> officials, LocalDate due) {}

    private Plan checked(NeedFile file, Choice choice) {
        Refused.when(!file.assignable(), "need.assign.closed");
        var known = file.people().stream().map(NeedFile.Person::id).collect(Collectors.toSet());
        var match = file.ranked().best().stream()
                .filter(each -> each.module().module().equals(choice.module()))
                .findFirst();
        var due = choice.due();
        Refused.checks()
                .when(match.isEmpty(), "module", "need.assign.module")
                .when(choice.officials().isEmpty(), "officials", "need.assign.nobody")
                .when(!known.containsAll(choice.officials()), "officials", "need.assign.unknown")
                .when(due == null, "due", "need.assign.due.missing")
                .when(due != null && !due.isAfter(clock.today()), "due", "need.assign.due.past")
                .done();
        return new Plan(match.orElseThrow(), choice.officials(), Objects.requireNonNull(due));
    }

    private Mono<Assigned> note(Need need, Plan plan, int people, Account me, UUID command) {
        var event = need.may(Need.Event.PLAN) ? Need.Event.PLAN : Need.Event.AMEND;
        var after = need.apply(event, Need.Circumstances.on(clock.today(), 0));
        return ledger.step(need, after, event, me.id(), cause(plan, people), command)
                .map(saved -> new Assigned(saved, people));
    }

    /** How many, and not who: that is the assignments' to say, to those who may know. */
    private static Map<String, Object> cause(Plan plan, int people) {
        return Map.of(
                "module", plan.match().module().module(),
                "version", plan.match().module().id().number(),
                "score", plan.match().score().total(),
                "people", people,
                "due", plan.due().toString());
    }
}
