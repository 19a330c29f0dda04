package eu.includeu.academy.needs;

import eu.includeu.academy.accounts.Account;
import eu.includeu.academy.authorities.Authority;
import eu.includeu.academy.capacity.Declaring;
import eu.includeu.academy.capacity.Members;
import eu.includeu.academy.capacity.Need;
import eu.includeu.academy.capacity.Needs;
import eu.includeu.academy.capacity.Terms;
import eu.includeu.academy.competencies.Competencies;
import eu.includeu.academy.platform.Clock;
import eu.includeu.academy.platform.Problem;
import eu.includeu.academy.platform.Refused;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * Declaring many needs at once, from a table that a region collected. A file is first handed in and looked through: all
 * that is wrong is told, line by line, and nothing is declared. Then its good lines are, on request, each authority's in a
 * transaction of its own; the same file again declares nothing twice.
 */
@Service
public class Importing {

    private final Batches batches;
    private final Declaring declaring;
    private final Needs needs;
    private final Members members;
    private final Competencies competencies;
    private final Clock clock;

    Importing(
            Batches batches,
            Declaring declaring,
            Needs needs,
            Members members,
            Competencies competencies,
            Clock clock) {
        this.batches = batches;
        this.members = members;
        this.declaring = declaring;
        this.needs = needs;
        this.competencies = competencies;
        this.clock = clock;
    }

    /**
     * A file that was looked through.
     *
     * @param amends how many of its good lines amend a need that is open already
     * @param same how many say what is declared already, so that nothing is left to do
     */
    public record Checked(Batch batch, NeedSheet sheet, int amends, int same) {

        public int good() {
            return sheet.good().size();
        }

        public int fresh() {
            return good() - amends - same;
        }

        /** Whether something in it is left to declare. */
        public boolean ready() {
            return fresh() + amends > 0;
        }
    }

    /** Takes a file in; one that is no table of needs is refused, and not kept. */
    @Transactional
    public Mono<Batch.Id> handIn(byte[] bytes, Account me, Batch.Id id) {
        return Mono.fromSupplier(() -> Batch.readable(bytes))
                .zipWith(declaring.houses(me))
                .delayUntil(both -> read(both.getT1(), both.getT2()))
                .map(both -> new Batch(me.authority(), id, me.id(), both.getT1(), clock.instant(), null, null))
                .flatMap(batches::add)
                .thenReturn(id);
    }

    /** The file of this person, looked through as of today. */
    @Transactional(readOnly = true)
    public Mono<Checked> check(Batch.Id id, Account me) {
        return batches.find(id, me.id()).flatMap(batch -> check(batch, me));
    }

    private Mono<Checked> check(Batch batch, Account me) {
        return declaring
                .houses(me)
                .flatMap(houses -> read(batch.text(), houses))
                .zipWhen(sheet -> needs.open(authorities(sheet)).zipWith(members.holding(wanted(sheet))))
                .map(both -> checked(
                        batch, both.getT1(), both.getT2().getT1(), both.getT2().getT2()));
    }

    /** Reading a large file takes its time, which no other request should wait for. */
    private Mono<NeedSheet> read(String text, List<Authority> houses) {
        Refused.when(houses.isEmpty(), "import.nobody");
        return Mono.fromCallable(() -> NeedSheet.read(text, houses, competencies, clock.today()))
                .subscribeOn(Schedulers.boundedElastic());
    }

    private static Checked checked(Batch batch, NeedSheet read, List<Need> open, Map<Members.Wanted, Integer> holding) {
        var known =
                open.stream().collect(Collectors.toMap(need -> wanted(need.authority(), need.terms()), Need::terms));
        var sheet = read.with(filled(read, known, holding));
        var before = sheet.good().stream()
                .filter(line -> known.containsKey(wanted(line)))
                .toList();
        var same = (int) before.stream()
                .filter(line -> Objects.equals(known.get(wanted(line)), line.terms()))
                .count();
        return new Checked(batch, sheet, before.size() - same, same);
    }

    /** Lines that ask for no more people than hold the level already, by their number. */
    private static Map<Integer, List<Problem>> filled(
            NeedSheet sheet, Map<Members.Wanted, Terms> known, Map<Members.Wanted, Integer> holding) {
        return sheet.good().stream()
                .filter(line -> !known.containsKey(wanted(line)))
                .filter(line -> holding.getOrDefault(wanted(line), 0)
                        >= Objects.requireNonNull(line.terms()).staff())
                .collect(Collectors.toMap(
                        NeedSheet.Line::number,
                        line -> List.of(
                                Problem.of("staff", "need.staff.already", holding.getOrDefault(wanted(line), 0)))));
    }

    private static List<Members.Wanted> wanted(NeedSheet sheet) {
        return sheet.good().stream().map(Importing::wanted).toList();
    }

    private static Members.Wanted wanted(NeedSheet.Line line) {
        return wanted(authority(line), Objects.requireNonNull(line.terms()));
    }

    private static Members.Wanted wanted(Authority.Id authority, Terms terms) {
        return new Members.Wanted(authority, terms.competency(), terms.target());
    }

    /** Declares the good lines, one authority after the other; gives the file again, with what was refused after all. */
    public Mono<Checked> declare(Checked checked, Account me) {
        var byAuthority = checked.sheet().good().stream().collect(Collectors.groupingBy(Importing::authority));
        return Flux.fromIterable(byAuthority.entrySet())
                .concatMap(house -> declaring.declareAll(me, house.getKey(), orders(checked.batch(), house.getValue())))
                .flatMapIterable(Function.identity())
                .filter(outcome -> !outcome.problems().isEmpty())
                .collectMap(Declaring.Outcome::command, Declaring.Outcome::problems)
                .map(refused -> told(checked, refused));
    }

    /** Notes how many lines were declared. */
    @Transactional
    public Mono<Void> close(Checked checked, Account me) {
        return batches.find(checked.batch().id(), me.id())
                .flatMap(batch -> batches.done(batch, checked.good() - checked.same(), clock.instant()));
    }

    private static Checked told(Checked checked, Map<java.util.UUID, List<Problem>> refused) {
        var byLine = checked.sheet().good().stream()
                .filter(line -> refused.containsKey(checked.batch().command(line.number())))
                .collect(Collectors.toMap(
                        NeedSheet.Line::number,
                        line -> Objects.requireNonNull(
                                refused.get(checked.batch().command(line.number())))));
        return new Checked(checked.batch(), checked.sheet().with(byLine), checked.amends(), checked.same());
    }

    private static List<Declaring.Order> orders(Batch batch, List<NeedSheet.Line> lines) {
        return lines.stream()
                .map(line -> new Declaring.Order(Objects.requireNonNull(line.terms()), batch.command(line.number())))
                .toList();
    }

    private static List<Authority.Id> authorities(NeedSheet sheet) {
        Set<Authority.Id> named =
                sheet.good().stream().map(Importing::authority).collect(Collectors.toSet());
        return List.copyOf(named);
    }

    private static Authority.Id authority(NeedSheet.Line line) {
        return Objects.requireNonNull(line.authority()).id();
    }
}
