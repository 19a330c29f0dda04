package eu.includeu.academy.bench.world;

import java.io.IOException;
import java.sql.SQLException;
import java.util.List;

/** Writes down the bodies that the programme's list does not have, and who stands above whom. */
final class Tree {

    private static final String OPENED = "2021-01-01";
    private static final int AT_ONCE = 1_000;

    private final Lines authorities = new Lines(
            "authorities.authority",
            "id, name, kind, country, territory, languages, population, review_required, opened");
    private final Lines closure = new Lines("authorities.closure", "ancestor, descendant, depth, valid");

    private Tree() {}

    /** All of them, some at a time; how many rows that were. */
    static long write(List<Body> bodies, Target target) throws SQLException, IOException {
        var tree = new Tree();
        var rows = 0L;
        for (var body : bodies) {
            tree.add(body, bodies);
            if (tree.authorities.rows() == AT_ONCE) {
                rows += tree.hand(target);
            }
        }
        return rows + tree.hand(target);
    }

    private void add(Body body, List<Body> all) {
        if (body.listed()) {
            return;
        }
        authorities
                .of(body.id())
                .text(body.name())
                .text(body.kind())
                .text(body.country())
                .text(body.territory())
                .list(body.languages())
                .of(body.staff() * 500L)
                .of(body.reviews())
                .text(OPENED);
        var depth = 0;
        for (var above = body; above != null; above = above.parent() < 0 ? null : all.get(above.parent())) {
            closure.of(above.id()).of(body.id()).of(depth).text("[" + OPENED + ",)");
            depth++;
        }
    }

    private long hand(Target target) throws SQLException, IOException {
        target.take(List.of(authorities, closure));
        var rows = authorities.rows() + (long) closure.rows();
        authorities.clear();
        closure.clear();
        return rows;
    }
}
