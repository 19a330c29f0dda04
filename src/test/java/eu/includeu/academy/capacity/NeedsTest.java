package eu.includeu.academy.capacity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.includeu.academy.AcademyTest;
import eu.includeu.academy.accounts.Account;
import eu.includeu.academy.capacity.Need.State;
import eu.includeu.academy.competencies.Competency;
import eu.includeu.academy.competencies.Rung;
import eu.includeu.academy.evidence.Evidence;
import eu.includeu.academy.platform.Clock;
import eu.includeu.academy.platform.Missing;
import eu.includeu.academy.platform.Refused;
import eu.includeu.academy.platform.Scope;
import eu.includeu.academy.platform.Stale;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.util.context.Context;

/** Needs on a real database: the ledger, the reach of those who ask, and what happens by itself. */
@AcademyTest
@TestPropertySource(properties = "academy.trial=capacity")
class NeedsTest {

    private static final Competency.Id LAW = Competency.Id.of("XCU-8");

    @Autowired
    private Declaring declaring;

    @Autowired
    private Needs needs;

    @Autowired
    private Settling settling;

    @Autowired
    private Evidence evidence;

    @Autowired
    private TransactionalOperator transaction;

    @Autowired
    private DatabaseClient db;

    @Autowired
    private Clock clock;

    @Autowired
    private Environment environment;

    private Town town;

    @BeforeEach
    void settle() {
        town = Town.of(environment, 5);
    }

    private Terms terms(int staff) {
        return new Terms(LAW, 0, 2, staff, Terms.Weight.MEDIUM, clock.today().plusDays(60), List.of("nl", "en"), "");
    }

    private Need declare(int staff) {
        return declare(terms(staff), UUID.randomUUID());
    }

    private Need declare(Terms terms, UUID command) {
        return as(town.coordinator, () -> declaring.declare(town.coordinator, town.town, terms, command));
    }

    private static <T> T as(Account account, Supplier<Mono<T>> question) {
        return Objects.requireNonNull(
                question.get().contextWrite(Town.as(account)).block());
    }

    private Need now(Need need) {
        return as(town.coordinator, () -> declaring.find(need.id(), town.coordinator));
    }

    private List<Need.Event> ledger(Need need) {
        return as(town.coordinator, () -> needs.ledger(need)
                .as(transaction::transactional)
                .map(entries ->
                        entries.stream().map(entry -> entry.event().event()).toList()));
    }

    @Test
    void keepsANeedWithTheFirstLineOfItsLedger() {
        var need = declare(3);
        assertThat(now(need)).isEqualTo(need);
        assertThat(need.version()).isEqualTo(1);
        assertThat(need.state()).isEqualTo(State.DECLARED);
        assertThat(ledger(need)).containsExactly(Need.Event.DECLARE);
        assertThat(tallied("needs.declared")).isEqualTo(1);
    }

    private long tallied(String measure) {
        return town.count("(select 1 from authorities.delta where authority = '" + town.town + "' and measure = '"
                + measure + "' union all select 1 from authorities.figure where authority = '" + town.town
                + "' and measure = '" + measure + "') as noted");
    }

    @Test
    void carriesAnOrderOutOnce() {
        var command = UUID.randomUUID();
        var first = declare(terms(3), command);
        var again = declare(terms(4), command);
        assertThat(again).isEqualTo(first);
        assertThat(now(first).terms().staff()).isEqualTo(3);
        assertThat(ledger(first)).hasSize(1);

        var back = UUID.randomUUID();
        as(town.coordinator, () -> declaring.withdraw(first.id(), "Not needed.", town.coordinator, back));
        var withdrawn = as(town.coordinator, () -> declaring.withdraw(first.id(), "Again.", town.coordinator, back));
        assertThat(withdrawn.state()).isEqualTo(State.WITHDRAWN);
        assertThat(ledger(first)).containsExactly(Need.Event.DECLARE, Need.Event.WITHDRAW);
    }

    @Test
    void amendsTheOpenNeedInsteadOfASecondOne() {
        var first = declare(3);
        var second = declare(4);
        assertThat(second.id()).isEqualTo(first.id());
        assertThat(now(first).terms().staff()).isEqualTo(4);
        assertThat(ledger(first)).containsExactly(Need.Event.DECLARE, Need.Event.AMEND);
    }

    @Test
    void opensOneNeedHoweverManyDeclareAtOnce() {
        var declared = Flux.range(1, 8)
                .flatMap(staff -> declaring
                        .declare(town.coordinator, town.town, terms(staff), UUID.randomUUID())
                        .onErrorResume(Stale.class, quicker -> Mono.empty()))
                .contextWrite(Town.as(town.coordinator))
                .collectList()
                .block();
        assertThat(declared).isNotEmpty();
        assertThat(town.count("capacity.need where authority = '" + town.town + "'"))
                .isEqualTo(1);
        assertThat(town.count("capacity.need_event where authority = '" + town.town + "'"))
                .isEqualTo(declared == null ? 0 : declared.size());
    }

    @Test
    void isNotThereForAStranger() {
        var need = declare(3);
        assertThatThrownBy(() -> as(town.stranger, () -> declaring.find(need.id(), town.stranger)))
                .isInstanceOf(Missing.class);
        assertThatThrownBy(() -> as(
                        town.stranger,
                        () -> declaring.withdraw(need.id(), "Mine now.", town.stranger, UUID.randomUUID())))
                .isInstanceOf(Missing.class);
        assertThat(as(town.regional, () -> declaring.find(need.id(), town.regional)))
                .isEqualTo(need);
    }

    @Test
    void isNotThereForAStrangerEvenWhenTheApplicationForgetsToAsk() {
        var need = declare(3);
        var everywhere = new Reach(true, List.of());
        assertThatThrownBy(() -> as(
                        town.stranger, () -> needs.find(need.id(), everywhere).as(transaction::transactional)))
                .isInstanceOf(Missing.class);
        assertThatThrownBy(() ->
                        as(town.stranger, () -> needs.save(need, line(need)).as(transaction::transactional)))
                .isInstanceOf(RuntimeException.class);
        assertThat(ledger(need)).hasSize(1);
    }

    private NeedEvent line(Need need) {
        return NeedEvent.of(
                need, need, Need.Event.AMEND, town.coordinator.id(), clock.instant(), Map.of(), UUID.randomUUID());
    }

    @Test
    void refusesADeclarationForAForeignAuthorityAsForNone() {
        assertThatThrownBy(() -> as(
                        town.stranger, () -> declaring.declare(town.stranger, town.town, terms(3), UUID.randomUUID())))
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused -> assertThat(refused.problems().get(0).code()).isEqualTo("need.authority.missing"));
    }

    @Test
    void letsTheQuickerOneWin() {
        var need = declare(3);
        declare(4);
        assertThatThrownBy(() ->
                        as(town.coordinator, () -> needs.save(need, line(need)).as(transaction::transactional)))
                .isInstanceOf(Stale.class);
        assertThat(ledger(need)).hasSize(2);
    }

    @Test
    void neverChangesALineOfTheLedger() {
        declare(3);
        for (var statement :
                List.of("update capacity.need_event set event = 'close'", "delete from capacity.need_event")) {
            assertThatThrownBy(() -> as(
                            town.coordinator,
                            () -> db.sql(statement).fetch().rowsUpdated().as(transaction::transactional)))
                    .hasMessageContaining("permission denied");
        }
    }

    @Test
    void isVerifiedFromAboveAndNeverByWhoDeclaredIt() {
        var need = declare(3);
        assertThatThrownBy(() ->
                        as(town.coordinator, () -> declaring.verify(need.id(), town.coordinator, UUID.randomUUID())))
                .isInstanceOf(Refused.class);
        var verified = as(town.regional, () -> declaring.verify(need.id(), town.regional, UUID.randomUUID()));
        assertThat(verified.state()).isEqualTo(State.VERIFIED);

        var own =
                as(town.regional, () -> declaring.declare(town.regional, town.neighbour, terms(1), UUID.randomUUID()));
        assertThatThrownBy(() -> as(town.regional, () -> declaring.verify(own.id(), town.regional, UUID.randomUUID())))
                .isInstanceOf(Refused.class);
    }

    @Test
    void isMetWithTheLastPlaceFilledAndLapsesWithTheEvidence() {
        var need = declare(2);
        town.evidence(town.officials.get(0), town.town, "XCU-8", 2, "null");
        completion();
        assertThat(now(need).state()).isEqualTo(State.DECLARED);

        // level 2 without level 1 is no level
        town.owner(
                "insert into evidence.evidence (authority, official, competency, level, source, source_id, valid_from)"
                        + " values ('" + town.town + "', '" + town.officials.get(1)
                        + "', 'XCU-8', 2, 'prior', gen_random_uuid(), now())");
        completion();
        assertThat(now(need).state()).isEqualTo(State.DECLARED);

        town.evidence(town.officials.get(2), town.town, "XCU-8", 3, "now() + interval '1 hour'");
        completion();
        assertThat(now(need).state()).isEqualTo(State.MET);
        due();
        assertThat(now(need).state()).isEqualTo(State.MET);

        town.owner("update evidence.evidence set valid_until = now() where official = '" + town.officials.get(2) + "'");
        due();
        assertThat(now(need).state()).isEqualTo(State.IN_PROGRESS);
        assertThat(ledger(need)).containsExactly(Need.Event.DECLARE, Need.Event.MET, Need.Event.LAPSE);
    }

    @Test
    void isLateTheDayAfter() {
        var need = declare(2);
        town.owner("update capacity.need set deadline = '" + clock.today() + "' where id = '" + need.id() + "'");
        due();
        assertThat(now(need).state()).isEqualTo(State.DECLARED);
        town.owner("update capacity.need set deadline = '" + clock.today().minusDays(1) + "' where id = '" + need.id()
                + "'");
        due();
        due();
        assertThat(now(need).state()).isEqualTo(State.OVERDUE);
        assertThat(ledger(need)).containsExactly(Need.Event.DECLARE, Need.Event.EXPIRE);
    }

    /** As an official's own transaction does it, which sees no colleague; then as the house does. */
    private void completion() {
        settling.lookAgain(town.town, List.of(new Rung(LAW, 1), new Rung(LAW, 2)))
                .as(transaction::transactional)
                .contextWrite(
                        Context.of(Scope.class, new Scope(town.officials.get(0).value(), List.of())))
                .block();
        // another turn, should the academy's own second have come first
        for (var turn = 0; turn < 20 && town.count("capacity.recount") > 0; turn++) {
            settling.settle().contextWrite(town.asHouse()).block();
        }
    }

    private void due() {
        settling.settleDue().contextWrite(town.asHouse()).block();
    }

    @Test
    void keepsItsLedgerFromTheOwnerOfTheTablesToo() {
        var need = declare(3);
        var line = "where need = '" + need.id() + "'";
        for (var repair : List.of(
                "update capacity.need_event set at = now() " + line,
                "delete from capacity.need_event " + line,
                "truncate capacity.need_event",
                "insert into capacity.need_event select authority, need, ordinal + 2, event, became, became, actor, at, cause,"
                        + " gen_random_uuid() from capacity.need_event " + line,
                "insert into capacity.need_event select authority, need, ordinal + 1, event, 'closed', became, actor, at, cause,"
                        + " gen_random_uuid() from capacity.need_event " + line)) {
            assertThatThrownBy(() -> town.owner(repair)).as(repair).isInstanceOf(AssertionError.class);
        }
        assertThat(ledger(need)).containsExactly(Need.Event.DECLARE);
    }

    @Test
    void standsWhereTheLastLineOfTheLedgerSays() {
        assertThat(
                        town.count(
                                "capacity.need n where n.state is distinct from (select e.became from capacity.need_event e"
                                        + " where e.authority = n.authority and e.need = n.id order by e.ordinal desc limit 1)"))
                .isZero();
        assertThat(town.count("capacity.need n where n.version <> (select count(*) from capacity.need_event e"
                        + " where e.authority = n.authority and e.need = n.id)"))
                .isZero();
    }
}
