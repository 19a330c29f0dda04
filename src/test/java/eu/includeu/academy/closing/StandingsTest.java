package eu.includeu.academy.closing;

import static org.assertj.core.api.Assertions.assertThat;

import eu.includeu.academy.AcademyTest;
import eu.includeu.academy.Town;
import eu.includeu.academy.authorities.Authority;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** The identities of section 6 of the domain guide, on random pasts in a real database. */
@AcademyTest
class StandingsTest {

    @Autowired
    private Standings standings;

    @Autowired
    private Town town;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void equalsARecountFromEverythingThatHappened(long seed) {
        var country = new Country(town, seed);
        for (var moment : moments(country)) {
            var asOf = AsOf.at(moment);
            for (var authority : country.authorities) {
                assertThat(below(authority, asOf))
                        .as("%s at %s", authority, moment)
                        .isEqualTo(country.pooled(authority, asOf));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {4, 5})
    void givesAParentThePooledValueOfItsChildrenPlusItself(long seed) {
        var country = new Country(town, seed);
        for (var day : List.of(Country.MOVE.minusDays(20), Country.MOVE.plusDays(30))) {
            var asOf = AsOf.at(Country.moment(day));
            for (var parent : country.authorities) {
                var own = Pooled.of(answer(parent, asOf).stream()
                        .filter(need -> need.authority().equals(parent))
                        .toList());
                var pooled = country.children(parent, day).stream()
                        .map(child -> below(child, asOf))
                        .reduce(own, Pooled::plus);
                assertThat(below(parent, asOf)).isEqualTo(pooled);
                assertThat(below(parent, asOf).progress()).isEqualTo(pooled.progress());
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {6, 7, 8})
    void changesAncestorsOnlyWhenAnAuthorityMoves(long seed) {
        var country = new Country(town, seed);
        var midnight = Country.MOVE
                .atStartOfDay(eu.includeu.academy.platform.Clock.ZONE)
                .toInstant();
        var before = AsOf.at(midnight.minus(1, ChronoUnit.MICROS));
        var after = AsOf.at(midnight);
        var touched = Stream.concat(
                        country.line(country.moved(), country.before).stream(),
                        country.line(country.moved(), country.after).stream())
                .toList();
        var moved = below(country.moved(), before);
        for (var authority : country.authorities) {
            var was = below(authority, before);
            var is = below(authority, after);
            var gained = country.line(country.moved(), country.after).contains(authority);
            var had = country.line(country.moved(), country.before).contains(authority);
            if (!touched.contains(authority) || gained == had) {
                assertThat(is).as("%s", authority).isEqualTo(was);
            } else if (gained) {
                assertThat(is).as("%s", authority).isEqualTo(was.plus(moved));
            } else {
                assertThat(is.plus(moved)).as("%s", authority).isEqualTo(was);
            }
        }
    }

    @Test
    void addsUpEverywhereWhatItTellsOfEachTree() {
        var country = new Country(town, 9);
        var asOf = AsOf.at(Country.moment(Country.MOVE.plusDays(10)));
        var own = Objects.requireNonNull(standings.everywhere(asOf).block()).stream()
                .filter(need -> country.authorities.contains(need.authority()))
                .toList();
        assertThat(Pooled.of(own)).isEqualTo(below(country.root(), asOf));
        var parents = Objects.requireNonNull(standings.parents(asOf.day()).block());
        assertThat(parents).containsAllEntriesOf(country.after);
    }

    @Test
    void letsEvidenceEndExactlyWhenItEnds() {
        var house = town.authority(null, false);
        var person =
                town.person(house, eu.includeu.academy.accounts.Role.OFFICIAL).id();
        town.change("update accounts.membership set started = date '2026-01-01' where account = ?", person.value());
        var from = Instant.parse("2026-03-01T09:00:00Z");
        var until = Instant.parse("2026-05-01T09:00:00Z");
        town.change("""
                insert into evidence.evidence (authority, official, competency, level, source, source_id, valid_from, valid_until)
                values (?, ?, 'HOU-2', 1, 'prior', uuidv7(), ?::timestamptz, ?::timestamptz)
                """, house.value(), person.value(), from.toString(), until.toString());
        town.change("""
                insert into capacity.need (authority, competency, current, target, staff, weight, deadline, languages,
                                           reason, state, declared, declared_by)
                values (?, 'HOU-2', 0, 1, 1, 1, date '2026-12-31', '{en}', '', 'declared', timestamptz '2026-02-01', ?)
                """, house.value(), person.value());
        town.change("""
                insert into capacity.need_event (authority, need, ordinal, event, was, became, at, cause, command)
                select authority, id, 1, 'declare', 'draft', 'declared', declared, '{}', uuidv7()
                  from capacity.need where authority = ?
                """, house.value());
        var micro = ChronoUnit.MICROS;
        var ready = new HashMap<Instant, Long>();
        for (var moment : List.of(from.minus(1, micro), from, until.minus(1, micro), until)) {
            ready.put(moment, below(house, AsOf.at(moment)).ready());
        }
        assertThat(ready).isEqualTo(Map.of(from.minus(1, micro), 0L, from, 1L, until.minus(1, micro), 1L, until, 0L));
    }

    @Test
    void countsThePeopleOnAListFromTheMomentTheyStandOnIt() {
        var house = town.authority(null, false);
        var first =
                town.person(house, eu.includeu.academy.accounts.Role.OFFICIAL).id();
        var second =
                town.person(house, eu.includeu.academy.accounts.Role.OFFICIAL).id();
        town.change("update accounts.membership set started = date '2026-01-01' where authority = ?", house.value());
        town.change("""
                insert into evidence.evidence (authority, official, competency, level, source, source_id, valid_from)
                values (?, ?, 'HOU-2', 1, 'prior', uuidv7(), timestamptz '2026-01-05'),
                       (?, ?, 'HOU-2', 2, 'prior', uuidv7(), timestamptz '2026-01-05')
                """, house.value(), first.value(), house.value(), first.value());
        town.change("""
                insert into capacity.need (authority, competency, current, target, staff, weight, deadline, languages,
                                           reason, state, declared, declared_by)
                values (?, 'HOU-2', 1, 2, 2, 1, date '2026-12-31', '{en}', '', 'declared', timestamptz '2026-02-01', ?)
                """, house.value(), first.value());
        town.change("""
                insert into capacity.need_event (authority, need, ordinal, event, was, became, at, cause, command)
                select authority, id, 1, 'declare', 'draft', 'declared', declared, '{}', uuidv7()
                  from capacity.need where authority = ?
                """, house.value());
        town.change("""
                insert into capacity.listed (authority, need, official, since)
                select authority, id, ?, timestamptz '2026-03-01' from capacity.need where authority = ?
                """, second.value(), house.value());
        var before =
                answer(house, AsOf.at(Instant.parse("2026-02-28T22:59:59Z"))).get(0);
        var after =
                answer(house, AsOf.at(Instant.parse("2026-03-01T00:00:00Z"))).get(0);
        assertThat(List.of(before.members(), before.holders(), before.gap())).containsExactly(2, 1, 1);
        assertThat(List.of(after.members(), after.holders(), after.gap()))
                .as("the one on the list is at level 0, whatever is usual; for the other place there is nobody")
                .containsExactly(1, 0, 3);
    }

    private List<Instant> moments(Country country) {
        var moments = new ArrayList<Instant>();
        country.needs.forEach(need -> need.changes().forEach(change -> moments.add(change.at())));
        for (var day = 0; day < 330; day += 30) {
            moments.add(Country.moment(Country.FIRST.plusDays(day)).plusSeconds(7));
        }
        return moments.stream().distinct().limit(22).toList();
    }

    private List<Standing> answer(Authority.Id authority, AsOf asOf) {
        return Objects.requireNonNull(standings.below(authority, asOf).block());
    }

    private Pooled below(Authority.Id authority, AsOf asOf) {
        return Pooled.of(answer(authority, asOf));
    }
}
