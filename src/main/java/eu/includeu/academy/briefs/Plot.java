package eu.includeu.academy.briefs;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Demands as dots: the further left, the sooner the first deadline; the higher, the more officials. The numbers are those
 * of the list beside it.
 *
 * @param weeks where the time axis has its marks
 * @param officials where the other axis has its marks
 */
public record Plot(int width, int height, List<Dot> dots, List<Mark> weeks, List<Mark> officials) {

    /** A demand by its number in the list. */
    public record Dot(int number, String theme, int x, int y) {}

    /** A mark on an axis. */
    public record Mark(int place, long value) {}

    /** What a dot is drawn from. */
    record Point(
            int number,
            String theme,
            long officials,
            @Nullable LocalDate earliest) {}

    private static final int LEFT = 44;
    private static final int RIGHT = 20;
    private static final int TOP = 20;
    private static final int BOTTOM = 44;
    private static final int APART = 27;
    private static final int WEEKS = 52;
    private static final int MARK = 13;

    static Plot draw(int width, int height, List<Point> points, LocalDate today) {
        var most =
                Math.max(10, points.stream().mapToLong(Point::officials).max().orElse(0));
        var top = rounded(most);
        var dots = new ArrayList<Dot>();
        for (var point : points) {
            var x = LEFT + (int) Math.round((width - LEFT - RIGHT) * (double) weeks(point, today) / WEEKS);
            var y = y(point.officials(), top, height);
            dots.add(beside(dots, point, x, y, width, height));
        }
        return new Plot(
                width,
                height,
                List.copyOf(dots),
                IntStream.rangeClosed(0, WEEKS / MARK)
                        .mapToObj(at -> new Mark(LEFT + (width - LEFT - RIGHT) * at * MARK / WEEKS, (long) at * MARK))
                        .toList(),
                List.of(new Mark(y(top / 4, top, height), top / 4), new Mark(y(top, top, height), top)));
    }

    private static long weeks(Point point, LocalDate today) {
        var until = point.earliest();
        return until == null ? WEEKS : Math.max(0, Math.min(WEEKS, ChronoUnit.DAYS.between(today, until) / 7));
    }

    /** By the root, so that few can still be told from fewer. */
    private static int y(long officials, long top, int height) {
        return height - BOTTOM - (int) Math.round((height - TOP - BOTTOM) * Math.sqrt((double) officials / top));
    }

    private static long rounded(long most) {
        var unit = (long) Math.pow(10, Math.floor(Math.log10(most)));
        return (most + unit - 1) / unit * unit;
    }

    /** Where it belongs, or as near to that as others leave room. */
    private static Dot beside(List<Dot> others, Point point, int x, int y, int width, int height) {
        for (var ring = 0; ring < 12; ring++) {
            for (var turn = 0; turn < Math.max(1, 8 * ring); turn++) {
                var angle = ring == 0 ? 0 : 2 * Math.PI * turn / (8 * ring);
                var atX = (int) Math.round(x + APART * ring * Math.cos(angle));
                var atY = (int) Math.round(y - APART * ring * Math.sin(angle));
                if (fits(atX, atY, width, height) && others.stream().noneMatch(dot -> near(dot, atX, atY))) {
                    return new Dot(point.number(), point.theme(), atX, atY);
                }
            }
        }
        return new Dot(point.number(), point.theme(), x, y);
    }

    private static boolean fits(int x, int y, int width, int height) {
        return x >= LEFT && x <= width - RIGHT && y >= TOP - 4 && y <= height - BOTTOM;
    }

    private static boolean near(Dot dot, int x, int y) {
        return Math.hypot(dot.x() - x, dot.y() - y) < APART;
    }
}
