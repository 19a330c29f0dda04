package eu.includeu.academy.demand;

import static org.assertj.core.api.Assertions.assertThat;

import eu.includeu.academy.AcademyTest;
import eu.includeu.academy.Lessons;
import eu.includeu.academy.Town;
import eu.includeu.academy.accounts.Account;
import eu.includeu.academy.accounts.Role;
import eu.includeu.academy.authorities.Authority;
import eu.includeu.academy.capacity.Declaring;
import eu.includeu.academy.capacity.Need;
import eu.includeu.academy.capacity.Staff;
import eu.includeu.academy.capacity.Terms;
import eu.includeu.academy.catalogue.Catalogue;
import eu.includeu.academy.competencies.Competency;
import eu.includeu.academy.matching.Weights;
import eu.includeu.academy.platform.Clock;
import eu.includeu.academy.platform.Refused;
import eu.includeu.academy.platform.TestDatabase;
import eu.includeu.academy.runs.Dated;
import eu.includeu.academy.runs.Leading;
import eu.includeu.academy.runs.Led;
import java.sql.Array;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.reactive.TransactionalOperator;

/** Whatever happens in whatever order: what was kept step by step is what counting everything anew gives. */
@AcademyTest
@TestPropertySource(properties = "academy.trial=demand")
class RecountingTest {

    private static final List<Competency.Id> COMPETENCIES =
            List.of(Competency.Id.of("LAB-5"), Competency.Id.of("LAB-6"), Competency.Id.of("XCU-8"));

    @Autowired
    private Town town;

    @Autowired
    private Declaring declaring;

    @Autowired
    private Recounting recounting;

    @Autowired
    private Totals totals;

    @Autowired
    private Catalogue catalogue;

    @Autowired
    private TransactionalOperator transaction;

    @Autowired
    private Weights weights;

    @Autowired
    private Clock clock;

    @Autowired
    private Leading leading;

    @Autowired
    private Environment environment;

    private final List<String> published = new ArrayList<>();
    private final Set<String> led = new TreeSet<>();

    /** An authority with its coordinator and two officials. */
    private record House(Authority.Id id, Account coordinator, List<Account> people, List<Need> needs) {}

    @Test
    void givesWhatCountingEverythingAnewGives() throws SQLException {
        var region = town.authority(null, false);
        var houses = new ArrayList<House>();
        for (var at = 0; at < 4; at++) {
            var id = town.authority(region, false);
            houses.add(new House(
                    id,
                    town.person(id, Role.COORDINATOR),
                    List.of(town.person(id, Role.OFFICIAL), town.person(id, Role.OFFICIAL)),
                    new ArrayList<>()));
        }
        var random = new Random(20_261_122);
        var seatless = false;
        for (var round = 0; round < 4; round++) {
            for (var step = 0; step < 25; step++) {
                something(houses.get(random.nextInt(houses.size())), random);
            }
            drain();
            assertThat(kept()).isNotEmpty().isEqualTo(anew());
            seatless |= kept().stream().anyMatch(place -> place.contains(" no_seats "));
            assertThat(summed()).isEqualTo(addedUp(anew()));
        }
        assertThat(seatless).as("seats were too few at some time").isTrue();
    }

    @Test
    void tellsStrangersOnlyWhatThreeAuthoritiesNeedTogether() {
        var alone = town.authority(null, false);
        var coordinator = town.person(alone, Role.COORDINATOR);
        var competency = Competency.Id.of("CIT-9");
        declare(coordinator, alone, terms(competency, 0, 4, 7, 90, List.of("sl")));
        drain();
        assertThat(seenBy(coordinator))
                .anyMatch(total -> total.rung().competency().equals(competency));
        assertThat(seenBy(town.person(alone, Role.TRAINER))).anyMatch(total -> total.officials() == 7);
        var official = town.person(alone, Role.OFFICIAL);
        assertThat(seenBy(official))
                .noneMatch(total -> total.rung().competency().equals(competency));
        for (var at = 0; at < 2; at++) {
            var other = town.authority(null, false);
            declare(town.person(other, Role.COORDINATOR), other, terms(competency, 0, 4, 5, 80, List.of("sl")));
        }
        drain();
        assertThat(seenBy(official).stream()
                        .filter(total -> total.rung().competency().equals(competency)))
                .hasSize(4)
                .allSatisfy(total -> {
                    assertThat(total.authorities()).isEqualTo(3);
                    assertThat(total.officials()).isEqualTo(17);
                    assertThat(total.weight()).isEqualTo(34);
                    assertThat(total.region()).isEmpty();
                });
    }

    private List<Total> seenBy(Account person) {
        return Town.answer(person, totals.all().as(transaction::transactional));
    }

    private void something(House house, Random random) throws SQLException {
        switch (random.nextInt(11)) {
            case 0, 1, 2, 3 -> declare(house, random);
            case 4 -> withdraw(house, random);
            case 5 -> verify(house, random);
            case 6, 7 -> learn(house, random);
            case 8 -> publish(random);
            case 9 -> lead(random);
            default ->
                recounting
                        .reach()
                        .flatMap(reach -> recounting.takeUp().contextWrite(reach))
                        .block();
        }
    }

    private void declare(House house, Random random) {
        var current = random.nextInt(2);
        var terms = terms(
                COMPETENCIES.get(random.nextInt(COMPETENCIES.size())),
                current,
                current + 1 + random.nextInt(2),
                1 + random.nextInt(6),
                1 + random.nextInt(60),
                random.nextBoolean() ? List.of("en", "el") : List.of("el"));
        try {
            house.needs().add(declare(house.coordinator(), house.id(), terms));
        } catch (Refused full) {
            assertThat(full.problems()).anyMatch(problem -> problem.code().startsWith("need."));
        }
    }

    private Need declare(Account coordinator, Authority.Id authority, Terms terms) {
        return Town.answer(coordinator, declaring.declare(coordinator, authority, terms, UUID.randomUUID()));
    }

    private Terms terms(
            Competency.Id competency, int current, int target, int staff, int days, List<String> languages) {
        return new Terms(
                competency,
                current,
                target,
                staff,
                Terms.Weight.MEDIUM,
                clock.today().plusDays(days),
                languages,
                "");
    }

    private void withdraw(House house, Random random) {
        if (!house.needs().isEmpty()) {
            var need = house.needs().remove(random.nextInt(house.needs().size()));
            try {
                Town.answer(
                        house.coordinator(),
                        declaring.withdraw(need.id(), "No more.", house.coordinator(), UUID.randomUUID()));
            } catch (Refused gone) {
                assertThat(gone.problems().get(0).code()).isEqualTo("need.step.withdraw");
            }
        }
    }

    private void verify(House house, Random random) {
        if (!house.needs().isEmpty()) {
            var need = house.needs().get(random.nextInt(house.needs().size()));
            var above = town.person(house.id(), Role.ADMINISTRATOR);
            try {
                Town.answer(above, declaring.verify(need.id(), above, UUID.randomUUID()));
            } catch (Refused already) {
                assertThat(already.problems().get(0).code()).isEqualTo("need.step.verify");
            }
        }
    }

    /** As a completion leaves it: the evidence, and the note. */
    private void learn(House house, Random random) throws SQLException {
        var official = house.people().get(random.nextInt(house.people().size()));
        var competency = COMPETENCIES.get(random.nextInt(COMPETENCIES.size()));
        owner("insert into evidence.evidence (authority, official, competency, level, source, source_id, valid_from)"
                + " values ('" + house.id() + "', '" + official.id() + "', '" + competency + "', "
                + (1 + random.nextInt(2)) + ", 'prior', gen_random_uuid(), now())");
        Town.as(
                        official,
                        recounting.changed(house.id(), Set.copyOf(COMPETENCIES)).as(transaction::transactional))
                .block();
    }

    /** A module is led from now on, on a day, with few seats; or is not any more. */
    private void lead(Random random) {
        if (published.isEmpty()) {
            return;
        }
        var module = published.get(random.nextInt(published.size()));
        var starts = clock.today().plusDays(random.nextInt(80));
        var step = random.nextInt(5) == 0 && led.remove(module)
                ? leading.remove(module)
                : leading.set(module, new Led(10_000, 12))
                        .then(leading.announce(new Dated(module, starts, random.nextInt(4))));
        led.add(module);
        step.block();
    }

    private void publish(Random random) {
        var name = Lessons.name();
        var text = Lessons.module(
                        name,
                        "1.0.0",
                        1 + random.nextInt(8),
                        random.nextBoolean() ? "[]" : "[{competency: LAB-6, min: 1}]",
                        3,
                        0)
                .replace("HOU-2", random.nextBoolean() ? "LAB-5" : "XCU-8")
                .replace("theme: housing", random.nextBoolean() ? "theme: labour" : "theme: crosscutting");
        try {
            published.add(name);
            if (random.nextBoolean()) {
                town.publish(text);
            } else {
                town.publish(text, Lessons.translation(text, "el"));
            }
        } catch (Refused other) {
            throw new AssertionError(other.problems().toString(), other);
        }
    }

    /** Takes up all there is, also what the academy's own second has in hand. */
    private void drain() {
        for (var turn = 0; turn < 200; turn++) {
            var counted = recounting
                    .reach()
                    .flatMap(reach -> recounting
                            .lookAtTheCalendar()
                            .then(recounting.takeUp())
                            .contextWrite(reach))
                    .block();
            if (Objects.equals(counted, 0)
                    && town.count("select count(*) from demand.mark") == 0
                    && town.count("select count(*) from demand.note") == 0) {
                return;
            }
        }
        throw new AssertionError("There is always more to count");
    }

    /** Every place there is, as it was kept. */
    private Set<String> kept() throws SQLException {
        return rows("""
                select concat_ws(' ', authority, need, competency, level, reason, language, region, places, weight, deadline, verified)
                  from demand.place
                """, row -> row.getString(1)).stream().collect(Collectors.toCollection(TreeSet::new));
    }

    private Map<String, String> summed() throws SQLException {
        return rows("""
                select concat_ws(' ', competency, level, reason, language, region),
                       concat_ws(' ', authorities, officials, weight, earliest)
                  from demand.total
                """, row -> Map.entry(row.getString(1), row.getString(2))).stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (a, b) -> a, TreeMap::new));
    }

    /** Every place there is, from the needs, the evidence and the library alone. */
    private Set<String> anew() throws SQLException {
        return places().stream()
                .map(row -> String.join(
                        " ",
                        row.authority().toString(),
                        row.need().toString(),
                        row.competency(),
                        row.level() + "",
                        row.reason(),
                        row.language(),
                        row.region(),
                        row.places() + "",
                        row.weight() + "",
                        row.deadline().toString(),
                        row.verified() ? "t" : "f"))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private List<Totals.Row> places() throws SQLException {
        var offers = Objects.requireNonNull(catalogue.offersNow("en").block());
        var reckoning = new Reckoning(Supply.of(offers, runs(), clock.today()), weights);
        var staff = staff();
        return rows("""
                select n.authority, n.id, n.competency, n.current, n.target, n.staff, n.weight, n.deadline, n.languages,
                       coalesce(a.territory, '') as territory,
                       array(select l.official from capacity.listed l where l.need = n.id and l.until is null) as listed,
                       exists (select from capacity.need_event e where e.need = n.id and e.event = 'verify') as verified
                  from capacity.need n join authorities.authority a on a.id = n.authority
                 where n.state not in ('draft', 'closed', 'withdrawn')
                """, row -> {
                    var terms = new Terms(
                            Competency.Id.of(row.getString("competency")),
                            row.getInt("current"),
                            row.getInt("target"),
                            row.getInt("staff"),
                            Terms.Weight.of(row.getInt("weight")),
                            row.getDate("deadline").toLocalDate(),
                            Arrays.asList((String[]) row.getArray("languages").getArray()),
                            "");
                    var authority = row.getObject("authority", UUID.class);
                    var need = row.getObject("id", UUID.class);
                    var verified = row.getBoolean("verified");
                    var listed = Arrays.stream((UUID[]) row.getArray("listed").getArray())
                            .map(Account.Id::new)
                            .collect(Collectors.toSet());
                    var code = row.getString("territory").replaceAll(".*:", "");
                    return reckoning
                            .of(
                                    terms,
                                    staff.getOrDefault(authority, new Staff(Map.of()))
                                            .about(listed),
                                    clock.today())
                            .stream()
                            .map(places -> new Totals.Row(
                                    authority,
                                    need,
                                    terms.competency().value(),
                                    places.rung().level(),
                                    places.reason() == null
                                            ? ""
                                            : Objects.requireNonNull(places.reason())
                                                    .key(),
                                    terms.languages().get(0),
                                    code.length() > 4 ? code.substring(0, 4) : code,
                                    places.count(),
                                    terms.weight().value(),
                                    terms.deadline(),
                                    verified))
                            .toList();
                })
                .stream()
                .flatMap(List::stream)
                .toList();
    }

    private Map<String, List<Dated>> runs() throws SQLException {
        return rows(
                        "select module, starts, free from runs.dated where starts >= current_date",
                        row -> new Dated(
                                row.getString("module"), row.getDate("starts").toLocalDate(), row.getInt("free")))
                .stream()
                .collect(Collectors.groupingBy(Dated::module));
    }

    private Map<UUID, Staff> staff() throws SQLException {
        var houses = new HashMap<UUID, Map<Account.Id, Map<Competency.Id, Integer>>>();
        rows("""
                select m.authority, m.account, e.competency, array_agg(e.level) as levels
                  from accounts.membership m
                  left join evidence.evidence e on e.official = m.account and e.valid_from <= now()
                                               and (e.valid_until is null or e.valid_until > now())
                 where m.ended is null or m.ended > current_date
                 group by m.authority, m.account, e.competency
                """, row -> {
            var levels = houses.computeIfAbsent(row.getObject("authority", UUID.class), id -> new HashMap<>())
                    .computeIfAbsent(new Account.Id(row.getObject("account", UUID.class)), id -> new HashMap<>());
            var competency = row.getString("competency");
            if (competency != null) {
                levels.put(Competency.Id.of(competency), unbroken(row.getArray("levels")));
            }
            return levels;
        });
        return houses.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, house -> new Staff(house.getValue())));
    }

    private static int unbroken(Array levels) throws SQLException {
        var held =
                Set.of(Arrays.stream((Integer[]) levels.getArray()).distinct().toArray(Integer[]::new));
        var level = 0;
        while (held.contains(level + 1)) {
            level++;
        }
        return level;
    }

    private static Map<String, String> addedUp(Set<String> places) {
        var groups = places.stream()
                .map(line -> line.split(" ", -1))
                .collect(Collectors.groupingBy(
                        row -> String.join(" ", row[2], row[3], row[4], row[5], row[6]),
                        TreeMap::new,
                        Collectors.toList()));
        var sums = new TreeMap<String, String>();
        groups.forEach((group, rows) -> sums.put(
                group,
                rows.stream().map(row -> row[0]).distinct().count() + " "
                        + rows.stream()
                                .mapToInt(row -> Integer.parseInt(row[7]))
                                .sum() + " "
                        + rows.stream()
                                .mapToInt(row -> Integer.parseInt(row[7]) * Integer.parseInt(row[8]))
                                .sum() + " "
                        + rows.stream()
                                .map(row -> row[9])
                                .min(String::compareTo)
                                .orElseThrow()));
        return sums;
    }

    /** What is made of a row. */
    private interface Reading<T> {
        T of(ResultSet row) throws SQLException;
    }

    private <T> List<T> rows(String sql, Reading<T> reading) throws SQLException {
        try (var connection = DriverManager.getConnection(url());
                var rows = connection.createStatement().executeQuery(sql)) {
            var found = new ArrayList<T>();
            while (rows.next()) {
                found.add(reading.of(rows));
            }
            return found;
        }
    }

    private void owner(String sql) throws SQLException {
        try (var connection = DriverManager.getConnection(url());
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private String url() {
        return TestDatabase.ownerUrl(Objects.requireNonNull(environment.getProperty("academy.database.name")));
    }
}
