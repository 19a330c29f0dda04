package eu.includeu.academy.bench.world;

import eu.includeu.academy.catalogue.Requirement;
import eu.includeu.academy.competencies.Competency;
import eu.includeu.academy.competencies.Rung;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Somebody who works for an authority, with what was learned so far. */
final class Learner {

    final UUID id;
    final String name;
    final String language;
    final double ability;
    final long joined;

    /** Modules begun. */
    final Set<String> taken = new HashSet<>();

    private final Map<String, Long> completed = new HashMap<>();
    private final Map<Rung, Long> held = new HashMap<>();
    private long certified = Long.MAX_VALUE;

    /** @param ability theta of the Rasch model */
    Learner(UUID id, String name, String language, double ability, long joined) {
        this.id = id;
        this.name = name;
        this.language = language;
        this.ability = ability;
        this.joined = joined;
    }

    /** Whether somebody may enrol at this moment. */
    boolean isAdmitted(Course course, long second) {
        return course.prerequisites().stream().allMatch(wanted -> holds(wanted, second));
    }

    private boolean holds(Requirement wanted, long second) {
        var competency = wanted.competency();
        return competency == null
                ? completed.getOrDefault(String.valueOf(wanted.module()), Long.MAX_VALUE) <= second
                : level(competency, second) >= wanted.min();
    }

    /** The largest level below which no rung is missing, as of a moment. */
    int level(Competency.Id competency, long second) {
        var level = 0;
        while (level < 4 && held.getOrDefault(new Rung(competency, level + 1), Long.MAX_VALUE) <= second) {
            level++;
        }
        return level;
    }

    /** From when on a level is held; the end of time if it is not. */
    long since(Competency.Id competency, int level) {
        var since = 0L;
        for (var rung : Rung.between(competency, 0, level)) {
            since = Math.max(since, held.getOrDefault(rung, Long.MAX_VALUE));
        }
        return since;
    }

    void earn(Course course, long second) {
        completed.put(course.module(), second);
        certified = Math.min(certified, second);
        hold(course.rungs(), second);
    }

    void hold(List<Rung> rungs, long second) {
        rungs.forEach(rung -> held.merge(rung, second, Math::min));
    }

    /** When the first certificate was issued; the end of time if none was. */
    long certified() {
        return certified;
    }
}
