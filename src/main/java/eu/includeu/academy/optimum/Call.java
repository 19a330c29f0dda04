package eu.includeu.academy.optimum;

import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What one need calls for: so many places on each step of its ladder, lowest first, and what may be used to fill them.
 *
 * @param house whose call it is; calls of many houses may share the runs of a course
 * @param weight {@code w_n}: how much a place left open counts
 * @param places {@code s[n,r]} for each step {@code r}
 * @param minutes how much time its people have together: {@code H_n * s_n}
 */
public record Call(String id, String house, int weight, List<Integer> places, long minutes, List<Choice> choices) {

    /** Enough time for everything. */
    public static final long UNLIMITED = Long.MAX_VALUE / 4;

    public Call {
        places = List.copyOf(places);
        choices = choices.stream().sorted(Comparator.comparing(Choice::course)).toList();
        for (var choice : choices) {
            if (choice.to() > places.size()) {
                throw new IllegalArgumentException(choice.course() + " covers more steps than " + id + " has");
            }
        }
        if (choices.stream().map(Choice::course).distinct().count() < choices.size()) {
            throw new IllegalArgumentException("A course is offered twice to " + id);
        }
    }

    /** How many people are meant at most: nobody takes a course twice. */
    public int people() {
        return places.stream().mapToInt(Integer::intValue).max().orElse(0);
    }

    /** The places that these seats leave open, step by step: {@code z[n,r]}. */
    public List<Integer> open(Map<String, Integer> seats) {
        var open = new int[places.size()];
        for (var step = 0; step < open.length; step++) {
            open[step] = places.get(step);
        }
        for (var choice : choices) {
            var taken = seats.getOrDefault(choice.course(), 0);
            for (var step = choice.from(); step < choice.to(); step++) {
                open[step] = Math.max(0, open[step] - taken);
            }
        }
        return Arrays.stream(open).boxed().toList();
    }

    /** Whether these seats keep to every rule of section 7.2 that concerns this call alone. */
    public boolean allows(Map<String, Integer> seats, Map<String, Course> courses) {
        var used = 0L;
        var known = new HashMap<>(seats);
        for (var choice : choices) {
            var taken = seats.getOrDefault(choice.course(), 0);
            known.remove(choice.course());
            used += (long) taken * course(courses, choice.course()).minutes();
            if (taken < 0 || taken > people() || !meets(choice, seats, taken)) {
                return false;
            }
        }
        return used <= minutes && known.isEmpty();
    }

    private static boolean meets(Choice choice, Map<String, Integer> seats, int taken) {
        return choice.conditions().stream()
                .allMatch(condition -> taken
                        <= condition.held()
                                + condition.givers().stream()
                                        .mapToInt(giver -> seats.getOrDefault(giver, 0))
                                        .sum());
    }

    /** The same call when this course is not to be had. */
    public Call without(String course) {
        return new Call(
                id,
                house,
                weight,
                places,
                minutes,
                choices.stream()
                        .filter(choice -> !choice.course().equals(course))
                        .toList());
    }

    private static Course course(Map<String, Course> courses, String id) {
        var course = courses.get(id);
        if (course == null) {
            throw new IllegalArgumentException("No such course: " + id);
        }
        return course;
    }
}
