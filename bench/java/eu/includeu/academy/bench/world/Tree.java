package eu.includeu.academy.bench.world;

import java.io.IOException;
import java.sql.SQLException;
import java.util.List;

/** Writes down the bodies that the programme's list does not have, and who stands above whom. */
final class Tree {

    private static final String OPENED = "2021-01-01";

    private final Lines authorities = new Lines(
            "authorities.authority",
            "id, name, kind, country, territory, languages, population, review_required, opened");
    private final Lines closure = new Lines("authorities.closure", "ancestor, descendant, depth, valid");

    void add(Body body, List<Body> all) {
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

    /** How many rows it handed over. */
    long hand(Target target) throws SQLException, IOException {
        target.take(List.of(authorities, closure));
        return authorities.rows() + (long) closure.rows();
    }
}
