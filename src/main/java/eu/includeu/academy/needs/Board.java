package eu.includeu.academy.needs;

import eu.includeu.academy.capacity.Need;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A page of needs, as asked for in the address.
 *
 * @param cards by deadline
 * @param next where the next page begins, or null on the last one
 */
public record Board(List<NeedCard> cards, @Nullable Key next) {

    /** Which needs to show. */
    public enum Show {
        OPEN,
        DECLARED,
        MATCHED,
        RUNNING,
        MEASURED,
        CLOSED,
        WITHDRAWN;

        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** What is unknown shows the board. */
        static Optional<Show> of(@Nullable String key) {
            return Arrays.stream(values())
                    .filter(show -> show.key().equals(key))
                    .findFirst();
        }

        String[] states() {
            return Arrays.stream(Need.State.values())
                    .filter(this::shows)
                    .map(Need.State::key)
                    .toArray(String[]::new);
        }

        /** All but what was taken back. */
        static String[] onThePath() {
            return Arrays.stream(Need.State.values())
                    .filter(state -> state.tile() > 0)
                    .map(Need.State::key)
                    .toArray(String[]::new);
        }

        private boolean shows(Need.State state) {
            return switch (this) {
                case OPEN -> state.open();
                case WITHDRAWN -> state == Need.State.WITHDRAWN;
                default -> state.tile() == ordinal();
            };
        }
    }

    /**
     * One step of the path, and the needs that stand there with the least time.
     *
     * @param key declared, matched, running, measured or closed
     * @param all how many stand there
     * @param href the list of all of them
     */
    public record Column(String key, int tile, int all, List<NeedCard> cards, String href) {

        public Column {
            cards = List.copyOf(cards);
        }

        public boolean more() {
            return all > cards.size();
        }
    }

    /** A need that is read for a column, with how many stand there. */
    record Placed(NeedCard card, int all) {}

    /** The five steps of the path, each with its first needs; withdrawn ones are not on it. */
    static List<Column> columns(List<Placed> read, Filter filter) {
        return Stream.of(Show.DECLARED, Show.MATCHED, Show.RUNNING, Show.MEASURED, Show.CLOSED)
                .map(show -> {
                    var here = read.stream()
                            .filter(placed -> placed.card().tile() == show.ordinal())
                            .toList();
                    return new Column(
                            show.key(),
                            show.ordinal(),
                            here.stream().mapToInt(Placed::all).findFirst().orElse(0),
                            here.stream().map(Placed::card).toList(),
                            filter.showing(show).href());
                })
                .toList();
    }

    /**
     * How many needs are open.
     *
     * @param soon how many of them have a deadline within the next four weeks, or behind them
     */
    public record Count(int open, int soon) {}

    /** The place of a need in the list: pages go on after it, whatever was added before. */
    public record Key(LocalDate deadline, UUID id) {

        private static final Pattern FORM = Pattern.compile("(\\d{4}-\\d{2}-\\d{2})\\.([0-9a-f-]{36})");

        @Override
        public String toString() {
            return deadline + "." + id;
        }

        /** What is no place begins at the start. */
        static Optional<Key> of(@Nullable String text) {
            var found = FORM.matcher(text == null ? "" : text);
            try {
                return found.matches()
                        ? Optional.of(new Key(LocalDate.parse(found.group(1)), UUID.fromString(found.group(2))))
                        : Optional.empty();
            } catch (DateTimeException | IllegalArgumentException malformed) {
                return Optional.empty();
            }
        }
    }

    private static final List<String> STEPS =
            List.of("withdrawn", "declared", "matched", "running", "measured", "closed");

    public Board {
        cards = List.copyOf(cards);
    }

    /** One card more than fits was read, to know whether there is a next page. */
    static Board of(List<NeedCard> read, int size) {
        if (read.size() <= size) {
            return new Board(read, null);
        }
        var last = read.get(size - 1);
        return new Board(
                read.subList(0, size), new Key(last.deadline(), last.id().value()));
    }

    static String step(int tile) {
        return STEPS.get(tile);
    }
}
