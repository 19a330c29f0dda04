package eu.includeu.academy.demand;

import eu.includeu.academy.catalogue.Offer;
import eu.includeu.academy.catalogue.Requirement;
import eu.includeu.academy.catalogue.Teaching;
import eu.includeu.academy.competencies.Competency;
import eu.includeu.academy.competencies.Rung;
import eu.includeu.academy.runs.Dated;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What is on offer, found by what it teaches. Only what takes enrolments is in it. */
public record Supply(Map<Rung, List<Course>> byRung, Map<String, Course> byModule) {

    /**
     * A module as far as demand is concerned.
     *
     * @param languages it has an edition in
     * @param runs the days on which it begins, with their free seats; null where it is not bound to days
     */
    public record Course(
            String module,
            List<String> languages,
            int minutes,
            List<Teaching> teaches,
            List<Requirement> requires,
            @Nullable List<Dated> runs) {

        public Course {
            languages = List.copyOf(languages);
            teaches = List.copyOf(teaches);
            requires = List.copyOf(requires);
            runs = runs == null ? null : List.copyOf(runs);
        }

        /** How many more people it can take by then. */
        int seats(LocalDate deadline) {
            return runs == null
                    ? Integer.MAX_VALUE
                    : runs.stream()
                            .filter(run -> !run.starts().isAfter(deadline))
                            .mapToInt(Dated::free)
                            .sum();
        }

        public boolean speaks(List<String> wanted) {
            return wanted.stream().anyMatch(languages::contains);
        }

        /** The level that people stand on who are taken to this rung. */
        int from(Rung rung) {
            return teaches.stream()
                    .filter(step -> step.leadsTo(rung))
                    .mapToInt(Teaching::from)
                    .min()
                    .orElse(0);
        }

        /** Courses are put into many sets; of one supply no two are the same module. */
        @Override
        public int hashCode() {
            return module.hashCode();
        }

        private boolean requires(Set<Competency.Id> competencies, Set<String> modules) {
            return requires.stream()
                    .anyMatch(each -> each.competency() != null && competencies.contains(each.competency())
                            || each.module() != null && modules.contains(each.module()));
        }
    }

    public static Supply of(List<Offer> offers, LocalDate today) {
        return of(offers, Map.of(), today);
    }

    /**
     * What is on offer, and when.
     *
     * @param runs that are still to begin, by module; a module without any begins whenever somebody asks
     */
    public static Supply of(List<Offer> offers, Map<String, List<Dated>> runs, LocalDate today) {
        return among(offers.stream()
                .filter(offer -> offer.takesEnrolments(today))
                .map(offer -> new Course(
                        offer.id().module(),
                        offer.languages(),
                        offer.minutes(),
                        offer.teaches(),
                        offer.requires(),
                        runs.get(offer.id().module())))
                .toList());
    }

    public static Supply among(List<Course> courses) {
        var sorted = courses.stream()
                .sorted(Comparator.comparingInt(Course::minutes).thenComparing(Course::module))
                .toList();
        return new Supply(
                sorted.stream()
                        .flatMap(course -> course.teaches().stream()
                                .flatMap(step -> step.rungs().stream())
                                .distinct()
                                .map(rung -> Map.entry(rung, course)))
                        .collect(Collectors.groupingBy(
                                Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList()))),
                sorted.stream().collect(Collectors.toMap(Course::module, Function.identity())));
    }

    /** What teaches a rung, what takes the fewest minutes first. */
    public List<Course> teaching(Rung rung) {
        return byRung.getOrDefault(rung, List.of());
    }

    public Optional<Course> find(@Nullable String module) {
        return Optional.ofNullable(module == null ? null : byModule.get(module));
    }

    /** In which languages a rung can be learned. */
    public List<String> languages(Rung rung) {
        return teaching(rung).stream()
                .flatMap(course -> course.languages().stream())
                .distinct()
                .sorted()
                .toList();
    }

    /** The competencies of which the needs may be met otherwise now that these are taught otherwise: whatever builds on them. */
    Set<Competency.Id> touchedBy(Set<Competency.Id> competencies, String module) {
        var touched = new HashSet<>(competencies);
        var modules = new HashSet<>(Set.of(module));
        var open = new ArrayDeque<>(byModule.values());
        while (!open.isEmpty()) {
            var course = open.remove();
            if (!modules.contains(course.module()) && course.requires(touched, modules)) {
                modules.add(course.module());
                course.teaches().forEach(step -> touched.add(step.competency()));
                open.clear();
                open.addAll(byModule.values());
            }
        }
        return touched;
    }
}
