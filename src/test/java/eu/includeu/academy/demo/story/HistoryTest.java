package eu.includeu.academy.demo.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import eu.includeu.academy.accounts.Role;
import eu.includeu.academy.capacity.Need;
import eu.includeu.academy.competencies.CompetencyExamples;
import eu.includeu.academy.competencies.Rung;
import eu.includeu.academy.platform.Clock;
import eu.includeu.academy.questions.Fraction;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the demo makes up is whole, believable, and the same every time. */
class HistoryTest {

    private static final long SEED = 20_261_122;
    private static final Period PERIOD = Period.before(LocalDate.of(2026, 11, 22));
    private static final List<Course> COURSES = Course.all(CompetencyExamples.all());
    private static final History HISTORY = make(SEED, PERIOD);

    @Test
    void peopleAreTheSameOnAnotherDay() {
        var later = Recruiting.recruit(SEED, Period.before(PERIOD.today().plusDays(47)));
        assertThat(later.all())
                .extracting(Person::id, Person::email, Person::name)
                .isEqualTo(HISTORY.staff().all().stream()
                        .map(person -> tuple(person.id(), person.email(), person.name()))
                        .toList());
    }

    @Test
    void thereAreSomeSixHundredOfficialsInSixCountries() {
        var officials = HISTORY.staff().all(Role.OFFICIAL);
        assertThat(officials).hasSizeBetween(550, 720);
        assertThat(officials.stream()
                        .map(person -> person.body().authority().country())
                        .distinct())
                .containsExactlyInAnyOrder("EL", "ES", "IT", "NL", "RO", "SI");
        assertThat(officials).allMatch(person -> person.email().endsWith("@demo.includ-eu.example"));
    }

    @Test
    void everyRoleIsIntroducedInSixCountries() {
        var introduced = HISTORY.staff().all().stream()
                .filter(Person::isIntroduced)
                .filter(person -> person.body().parent() != null)
                .collect(Collectors.groupingBy(
                        person -> String.valueOf(person.body().authority().country()),
                        Collectors.mapping(Person::role, Collectors.toSet())));
        assertThat(introduced).hasSize(6).allSatisfy((country, roles) -> assertThat(roles)
                .containsExactlyInAnyOrder(Role.values()));
    }

    @Test
    void prerequisitesAreHeldAtEnrolment() {
        var wanting = HISTORY.journeys().stream()
                .filter(journey -> !journey.course().original().prerequisites().isEmpty())
                .toList();
        assertThat(wanting).isNotEmpty().allSatisfy(journey -> assertThat(
                        journey.course().admits(heldBefore(journey), completedBefore(journey)))
                .isTrue());
    }

    @Test
    void everyStateOccurs() {
        assertThat(HISTORY.journeys().stream().map(journey -> journey.state()).distinct())
                .containsExactlyInAnyOrder(Journey.State.values());
        assertThat(HISTORY.duties().stream()
                        .map(duty -> duty.state(PERIOD.today()))
                        .distinct())
                .containsExactlyInAnyOrder("assigned", "active", "done", "waived", "overdue");
    }

    @Test
    void needsStandOnAllFiveTiles() {
        var states = HISTORY.plights().stream()
                .collect(Collectors.groupingBy(plight -> plight.need().state(), Collectors.counting()));
        assertThat(states.keySet())
                .contains(
                        Need.State.DECLARED,
                        Need.State.VERIFIED,
                        Need.State.PLANNED,
                        Need.State.IN_PROGRESS,
                        Need.State.OVERDUE,
                        Need.State.MET,
                        Need.State.CLOSED,
                        Need.State.WITHDRAWN);
        assertThat(HISTORY.plights()).hasSizeBetween(60, 100);
        assertThat(HISTORY.plights().stream()
                        .filter(plight -> plight.need().state().open())
                        .mapToInt(plight -> plight.need().daysLeft(PERIOD.today()))
                        .filter(days -> days >= 0 && days <= 30))
                .hasSizeGreaterThan(5);
    }

    @Test
    void aNeedIsMetOnlyWhenItsPlacesAreFilled() {
        HISTORY.plights().stream()
                .flatMap(plight -> plight.ledger().stream())
                .filter(line -> line.step().event() == Need.Event.MET)
                .forEach(line -> assertThat(line.step().cause().get("ready"))
                        .isEqualTo(line.step().cause().get("staff")));
    }

    @Test
    void karditsaHasItsStory() {
        var official = HISTORY.staff().at("official.karditsa");
        var journeys = HISTORY.journeys().stream()
                .filter(journey -> journey.person().equals(official))
                .collect(Collectors.toMap(journey -> journey.course().module(), journey -> journey));
        assertThat(HISTORY.staff().officials("karditsa")).hasSizeGreaterThanOrEqualTo(12);
        assertThat(journeys.keySet()).containsExactlyInAnyOrder("statuses-and-rights", "housing-allocation");
        assertThat(Objects.requireNonNull(journeys.get("statuses-and-rights")).confirmed())
                .isNotNull();
        var housing = Objects.requireNonNull(journeys.get("housing-allocation"));
        assertThat(housing.language()).isEqualTo("el");
        assertThat(housing.done()).isEqualTo(1);
        assertThat(housing.readings()).hasSize(2);
        assertThat(HISTORY.duties())
                .filteredOn(duty -> duty.person().equals(official) && duty.journey() == null)
                .extracting(duty -> duty.course().module(), duty -> duty.state(PERIOD.today()))
                .containsExactly(tuple("school-enrolment", "assigned"));
    }

    @Test
    void karditsaLeavesCompetenciesToBeDeclared() {
        var open = HISTORY.plights().stream()
                .filter(plight -> plight.body().key().equals("karditsa"))
                .map(Plight::need)
                .filter(need -> need.state().open())
                .toList();
        assertThat(open).singleElement().satisfies(need -> {
            assertThat(need.terms().competency().value()).isEqualTo("EDU-1");
            assertThat(need.state()).isEqualTo(Need.State.IN_PROGRESS);
        });
    }

    @Test
    void nothingHappensAfterYesterday() {
        var end = PERIOD.today().atStartOfDay(Clock.ZONE).toInstant();
        assertThat(HISTORY.journeys().stream().flatMap(HistoryTest::moments)).allMatch(moment -> moment.isBefore(end));
        assertThat(HISTORY.plights().stream()
                        .flatMap(plight -> plight.ledger().stream())
                        .map(line -> line.step().at()))
                .allMatch(moment -> moment.isBefore(end));
    }

    @Test
    void eventsOfANeedFollowOnEachOther() {
        for (var plight : HISTORY.plights()) {
            var ledger = plight.ledger();
            assertThat(ledger.get(0).step().event()).isEqualTo(Need.Event.DECLARE);
            IntStream.range(1, ledger.size()).forEach(at -> {
                assertThat(ledger.get(at).was()).isEqualTo(ledger.get(at - 1).became());
                assertThat(ledger.get(at).step().at())
                        .isAfterOrEqualTo(ledger.get(at - 1).step().at());
            });
            assertThat(ledger.get(ledger.size() - 1).became())
                    .isEqualTo(plight.need().state());
        }
    }

    @Test
    void papersAreMarkedAsTheAcademyMarksThem() {
        var goes = HISTORY.journeys().stream()
                .flatMap(journey -> journey.goes().stream().map(go -> Map.entry(journey, go)))
                .toList();
        assertThat(goes).hasSizeGreaterThan(500).allSatisfy(each -> {
            var journey = each.getKey();
            var go = each.getValue();
            var edition = journey.course().in(journey.language());
            assertThat(go.paper()).isEqualTo(Exam.draw(edition, go.seed()));
            if (go.grade() != null) {
                var score = go.paper().score(go.answers());
                assertThat(go.grade().share()).isEqualTo(score.share());
                assertThat(go.grade().passed())
                        .isEqualTo(score.share().isAtLeast(edition.quiz().passMark()));
            }
        });
    }

    @Test
    void whoCompletesHasDoneAllLessonsAndPassedTheQuiz() {
        assertThat(HISTORY.journeys())
                .filteredOn(journey -> journey.completed() != null)
                .hasSizeGreaterThan(300)
                .allSatisfy(journey -> {
                    assertThat(journey.done()).isEqualTo(journey.course().lessons());
                    assertThat(journey.goes().get(journey.goes().size() - 1).isPassed())
                            .isTrue();
                    assertThat(journey.score()).isGreaterThan(Fraction.NONE);
                });
    }

    @Test
    void learningGrowsAndPauses() {
        var weeks = new TreeMap<Long, Integer>();
        HISTORY.journeys().stream()
                .flatMap(journey -> journey.readings().stream())
                .flatMap(reading -> Stream.ofNullable(reading.done()))
                .forEach(done -> weeks.merge(
                        Math.floorDiv(
                                Journey.day(done).toEpochDay() - PERIOD.first().toEpochDay(), 7),
                        1,
                        Integer::sum));
        assertThat(weeks).hasSizeGreaterThan(40);
        assertThat(average(weeks, 32, 42)).isGreaterThan(1.2 * average(weeks, 1, 11));
        assertThat(average(weeks, 28, 29)).isLessThan(0.5 * average(weeks, 22, 27));
    }

    private static double average(Map<Long, Integer> weeks, long from, long to) {
        return weeks.entrySet().stream()
                .filter(week -> from <= week.getKey() && week.getKey() <= to)
                .mapToInt(Map.Entry::getValue)
                .average()
                .orElse(0);
    }

    private static Stream<Instant> moments(Journey journey) {
        var moments = new ArrayList<>(List.of(journey.enrolled(), journey.touched()));
        journey.readings().forEach(reading -> {
            moments.add(reading.opened());
            Stream.ofNullable(reading.done()).forEach(moments::add);
        });
        journey.goes().forEach(go -> moments.addAll(go.saved()));
        journey.verdicts().forEach(verdict -> moments.add(verdict.at()));
        Stream.of(journey.completed(), journey.confirmed())
                .filter(Objects::nonNull)
                .forEach(moments::add);
        return moments.stream();
    }

    private static List<Rung> heldBefore(Journey later) {
        var learnt = before(later).flatMap(journey -> journey.course().original().rungs().stream());
        var accepted = HISTORY.priors().stream()
                .filter(prior ->
                        prior.person().equals(later.person()) && prior.at().isBefore(later.enrolled()))
                .map(History.Prior::rung);
        return Stream.concat(learnt, accepted).toList();
    }

    private static List<String> completedBefore(Journey later) {
        return before(later).map(journey -> journey.course().module()).toList();
    }

    private static Stream<Journey> before(Journey later) {
        return HISTORY.journeys().stream()
                .filter(journey -> journey.person().equals(later.person()) && journey.countsBy(later.enrolled()));
    }

    private static History make(long seed, Period period) {
        return History.make(seed, period, Recruiting.recruit(seed, period), COURSES);
    }
}
