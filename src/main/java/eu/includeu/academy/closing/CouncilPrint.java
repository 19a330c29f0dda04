package eu.includeu.academy.closing;

import eu.includeu.academy.platform.Print;
import eu.includeu.academy.platform.Print.Palette;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Prints the report to a council on two pages. What does not find room there stands in the annex, and the page says so. */
@Component
public class CouncilPrint {

    static final int PARTS = 5;
    static final int CLOSED = 5;
    static final int OPEN = 6;
    static final int MODULES = 5;

    private static final List<String> THEMES =
            List.of("labour", "health", "education", "citizenship", "housing", "crosscutting");

    private final Print print;

    public CouncilPrint(Print print) {
        this.print = print;
    }

    /** @param annex the address of the spreadsheet */
    public Mono<byte[]> pdf(CouncilView council, String annex, Locale language) {
        return print.pdf("print/council", language, () -> Map.of("page", Page.of(council, annex)));
    }

    /**
     * A report made ready for the template: the first of each list, and how many more there are.
     *
     * @param site the annex's address as people type it
     */
    public record Page(
            CouncilView council,
            Map<String, Palette> palettes,
            String annex,
            String site,
            List<CouncilView.Branch> parts,
            int moreParts,
            List<CouncilView.Need> closed,
            int moreClosed,
            List<CouncilView.Need> open,
            int moreOpen,
            List<CouncilView.Module> modules) {

        static Page of(CouncilView council, String annex) {
            return new Page(
                    council,
                    THEMES.stream().collect(Collectors.toMap(Function.identity(), Palette::of)),
                    annex,
                    annex.replaceFirst("^https?://", "").replaceFirst("\\?.*$", ""),
                    first(council.parts(), PARTS),
                    more(council.parts(), PARTS),
                    first(council.closedNow(), CLOSED),
                    more(council.closedNow(), CLOSED),
                    first(council.openNow(), OPEN),
                    more(council.openNow(), OPEN),
                    first(council.modules(), MODULES));
        }

        /** How wide a bar is, out of so much. */
        public double width(long part, long whole, double all) {
            return whole == 0 ? 0 : all * part / whole;
        }

        private static <T> List<T> first(List<T> all, int most) {
            return all.subList(0, Math.min(all.size(), most));
        }

        private static int more(List<?> all, int most) {
            return Math.max(0, all.size() - most);
        }
    }
}
