package eu.includeu.academy.certificates;

import eu.includeu.academy.platform.Print.Palette;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The tiles that frame a certificate, in its theme's colours. They are laid after the bits of its number, so no two
 * certificates look alike.
 *
 * @param tiles the tiles of a page of 12 by 17: two rows at the head and one column down the right edge
 */
public record Paving(List<Tile> tiles) {

    private static final int COLUMNS = 12;
    private static final int ROWS = 17;

    public static Paving of(CertificateNumber number, Palette colours) {
        var head = IntStream.range(0, COLUMNS * 2).mapToObj(at -> new int[] {at % COLUMNS, at / COLUMNS});
        var edge = IntStream.range(2, ROWS).mapToObj(row -> new int[] {COLUMNS - 1, row});
        var places = Stream.concat(head, edge).toList();
        return new Paving(IntStream.range(0, places.size())
                .mapToObj(at -> Tile.of(places.get(at)[0], places.get(at)[1], chance(number, at), colours))
                .toList());
    }

    private static int chance(CertificateNumber number, int at) {
        var word = at % 2 == 0 ? number.high() : number.low();
        return (int) (word >>> (3 * (at / 2))) & 7;
    }

    /**
     * One tile: a ground, and on it a quarter-round, a leaf of two, or the theme's glyph.
     *
     * @param turn how far it is turned, in degrees
     */
    public record Tile(int column, int row, String ground, String shape, String path, int turn) {

        private static final String QUARTER = "M0 24A24 24 0 0 1 24 0V24Z";
        private static final String LEAF = "M0 24A24 24 0 0 1 24 0A24 24 0 0 1 0 24Z";

        static Tile of(int column, int row, int chance, Palette colours) {
            var turn = (chance & 3) * 90;
            var form = (chance & 4) == 0 ? QUARTER : LEAF;
            return switch ((column * 5 + row * 3) % 7) {
                case 0 -> new Tile(column, row, colours.fill(), colours.on(), colours.glyph(), 0);
                case 1, 4 -> new Tile(column, row, colours.fill(), colours.tint(), form, turn);
                case 3 -> new Tile(column, row, colours.tint(), colours.tone(), form, turn);
                default -> new Tile(column, row, colours.tint(), colours.fill(), form, turn);
            };
        }
    }
}
