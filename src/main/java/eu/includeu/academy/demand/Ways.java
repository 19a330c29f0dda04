package eu.includeu.academy.demand;

import eu.includeu.academy.catalogue.Requirement;
import eu.includeu.academy.competencies.Rung;
import eu.includeu.academy.demand.Supply.Course;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What somebody must take before a course. Each requirement is met in the way of fewest minutes, which is looked for once
 * however many courses have it; without that the work multiplies with every level.
 *
 * <p>Requirements may lead in a circle. Where one is met again while it is being looked for, what an earlier pass has
 * found for it stands in, at first nothing; passes are made until one finds what the one before found, at most as many as
 * there are courses. A way that leads through itself is never the shortest, so no answer depends on where a circle was
 * entered.
 */
final class Ways {

    private final Supply supply;
    private final Reckoning.Person person;
    private final List<String> languages;

    private final Set<Requirement> underway = new HashSet<>();
    private Map<Requirement, Optional<Set<Course>>> before = new HashMap<>();
    private Map<Requirement, Optional<Set<Course>>> found = new HashMap<>();
    private boolean circle;

    Ways(Supply supply, Reckoning.Person person, List<String> languages) {
        this.supply = supply;
        this.person = person;
        this.languages = languages;
    }

    /** All that must be taken before a course on the way to a rung, and the course; nothing where it cannot be taken. */
    Optional<Set<Course>> to(Course course, Rung rung) {
        var way = pass(course, rung);
        for (var pass = 0;
                circle && !found.equals(before) && pass < supply.byModule().size();
                pass++) {
            way = pass(course, rung);
        }
        return way;
    }

    private Optional<Set<Course>> pass(Course course, Rung rung) {
        before = found;
        found = new HashMap<>();
        circle = false;
        return way(course, rung);
    }

    static int minutes(Collection<Course> way) {
        return way.stream().mapToInt(Course::minutes).sum();
    }

    private Optional<Set<Course>> way(Course course, Rung rung) {
        var way = new LinkedHashSet<Course>();
        for (var requirement : requirements(course, rung)) {
            var first = met(requirement);
            if (first.isEmpty()) {
                return Optional.empty();
            }
            way.addAll(first.get());
        }
        way.add(course);
        return Optional.of(way);
    }

    /** What it says that it requires, and the level from which it sets out. */
    private static List<Requirement> requirements(Course course, Rung rung) {
        var from = course.from(rung);
        return Stream.concat(
                        course.requires().stream(),
                        Stream.of(new Requirement(rung.competency(), from, null))
                                .filter(level -> from > 0))
                .toList();
    }

    private Optional<Set<Course>> met(Requirement requirement) {
        var known = found.get(requirement);
        if (known != null) {
            return known;
        }
        if (!underway.add(requirement)) {
            circle = true;
            return before.getOrDefault(requirement, Optional.empty());
        }
        var way = requirement.competency() == null ? module(requirement) : level(requirement);
        underway.remove(requirement);
        found.put(requirement, way);
        return way;
    }

    private Optional<Set<Course>> level(Requirement requirement) {
        var rung = new Rung(Objects.requireNonNull(requirement.competency()), requirement.min());
        if (person.held(rung.competency()) >= rung.level()) {
            return Optional.of(Set.of());
        }
        var shortest = Optional.<Set<Course>>empty();
        var least = Integer.MAX_VALUE;
        for (var course : supply.teaching(rung)) {
            if (course.minutes() >= least) {
                break; // and those that follow take no less, without what they require
            }
            var way = course.speaks(languages) ? way(course, rung) : Optional.<Set<Course>>empty();
            var minutes = way.map(Ways::minutes).orElse(Integer.MAX_VALUE);
            shortest = minutes < least ? way : shortest;
            least = Math.min(minutes, least);
        }
        return shortest;
    }

    /** Another module first: who holds all that it teaches has no need of it. */
    private Optional<Set<Course>> module(Requirement requirement) {
        return supply.find(requirement.module()).flatMap(course -> {
            if (course.teaches().stream().allMatch(step -> person.held(step.competency()) >= step.to())) {
                return Optional.of(Set.of());
            }
            return Optional.of(course).filter(each -> each.speaks(languages)).flatMap(each -> each.teaches().stream()
                    .flatMap(step -> step.rungs().stream())
                    .findFirst()
                    .flatMap(first -> way(each, first)));
        });
    }
}
