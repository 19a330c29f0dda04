package eu.includeu.academy.exchange;

import eu.includeu.academy.authorities.Authority;
import eu.includeu.academy.authorities.RegionMap;
import eu.includeu.academy.authorities.RegionMap.Drawing;
import eu.includeu.academy.authorities.RegionMap.Label;
import eu.includeu.academy.authorities.RegionMap.Tile;
import eu.includeu.academy.authorities.TileMap;
import java.text.Collator;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;

/**
 * Where authorities receive visits, a tile for each region whose class grows with the number of hosts, and the same as a table.
 *
 * @param rows of regions in which somebody hosts
 */
public record PeerMap(Drawing wide, Drawing phone, List<Row> rows, int hosts) {

    /** A region in the table, with the authorities that host. */
    public record Row(String code, String name, String country, List<String> hosts) {}

    private static final int REGION = 4;
    private static final int DARKEST = 5;

    static PeerMap draw(List<Member> members, List<Authority> authorities, MessageSource texts, Locale locale) {
        var hosting = members.stream()
                .filter(member -> member.hosts() > 0)
                .map(Member::authority)
                .collect(Collectors.toSet());
        var byRegion = authorities.stream()
                .filter(authority -> hosting.contains(authority.id()))
                .filter(authority -> authority.nuts() != null)
                .collect(Collectors.groupingBy(
                        PeerMap::region,
                        Collectors.mapping(each -> each.nameIn(locale.getLanguage()), Collectors.toList())));
        var pen = new Pen(byRegion, texts, locale);
        return new PeerMap(pen.drawing(TileMap.WIDE), pen.drawing(TileMap.PHONE), pen.rows(), hosting.size());
    }

    private static String region(Authority authority) {
        var code = String.valueOf(authority.nuts());
        return code.substring(0, Math.min(REGION, code.length()));
    }

    private record Pen(Map<String, List<String>> hosts, MessageSource texts, Locale locale) {

        Drawing drawing(TileMap map) {
            return new Drawing(
                    map.columns(),
                    map.rows(),
                    map.cells().stream().map(this::tile).toList(),
                    map.labels().stream()
                            .map(label -> new Label(
                                    country(label.country()), figure(label.country()), label.column(), label.row()))
                            .toList());
        }

        private Tile tile(TileMap.Cell cell) {
            var count = hosts.getOrDefault(cell.code(), List.of()).size();
            var place = cell.nameIn(locale.getLanguage()) + ", " + country(cell.country());
            return new Tile(
                    count == 0 ? "#regions" : "#region-" + cell.code(),
                    place + ": " + texts.getMessage("peers.map.hosts", new Object[] {count}, locale),
                    count == 0 ? "0" : String.valueOf(Math.min(DARKEST, count + 1)),
                    cell.column(),
                    cell.row(),
                    count == 0 ? null : count);
        }

        private String figure(String country) {
            var count = hosts.entrySet().stream()
                    .filter(region -> region.getKey().startsWith(country))
                    .mapToInt(region -> region.getValue().size())
                    .sum();
            return count == 0 ? "" : String.valueOf(count);
        }

        List<Row> rows() {
            var order = Collator.getInstance(locale);
            var names =
                    TileMap.WIDE.cells().stream().collect(Collectors.toMap(TileMap.Cell::code, Function.identity()));
            return hosts.entrySet().stream()
                    .map(region -> row(region.getKey(), names.get(region.getKey()), region.getValue()))
                    .sorted(Comparator.comparing(Row::country, order).thenComparing(Row::name, order))
                    .toList();
        }

        private Row row(String code, TileMap.@Nullable Cell cell, List<String> names) {
            var land = country(code.substring(0, 2));
            return new Row(
                    code,
                    cell == null ? land : cell.nameIn(locale.getLanguage()),
                    land,
                    names.stream().sorted(Collator.getInstance(locale)).toList());
        }

        private String country(String code) {
            return RegionMap.countryName(code, locale);
        }
    }
}
