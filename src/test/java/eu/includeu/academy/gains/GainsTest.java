package eu.includeu.academy.gains;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import eu.includeu.academy.AcademyTest;
import eu.includeu.academy.Lessons;
import eu.includeu.academy.Town;
import eu.includeu.academy.accounts.Account;
import eu.includeu.academy.accounts.Role;
import eu.includeu.academy.authorities.Authority;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Gains in a real database: the formula is the same there, and what leaves it is of groups of at least five. */
@AcademyTest
class GainsTest {

    private static final Instant LATE = Instant.parse("2026-11-01T00:00:00Z");

    @Autowired
    private Gains gains;

    @Autowired
    private Measuring measuring;

    @Autowired
    private Town town;

    @Test
    void countsSoSeldomThatItTakesATwoHundredthOfTheTime() {
        assertThat(WhenTimePasses.next(LATE, LATE.plusMillis(50)))
                .as("at once, which is in four minutes")
                .isEqualTo(LATE.plusMillis(50).plusSeconds(10));
        assertThat(WhenTimePasses.next(LATE, LATE.plusSeconds(5)))
                .isEqualTo(LATE.plusSeconds(5).plusSeconds(1_000));
        assertThat(WhenTimePasses.next(LATE, LATE.plusSeconds(60)))
                .isEqualTo(LATE.plusSeconds(60).plus(Duration.ofMinutes(30)));
    }

    @Test
    void computesTheSameChangeAsTheRecord() {
        var module = town.publish(Lessons.module(Lessons.name(), 1)).module();
        var person = town.person(town.authority(null, false), Role.OFFICIAL);
        var chance = new Random(3);
        for (var round = 1; round <= 60; round++) {
            var pre = chance.nextInt(5) / 4.0;
            var post = chance.nextInt(5) / 4.0;
            measured(person, module, round, pre, post, round);
            var text = town.text(
                    "select coalesce(change::text, 'none') from gains.gain where official = ? and major = ?",
                    person.id().value(),
                    round);
            var change = new Gain(pre, post).change();
            if (change.isEmpty()) {
                assertThat(text).isEqualTo("none");
            } else {
                assertThat(Double.parseDouble(text)).isCloseTo(change.getAsDouble(), within(1e-9));
            }
        }
    }

    @Test
    void tellsOfModulesFromTenLearnersOnAndInFives() {
        var module = town.publish(Lessons.module(Lessons.name(), 1)).module();
        var house = town.authority(null, false);
        var expected = new ArrayList<Double>();
        for (var learner = 1; learner <= 16; learner++) {
            measured(town.person(house, Role.OFFICIAL), module, 1, 0, learner / 20.0, learner);
            if (learner <= 15) {
                expected.add(learner / 20.0);
            }
            var told = Objects.requireNonNull(gains.measured().block()).get(module);
            var people = learner < 10 ? 0 : learner / 5 * 5;
            assertThat(told == null ? List.of() : told)
                    .as("%s learners", learner)
                    .hasSize(people);
        }
        var told = Objects.requireNonNull(gains.measured().block()).get(module);
        Collections.sort(expected);
        assertThat(told)
                .usingComparatorForType(
                        (left, right) -> Math.abs(left - right) < 1e-9 ? 0 : Double.compare(left, right), Double.class)
                .containsExactlyElementsOf(expected);
    }

    @Test
    void tellsOfAuthoritiesOnlyWhatDiffersByFiveOrByNobody() {
        var first = town.publish(Lessons.module(Lessons.name(), 1)).module();
        var second = town.publish(Lessons.module(Lessons.name(), 1)).module();
        var region = town.authority(null, false);
        var one = town.authority(region, false);
        var two = town.authority(region, false);
        for (var learner = 1; learner <= 7; learner++) {
            var person = town.person(one, Role.OFFICIAL);
            measured(person, first, 1, 0, 0.2, learner);
            measured(person, second, 1, 0, 0.6, learner + 20);
        }
        for (var learner = 1; learner <= 4; learner++) {
            measured(town.person(two, Role.OFFICIAL), first, 1, 0, 1, learner);
        }
        assertThat(gained(one)).hasSize(5).allSatisfy(change -> assertThat(change)
                .isCloseTo(0.4, within(1e-9)));
        assertThat(gained(two)).isEmpty();
        assertThat(gained(region))
                .as("the five of the first, and nobody of the second")
                .hasSize(5);
        measured(town.person(two, Role.OFFICIAL), first, 1, 0, 1, 5);
        assertThat(gained(region)).hasSize(10);
        assertThat(Objects.requireNonNull(
                        gains.gained(region, Instant.parse("2026-03-03T00:00:00Z"), LocalDate.of(2026, 3, 3))
                                .block()))
                .isEmpty();
    }

    /** Drawing thousands of groups takes long, and what reads from the database must go on meanwhile. */
    @Test
    void drawsBesideTheThreadsOfTheDatabase() {
        var there = Mono.fromSupplier(Schedulers::isInNonBlockingThread);
        assertThat(measuring.refresh().then(there).block()).isFalse();
        assertThat(measuring
                        .gained(town.authority(null, false), LATE)
                        .then(there)
                        .block())
                .isFalse();
    }

    @Test
    void showsGainsToTheLearnerAndTheCoordinatorAlone() {
        var module = town.publish(Lessons.module(Lessons.name(), 1)).module();
        var house = town.authority(null, false);
        var learner = town.person(house, Role.OFFICIAL);
        measured(learner, module, 1, 0.2, 0.8, 1);
        assertThat(visible(learner)).isEqualTo(1);
        assertThat(visible(town.person(house, Role.COORDINATOR))).isEqualTo(1);
        assertThat(visible(town.person(house, Role.OFFICIAL))).isZero();
        assertThat(visible(town.person(town.authority(null, false), Role.COORDINATOR)))
                .isZero();
    }

    @Autowired
    private org.springframework.r2dbc.core.DatabaseClient db;

    @Autowired
    private org.springframework.transaction.reactive.TransactionalOperator transaction;

    private long visible(Account asker) {
        return Town.answer(
                asker,
                db.sql("select count(*) from gains.gain where authority = :authority")
                        .bind("authority", asker.authority().value())
                        .mapValue(Long.class)
                        .one()
                        .as(transaction::transactional));
    }

    private List<Double> gained(Authority.Id authority) {
        return Objects.requireNonNull(
                gains.gained(authority, LATE, LocalDate.of(2026, 11, 1)).block());
    }

    private void measured(Account person, String module, int major, double pre, double post, int minute) {
        var at = Instant.parse("2026-03-05T09:00:00Z").plusSeconds(60L * minute).toString();
        town.change("""
                insert into gains.gain (authority, official, module, major, pre, started, post, passed, measured, counted)
                values (?, ?, ?, ?, ?, ?::timestamptz, ?, true, ?::timestamptz, ?::timestamptz)
                """, person.authority().value(), person.id().value(), module, major, pre, at, post, at, at);
    }
}
