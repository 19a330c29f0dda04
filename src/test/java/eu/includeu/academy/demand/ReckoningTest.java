package eu.includeu.academy.demand;

import static org.assertj.core.api.Assertions.assertThat;

import eu.includeu.academy.accounts.Account;
import eu.includeu.academy.capacity.Staff;
import eu.includeu.academy.capacity.Terms;
import eu.includeu.academy.catalogue.Requirement;
import eu.includeu.academy.catalogue.Teaching;
import eu.includeu.academy.competencies.Competency;
import eu.includeu.academy.competencies.Rung;
import eu.includeu.academy.matching.Shortfall;
import eu.includeu.academy.matching.Weights;
import eu.includeu.academy.runs.Dated;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Which places nothing can fill, and why. */
class ReckoningTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
    private static final Competency.Id HOUSING = Competency.Id.of("HOU-2");
    private static final Competency.Id LAW = Competency.Id.of("XCU-8");
    private static final Rung FIRST = new Rung(HOUSING, 1);
    private static final Rung SECOND = new Rung(HOUSING, 2);

    @Test
    void findsNothingMissingWhereEverythingIsTaught() {
        assertThat(reckon(terms(0, 1, 10), nobody(10), course("a", HOUSING, 0, 1)))
                .containsExactly(new Reckoning.Places(FIRST, null, 10));
    }

    @Test
    void saysThatNothingTeachesIt() {
        assertThat(reckon(terms(0, 2, 10), nobody(10), course("a", HOUSING, 0, 1)))
                .containsExactly(
                        new Reckoning.Places(FIRST, null, 10), new Reckoning.Places(SECOND, Shortfall.NO_CONTENT, 10));
    }

    @Test
    void saysThatItIsInOtherLanguagesOnly() {
        var dutch = new Supply.Course("a", List.of("nl"), 60, teaching(HOUSING, 0, 1), List.of(), null);
        assertThat(reckon(terms(0, 1, 10), nobody(10), dutch))
                .containsExactly(new Reckoning.Places(FIRST, Shortfall.NO_LANGUAGE, 10));
        assertThat(Supply.among(List.of(dutch)).languages(FIRST)).containsExactly("nl");
    }

    @Test
    void saysThatItComesTooLate() {
        var long1 = new Supply.Course("a", List.of("el"), 2 * 60 * 20, teaching(HOUSING, 0, 1), List.of(), null);
        assertThat(reckon(terms(0, 1, 10), nobody(10), long1))
                .containsExactly(new Reckoning.Places(FIRST, Shortfall.TOO_LATE, 10));
    }

    @Test
    void countsWhatMustBeLearnedBeforeAgainstTheTimeLeft() {
        var wants = requiring("b", HOUSING, 0, 1, LAW, 1, 60 * 14);
        var gives = new Supply.Course("c", List.of("el"), 60 * 14, teaching(LAW, 0, 1), List.of(), null);
        assertThat(reckon(terms(0, 1, 10), nobody(10), wants, gives))
                .containsExactly(new Reckoning.Places(FIRST, Shortfall.TOO_LATE, 10));
        assertThat(reckon(terms(0, 1, 10), holding(10, Map.of(LAW, 1)), wants, gives))
                .containsExactly(new Reckoning.Places(FIRST, null, 10));
    }

    @Test
    void fillsOnlyThePlacesOfThoseWhoHoldWhatCannotBeHad() {
        var wants = requiring("b", HOUSING, 0, 1, LAW, 1, 60);
        assertThat(reckon(terms(0, 1, 10), both(holding(4, Map.of(LAW, 1)), nobody(9)), wants))
                .containsExactly(
                        new Reckoning.Places(FIRST, null, 4),
                        new Reckoning.Places(FIRST, Shortfall.NO_PREREQUISITE_PATH, 6));
    }

    @Test
    void doesNotTakePeopleOverAGapBelow() {
        assertThat(reckon(terms(0, 2, 3), nobody(5), course("a", HOUSING, 1, 2)))
                .containsExactly(
                        new Reckoning.Places(FIRST, Shortfall.NO_CONTENT, 3),
                        new Reckoning.Places(SECOND, Shortfall.NO_PREREQUISITE_PATH, 3));
        assertThat(reckon(terms(1, 2, 3), nobody(5), course("a", HOUSING, 1, 2)))
                .containsExactly(new Reckoning.Places(SECOND, null, 3));
    }

    @Test
    void endsWhereModulesWaitForEachOther() {
        var one = requiring("b", HOUSING, 0, 1, LAW, 1, 60);
        var other = requiring("c", LAW, 0, 1, HOUSING, 1, 60);
        assertThat(reckon(terms(0, 1, 2), nobody(2), one, other))
                .containsExactly(new Reckoning.Places(FIRST, Shortfall.NO_PREREQUISITE_PATH, 2));
    }

    @Test
    void countsTheFreeSeatsOfRunsThatBeginBeforeTheDeadline() {
        var few = led("a", 30, 4);
        assertThat(reckon(terms(0, 1, 10), nobody(12), few))
                .containsExactly(
                        new Reckoning.Places(FIRST, null, 4), new Reckoning.Places(FIRST, Shortfall.NO_SEATS, 6));
        assertThat(reckon(terms(0, 1, 10), nobody(12), few, led("b", 61, 20)))
                .as("a run after the deadline")
                .contains(new Reckoning.Places(FIRST, Shortfall.NO_SEATS, 6));
        assertThat(reckon(terms(0, 1, 10), nobody(12), few, led("b", 60, 6)))
                .containsExactly(new Reckoning.Places(FIRST, null, 10));
        assertThat(reckon(terms(0, 1, 10), nobody(12), few, course("b", HOUSING, 0, 1)))
                .as("another that everybody takes alone")
                .containsExactly(new Reckoning.Places(FIRST, null, 10));
    }

    private static Supply.Course led(String module, int days, int free) {
        return new Supply.Course(
                module,
                List.of("el"),
                60,
                teaching(HOUSING, 0, 1),
                List.of(),
                List.of(new Dated(module, TODAY.plusDays(days), free)));
    }

    @Test
    void leavesOutPlacesThatAreFilled() {
        assertThat(reckon(terms(0, 2, 5), both(holding(3, Map.of(HOUSING, 2)), holding(4, Map.of(HOUSING, 1)))))
                .containsExactly(new Reckoning.Places(SECOND, Shortfall.NO_CONTENT, 2));
        assertThat(reckon(terms(0, 2, 3), holding(3, Map.of(HOUSING, 2)))).isEmpty();
    }

    @Test
    void countsPeopleToComeAsTheNeedDescribesThem() {
        assertThat(reckon(terms(1, 2, 5), nobody(2), course("a", HOUSING, 1, 2)))
                .containsExactly(new Reckoning.Places(SECOND, null, 5));
    }

    @Test
    void countsPeopleOnAListByTheirOwnLevels() {
        var listed = new Staff(nobody(5).levels(), true);
        assertThat(reckon(terms(1, 2, 5), listed, course("a", HOUSING, 1, 2)))
                .containsExactly(new Reckoning.Places(SECOND, Shortfall.NO_PREREQUISITE_PATH, 5));
    }

    @Test
    void neverLosesAPlaceAndNeverGrowsWithMoreOnOffer() {
        for (var seed = 0; seed < 500; seed++) {
            var random = new Random(seed);
            var courses = courses(random, 1 + random.nextInt(6));
            var terms = terms(random.nextInt(2), 2 + random.nextInt(2), 1 + random.nextInt(9));
            var staff = people(random);
            var some =
                    reckon(terms, staff, courses.subList(0, courses.size() - 1).toArray(Supply.Course[]::new));
            var all = reckon(terms, staff, courses.toArray(Supply.Course[]::new));
            for (var rung : terms.rungs()) {
                var above = staff.held(HOUSING).stream()
                        .filter(level -> Math.max(level, terms.current()) >= rung.level())
                        .count();
                var open = Math.max(0, terms.staff() - above);
                assertThat(sum(all, rung, false) + sum(all, rung, true))
                        .as("seed %d", seed)
                        .isEqualTo(open);
                assertThat(sum(all, rung, true)).as("seed %d", seed).isLessThanOrEqualTo(sum(some, rung, true));
            }
            var patient = new Terms(
                    terms.competency(),
                    terms.current(),
                    terms.target(),
                    terms.staff(),
                    terms.weight(),
                    terms.deadline().plusDays(200),
                    List.of("el", "en"),
                    "");
            var later = reckon(patient, staff, courses.toArray(Supply.Course[]::new));
            terms.rungs().forEach(rung -> assertThat(sum(later, rung, true)).isLessThanOrEqualTo(sum(all, rung, true)));
        }
    }

    @Test
    void namesWhatBuildsOnWhatIsTaught() {
        var supply = Supply.among(List.of(
                course("a", LAW, 0, 1),
                requiring("b", HOUSING, 0, 1, LAW, 1, 60),
                new Supply.Course(
                        "c",
                        List.of("el"),
                        60,
                        teaching(Competency.Id.of("EDU-1"), 0, 1),
                        List.of(new Requirement(null, 0, "b")),
                        null),
                course("d", Competency.Id.of("HEA-1"), 0, 1)));
        assertThat(supply.touchedBy(java.util.Set.of(LAW), "a"))
                .containsExactlyInAnyOrder(LAW, HOUSING, Competency.Id.of("EDU-1"));
    }

    private static int sum(List<Reckoning.Places> places, Rung rung, boolean unfilled) {
        return places.stream()
                .filter(each -> each.rung().equals(rung) && (each.reason() != null) == unfilled)
                .mapToInt(Reckoning.Places::count)
                .sum();
    }

    private static List<Supply.Course> courses(Random random, int count) {
        var courses = new ArrayList<Supply.Course>();
        for (var at = 0; at < count; at++) {
            var competency = random.nextInt(3) == 0 ? LAW : HOUSING;
            var from = random.nextInt(3);
            courses.add(new Supply.Course(
                    "m" + at,
                    random.nextInt(3) == 0 ? List.of("nl") : random.nextBoolean() ? List.of("el") : List.of("en"),
                    60 * (1 + random.nextInt(30)),
                    teaching(competency, from, from + 1 + random.nextInt(2)),
                    random.nextInt(3) == 0
                            ? List.of(new Requirement(LAW, 1, null))
                            : random.nextInt(4) == 0
                                    ? List.of(new Requirement(null, 0, "m" + random.nextInt(6)))
                                    : List.of(),
                    null));
        }
        return courses;
    }

    private static Staff people(Random random) {
        var levels = new HashMap<Account.Id, Map<Competency.Id, Integer>>();
        IntStream.range(0, random.nextInt(9))
                .forEach(at -> levels.put(
                        new Account.Id(new UUID(3, at)), Map.of(HOUSING, random.nextInt(4), LAW, random.nextInt(3))));
        return new Staff(levels);
    }

    private static List<Reckoning.Places> reckon(Terms terms, Staff staff, Supply.Course... courses) {
        return new Reckoning(Supply.among(Arrays.asList(courses)), Weights.STANDARD).of(terms, staff, TODAY);
    }

    private static Terms terms(int current, int target, int staff) {
        return new Terms(
                HOUSING, current, target, staff, Terms.Weight.MEDIUM, TODAY.plusDays(60), List.of("el", "en"), "");
    }

    private static Supply.Course course(String module, Competency.Id competency, int from, int to) {
        return new Supply.Course(module, List.of("el"), 60, teaching(competency, from, to), List.of(), null);
    }

    private static Supply.Course requiring(
            String module, Competency.Id competency, int from, int to, Competency.Id needs, int min, int minutes) {
        return new Supply.Course(
                module,
                List.of("el"),
                minutes,
                teaching(competency, from, to),
                List.of(new Requirement(needs, min, null)),
                null);
    }

    private static List<Teaching> teaching(Competency.Id competency, int from, int to) {
        return List.of(new Teaching(competency, from, to));
    }

    private static Staff nobody(int people) {
        return holding(people, Map.of());
    }

    private static Staff holding(int people, Map<Competency.Id, Integer> levels) {
        var staff = new HashMap<Account.Id, Map<Competency.Id, Integer>>();
        IntStream.range(0, people).forEach(at -> staff.put(new Account.Id(new UUID(levels.hashCode(), at)), levels));
        return new Staff(staff);
    }

    private static Staff both(Staff some, Staff others) {
        var staff = new HashMap<>(some.levels());
        staff.putAll(others.levels());
        return new Staff(staff);
    }
}
