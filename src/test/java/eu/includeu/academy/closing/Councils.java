package eu.includeu.academy.closing;

import eu.includeu.academy.authorities.Authority;
import eu.includeu.academy.capacity.Need;
import eu.includeu.academy.competencies.Competencies;
import eu.includeu.academy.competencies.Competency;
import eu.includeu.academy.gains.Effect;
import eu.includeu.academy.gains.Interval;
import eu.includeu.academy.platform.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;

/** Reports to councils to look at: a region with its towns, of whatever size. */
final class Councils {

    static final Period PERIOD = new Period(LocalDate.of(2026, 1, 1), LocalDate.of(2026, 6, 30));

    private static final List<String> COMPETENCIES =
            List.of("HOU-2", "XCU-2", "EDU-1", "HEA-1", "LAB-2", "CIT-1", "XCU-4", "HOU-1");
    private static final List<Need.State> STATES = List.of(
            Need.State.CLOSED,
            Need.State.IN_PROGRESS,
            Need.State.DECLARED,
            Need.State.MET,
            Need.State.OVERDUE,
            Need.State.PLANNED,
            Need.State.CLOSED);

    private Councils() {}

    /** A region with so many towns of so many needs each. */
    static CouncilView region(int towns, int needs, Competencies competencies, Locale language) {
        var chance = new Random(towns * 100L + needs);
        var region = new Authority.Id(new UUID(1, 0));
        var names = new HashMap<Authority.Id, Authority>();
        names.put(region, authority(region, "Περιφέρεια Θεσσαλίας", "Region of Thessaly"));
        var parents = new HashMap<Authority.Id, Authority.Id>();
        var standings = new ArrayList<Standing>();
        standings.add(need(region, 0, 12, 7, 3, chance));
        for (var town = 1; town <= towns; town++) {
            var id = new Authority.Id(new UUID(1, town));
            names.put(
                    id,
                    authority(id, "Δήμος " + "Αλφα".repeat(1 + town % 3) + " " + town, "Municipality of Town " + town));
            parents.put(id, region);
            for (var at = 0; at < needs; at++) {
                var places = 4 + chance.nextInt(22);
                standings.add(need(id, town * 10 + at, places, chance.nextInt(places + 1), chance.nextInt(3), chance));
            }
        }
        var now = Landscape.of(AsOf.end(LocalDate.of(2026, 6, 30), Instant.MAX), standings, parents);
        var before = Landscape.of(
                AsOf.end(LocalDate.of(2025, 12, 31), Instant.MAX),
                standings.stream().map(Councils::earlier).toList(),
                parents);
        var gain = towns == 0 ? Optional.<Effect>empty() : Optional.of(new Effect(35, 0.42, new Interval(0.31, 0.52)));
        var council = Council.of(
                region,
                PERIOD,
                before,
                now,
                gain,
                towns == 0
                        ? List.of()
                        : List.of(
                                new Council.Used("housing-allocation", 25),
                                new Council.Used("working-with-interpreters", 15),
                                new Council.Used("school-enrolment", 10),
                                new Council.Used("eu-funding", 5)));
        return CouncilView.of(
                council,
                new CouncilView.Names(
                        names,
                        Map.of(
                                "housing-allocation",
                                "Δίκαιη κατανομή κοινωνικής κατοικίας",
                                "working-with-interpreters",
                                "Working with interpreters"),
                        competencies),
                language);
    }

    private static Standing earlier(Standing need) {
        return new Standing(
                need.authority(),
                need.need(),
                need.competency(),
                need.current(),
                need.target(),
                need.places(),
                need.weight(),
                need.deadline(),
                Need.State.DECLARED,
                need.declared(),
                null,
                need.members(),
                need.holders() / 2,
                need.gapBegan(),
                need.began(),
                need.gapBegan());
    }

    private static Standing need(
            Authority.Id authority, int number, int places, int holders, int began, Random chance) {
        var state = STATES.get(number % STATES.size());
        var declared = LocalDate.of(2025, 11, 1).plusDays(chance.nextInt(150));
        var full = state == Need.State.CLOSED || state == Need.State.MET;
        return new Standing(
                authority,
                new Need.Id(new UUID(2, number)),
                new Competency.Id(COMPETENCIES.get(number % COMPETENCIES.size())),
                0,
                2,
                places,
                4,
                LocalDate.of(2026, 6, 1).plusDays(number * 7L),
                state,
                at(declared),
                state == Need.State.CLOSED ? at(LocalDate.of(2026, 3, 1).plusDays(number % 100)) : null,
                places + 8,
                full ? places : holders,
                full ? 0 : (places - holders) * 2,
                began,
                places * 2);
    }

    private static Instant at(LocalDate day) {
        return day.atTime(9, 0).atZone(Clock.ZONE).toInstant();
    }

    private static Authority authority(Authority.Id id, String name, String latin) {
        return new Authority(
                id, name, latin, Authority.Kind.MUNICIPALITY, "EL", null, List.of("el"), null, false, null, 0);
    }
}
