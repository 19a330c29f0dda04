package eu.includeu.academy.optimum;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Everything that a plan depends on, in an order of its own: however it is handed over, the same things make the same
 * puzzle, and so the same plan.
 *
 * @param wage what an hour of one person costs, in cents
 * @param penalty {@code P}: what a place left open counts for each unit of weight, in cents. It must exceed what filling
 *     the dearest place can cost; see {@link #of}
 */
public record Puzzle(List<Course> courses, List<Call> calls, long wage, long penalty) {

    public Puzzle {
        courses = courses.stream().sorted(Comparator.comparing(Course::id)).toList();
        calls = calls.stream().sorted(Comparator.comparing(Call::id)).toList();
    }

    /** What one seat costs in working time, in cents: {@code wage * h_m}, rounded to a cent. */
    public long seat(Course course) {
        return Math.floorDiv(wage * course.minutes() + 30, 60);
    }

    public Map<String, Course> byId() {
        return courses.stream()
                .collect(Collectors.toMap(Course::id, course -> course, (one, same) -> one, TreeMap::new));
    }

    public Call call(String id) {
        return calls.stream()
                .filter(call -> call.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No such call: " + id));
    }

    /**
     * A puzzle whose penalty exceeds whatever one place can cost: a seat, and a run of its own, in every course that its call
     * could use. It is the next power of two, so that one version more seldom changes it.
     */
    public static Puzzle of(List<Course> courses, List<Call> calls, long wage) {
        var free = new Puzzle(courses, calls, wage, 0);
        var known = free.byId();
        var dearest = calls.stream()
                .mapToLong(call -> call.choices().stream()
                        .map(choice -> known.get(choice.course()))
                        .filter(Objects::nonNull)
                        .mapToLong(course -> free.seat(course) + course.fixed())
                        .sum())
                .max()
                .orElse(0);
        return new Puzzle(courses, calls, wage, 2 * Long.highestOneBit(Math.max(1, dearest)));
    }

    /** How many houses have a call here. */
    public long houses() {
        return calls.stream().map(Call::house).distinct().count();
    }

    /** The same when other calls stand in place of those. */
    Puzzle with(List<Call> others) {
        return new Puzzle(courses, others, wage, penalty);
    }

    /**
     * Falls apart into puzzles that have nothing to do with each other: without shared runs each call stands alone, and
     * calls that could sit in the same run stay together (section 7.2: "without x, authorities and needs separate").
     */
    public List<Puzzle> parts() {
        var known = byId();
        var parent = IntStream.range(0, calls.size()).toArray();
        var first = new HashMap<String, Integer>();
        for (var at = 0; at < calls.size(); at++) {
            for (var choice : calls.get(at).choices()) {
                var course = known.get(choice.course());
                if (course != null && course.facilitated()) {
                    var one = root(parent, first.merge(course.id(), at, (before, now) -> before));
                    var other = root(parent, at);
                    parent[Math.max(one, other)] = Math.min(one, other);
                }
            }
        }
        var groups = new TreeMap<Integer, List<Call>>();
        for (var at = 0; at < calls.size(); at++) {
            groups.computeIfAbsent(root(parent, at), root -> new ArrayList<>()).add(calls.get(at));
        }
        return groups.values().stream()
                .map(group -> new Puzzle(used(known, group), group, wage, penalty))
                .toList();
    }

    private static List<Course> used(Map<String, Course> known, List<Call> group) {
        var used = new TreeSet<String>();
        group.forEach(call -> call.choices().forEach(choice -> used.add(choice.course())));
        return used.stream().map(known::get).filter(Objects::nonNull).toList();
    }

    /** Halves the way as it goes: nearly constant, however long the chain (Tarjan 1975). */
    private static int root(int[] parent, int start) {
        var at = start;
        while (parent[at] != at) {
            parent[at] = parent[parent[at]];
            at = parent[at];
        }
        return at;
    }

    /** The same for the same puzzle and no other: by it an earlier answer is known to hold still. */
    public String fingerprint() {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            Stream.of(Stream.of(wage, penalty), courses.stream(), calls.stream())
                    .flatMap(each -> each)
                    .forEach(each -> digest.update((each + "\n").getBytes(StandardCharsets.UTF_8)));
            return HexFormat.of().formatHex(digest.digest(), 0, 16);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
