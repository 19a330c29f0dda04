package eu.includeu.academy.bench.world;

import eu.includeu.academy.competencies.Competencies;
import eu.includeu.academy.competencies.Competency;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/** What there is to learn, and how much it is asked for: competencies by Zipf's law with exponent 0.8, modules with them. */
final class Library {

    private static final double ZIPF = 0.8;

    private final List<Course> courses;
    private final List<Competency.Id> wanted;
    private final double[] wish;
    private final double[] popularity;
    private final long rows;

    Library(List<Course> courses, Competencies competencies, long seed, long rows) {
        this.courses = List.copyOf(courses);
        this.rows = rows;
        var order =
                new ArrayList<>(competencies.all().stream().map(Competency::id).toList());
        var luck = new Luck(seed, Luck.About.ORDER, 0);
        for (var at = order.size() - 1; at > 0; at--) {
            Collections.swap(order, at, luck.below(at + 1));
        }
        this.wanted = List.copyOf(order);
        this.wish = new double[order.size()];
        for (var rank = 0; rank < wish.length; rank++) {
            wish[rank] = Math.pow(rank + 1, -ZIPF);
        }
        this.popularity = courses.stream()
                .mapToDouble(course -> course.rungs().stream()
                        .mapToDouble(rung -> wish[wanted.indexOf(rung.competency())])
                        .max()
                        .orElseThrow())
                .toArray();
        Arrays.parallelPrefix(wish, Double::sum);
        Arrays.parallelPrefix(popularity, Double::sum);
    }

    List<Course> courses() {
        return courses;
    }

    long rows() {
        return rows;
    }

    Course popular(Luck luck) {
        return courses.get(place(popularity, luck));
    }

    Competency.Id wanted(Luck luck) {
        return wanted.get(place(wish, luck));
    }

    private static int place(double[] sums, Luck luck) {
        var found = Arrays.binarySearch(sums, luck.share() * sums[sums.length - 1]);
        return Math.min(sums.length - 1, found < 0 ? -found - 1 : found);
    }
}
