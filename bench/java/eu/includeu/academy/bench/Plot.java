package eu.includeu.academy.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Bars of routes a second, one for each route and size, on a logarithmic scale, as a drawing without scripts. */
final class Plot {

    private static final Path FILE = Path.of("bench", "routes.svg");
    private static final int LEFT = 160;
    private static final int DECADE = 130;
    private static final int ROW = 20;

    /** One bar. */
    record Bar(String name, double perSecond) {}

    private Plot() {}

    static void write(List<Bar> bars) throws IOException {
        var lines = new ArrayList<String>();
        var height = ROW * (bars.size() + 2);
        lines.add(String.format(
                Locale.ROOT,
                "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" font-family=\"sans-serif\" font-size=\"12\">",
                LEFT + 5 * DECADE + 80,
                height));
        lines.add("<title>Right answers a second of one node</title>");
        for (var decade = 0; decade <= 5; decade++) {
            var x = LEFT + decade * DECADE;
            lines.add(String.format(
                    Locale.ROOT,
                    "<path d=\"M%d 0V%d\" stroke=\"#ccc\"/><text x=\"%d\" y=\"%d\" text-anchor=\"middle\">%.0f</text>",
                    x,
                    height - ROW,
                    x,
                    height - 5,
                    Math.pow(10, decade)));
        }
        for (var at = 0; at < bars.size(); at++) {
            var bar = bars.get(at);
            var width = Math.max(1, Math.log10(Math.max(1, bar.perSecond())) * DECADE);
            var y = ROW * at + 4;
            lines.add(String.format(
                    Locale.ROOT,
                    "<text x=\"%d\" y=\"%d\" text-anchor=\"end\">%s</text>"
                            + "<rect x=\"%d\" y=\"%d\" width=\"%.1f\" height=\"13\" fill=\"#2f4fd0\"/><text x=\"%.1f\" y=\"%d\">%.0f</text>",
                    LEFT - 6,
                    y + 11,
                    bar.name(),
                    LEFT,
                    y,
                    width,
                    LEFT + width + 5,
                    y + 11,
                    bar.perSecond()));
        }
        lines.add("</svg>");
        Files.write(FILE, lines);
    }
}
