package eu.includeu.academy.closing;

import eu.includeu.academy.authorities.Authority;
import eu.includeu.academy.capacity.Need;
import eu.includeu.academy.competencies.Competency;
import io.r2dbc.spi.Readable;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.Parameter;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/** Where it is read how far needs were at a moment: in numbers, whoever asks. */
@Repository
class Standings {

    private static final String STANDING = """
            select authority, need, competency, current, target, staff, weight, deadline, state, declared, closed,
                   members, holders, gap, began, gap_began
              from closing.standing(:body, :moment, :day)
            """;

    private static final String PARENTS = """
            select c.descendant, c.ancestor
              from authorities.closure c
             where c.depth = 1 and c.valid @> :day
            """;

    private final DatabaseClient db;

    Standings(DatabaseClient db) {
        this.db = db;
    }

    /** The needs of every authority. */
    Mono<List<Standing>> everywhere(AsOf asOf) {
        return read(null, asOf);
    }

    /** The needs of an authority and of all that stood below it on that day. */
    Mono<List<Standing>> below(Authority.Id authority, AsOf asOf) {
        return read(authority.value(), asOf);
    }

    /** Who stood directly above whom on a day. */
    Mono<Map<Authority.Id, Authority.Id>> parents(LocalDate day) {
        return db.sql(PARENTS)
                .bind("day", day)
                .map(row -> Map.entry(id(row, "descendant"), id(row, "ancestor")))
                .all()
                .collectMap(Map.Entry::getKey, Map.Entry::getValue);
    }

    private Mono<List<Standing>> read(@Nullable UUID body, AsOf asOf) {
        return db.sql(STANDING)
                .bind("body", Parameter.fromOrEmpty(body, UUID.class))
                .bind("moment", asOf.moment().atOffset(ZoneOffset.UTC))
                .bind("day", asOf.day())
                .map(Standings::standing)
                .all()
                .collectList();
    }

    private static Standing standing(Readable row) {
        var closed = row.get("closed", OffsetDateTime.class);
        return new Standing(
                id(row, "authority"),
                new Need.Id(Objects.requireNonNull(row.get("need", UUID.class))),
                new Competency.Id(Objects.requireNonNull(row.get("competency", String.class))),
                number(row, "current"),
                number(row, "target"),
                number(row, "staff"),
                number(row, "weight"),
                Objects.requireNonNull(row.get("deadline", LocalDate.class)),
                Need.State.valueOf(
                        Objects.requireNonNull(row.get("state", String.class)).toUpperCase(Locale.ROOT)),
                Objects.requireNonNull(row.get("declared", OffsetDateTime.class))
                        .toInstant(),
                closed == null ? null : closed.toInstant(),
                number(row, "members"),
                number(row, "holders"),
                number(row, "gap"),
                number(row, "began"),
                number(row, "gap_began"));
    }

    private static Authority.Id id(Readable row, String column) {
        return new Authority.Id(Objects.requireNonNull(row.get(column, UUID.class)));
    }

    private static int number(Readable row, String column) {
        return Objects.requireNonNull(row.get(column, Integer.class));
    }
}
