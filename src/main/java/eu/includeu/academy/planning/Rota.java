package eu.includeu.academy.planning;

import eu.includeu.academy.accounts.Account;
import eu.includeu.academy.competencies.Competency;
import eu.includeu.academy.matching.Candidate;
import eu.includeu.academy.matching.Paces;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Says who sits where, and when. Needs are taken by their deadlines; within one, what must come first comes first. A seat
 * goes to somebody who lacks what is taught and holds what is asked for: whoever has the least to learn so far, then
 * whoever is nearest to the level. Each person does one thing after the other, at the authority's pace.
 */
final class Rota {

    /** Seats to be given out. */
    record Seats(Asked asked, Candidate candidate, int from, int to, int number) {}

    /** Who got them, and from when until when they learn. */
    record Turn(Seats seats, List<Account.Id> people, LocalDate starts, LocalDate ends) {}

    private final Paces paces;
    private final LocalDate begin;
    private final Map<Account.Id, Integer> minutes = new TreeMap<>(Comparator.comparing(Account.Id::value));
    private final Map<Account.Id, Map<Competency.Id, Integer>> gained = new HashMap<>();

    /** Learning begins on the Monday after the plan. */
    Rota(Paces paces, LocalDate today) {
        this.paces = paces;
        this.begin = today.with(TemporalAdjusters.next(DayOfWeek.MONDAY));
    }

    List<Turn> give(List<Seats> all) {
        var turns = new ArrayList<Turn>();
        var byNeed = new TreeMap<Asked, List<Seats>>(
                Comparator.comparing((Asked asked) -> asked.terms().deadline())
                        .thenComparing(asked -> asked.need().id().value()));
        all.forEach(seats -> byNeed.computeIfAbsent(seats.asked(), first -> new ArrayList<>())
                .add(seats));
        byNeed.forEach((asked, seats) -> {
            var people = asked.people(minutes);
            var vacant = new int[1];
            seats.stream()
                    .sorted(Comparator.comparing((Seats each) -> each.from() < each.to())
                            .thenComparing(Seats::from)
                            .thenComparing(Seats::to)
                            .thenComparing(each -> each.candidate().module()))
                    .map(each -> give(each, people, vacant))
                    .forEach(turns::add);
        });
        return turns;
    }

    /** How long each person learns, by person. */
    Map<Account.Id, Integer> minutes() {
        return minutes;
    }

    private Turn give(Seats seats, List<Account.Id> people, int[] vacant) {
        var chosen = people.stream()
                .filter(person -> lacks(person, seats) && ready(person, seats))
                .sorted(Comparator.comparing((Account.Id person) -> minutes.getOrDefault(person, 0))
                        .thenComparing(person -> -level(person, seats.asked(), own(seats)))
                        .thenComparing(Account.Id::value))
                .limit(seats.number())
                .toList();
        var length = seats.candidate().minutes();
        var starts = chosen.stream().mapToInt(this::busy).min().orElse(vacant[0]);
        var ends = chosen.stream().mapToInt(this::busy).max().orElse(vacant[0]) + length;
        if (chosen.size() < seats.number()) {
            starts = Math.min(starts, vacant[0]);
            ends = Math.max(ends, vacant[0] + length);
            vacant[0] += length;
        }
        chosen.forEach(person -> learn(person, seats));
        var house = seats.asked().need().authority();
        return new Turn(
                seats,
                chosen,
                begin.plusDays(paces.days(house, starts)),
                begin.plusDays(Math.max(0, paces.days(house, ends) - 1)));
    }

    private int busy(Account.Id person) {
        return minutes.getOrDefault(person, 0);
    }

    private void learn(Account.Id person, Seats seats) {
        minutes.merge(person, seats.candidate().minutes(), Integer::sum);
        for (var step : seats.candidate().teaches()) {
            gained.computeIfAbsent(person, first -> new HashMap<>()).merge(step.competency(), step.to(), Math::max);
        }
    }

    private boolean lacks(Account.Id person, Seats seats) {
        return seats.from() < seats.to()
                ? level(person, seats.asked(), own(seats)) < seats.to()
                : seats.candidate().teaches().stream()
                        .anyMatch(step -> level(person, seats.asked(), step.competency()) < step.to());
    }

    private boolean ready(Account.Id person, Seats seats) {
        var candidate = seats.candidate();
        return candidate.teaches().stream()
                        .allMatch(step -> level(person, seats.asked(), step.competency()) >= step.from())
                && candidate.requires().stream()
                        .filter(requirement -> requirement.competency() != null)
                        .allMatch(requirement -> requirement.competency() != null
                                && level(person, seats.asked(), requirement.competency()) >= requirement.min());
    }

    private int level(Account.Id person, Asked asked, Competency.Id competency) {
        var held = competency.equals(asked.terms().competency())
                ? asked.level(person)
                : asked.staff().held(person, competency);
        return Math.max(held, gained.getOrDefault(person, Map.of()).getOrDefault(competency, 0));
    }

    private static Competency.Id own(Seats seats) {
        return seats.asked().terms().competency();
    }
}
