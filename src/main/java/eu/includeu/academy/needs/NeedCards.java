package eu.includeu.academy.needs;

import eu.includeu.academy.capacity.Need;
import eu.includeu.academy.capacity.Needs;
import eu.includeu.academy.capacity.Reach;
import eu.includeu.academy.competencies.Competencies;
import eu.includeu.academy.competencies.Theme;
import io.r2dbc.spi.Readable;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.Parameter;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/** Where lists of needs are read: one statement a list, the people counted by valid evidence as of now. */
@Repository
class NeedCards {

    private static final String CARDS = "select " + Needs.COLUMNS + """
            , a.name as authority_name, a.name_latin, a.country,
            (select count(*) from accounts.member m where m.authority = n.authority)::int as members,
            (select count(*)
               from accounts.member m
              where m.authority = n.authority
                and n.target = (select count(distinct v.level)
                                  from evidence.valid v
                                 where v.official = m.account and v.competency = n.competency and v.level <= n.target)
            )::int as holders,
            (n.authority = any (array(
                select descendant from authorities.closure where ancestor = any (:roots) and valid @> current_date))) as counted
              from capacity.need n
              join authorities.authority a on a.id = n.authority
             where
            """ + Needs.WITHIN_REACH;

    private static final String PAGE = CARDS + """
               and n.state = any (:states)
               and (:any_competency or n.competency = any (:competencies))
               and (:deadline::date is null or (n.deadline, n.id) > (:deadline::date, :id::uuid))
             order by n.deadline, n.id
             limit :limit
            """;

    private static final String ONE = CARDS + " and n.id = :id and n.state <> 'draft'";

    /** Least time for each place still to fill comes first; what is past comes before all, the wider gap first. */
    private static final String FIRST = "select * from (" + CARDS + """
               and n.state in ('declared', 'verified', 'planned', 'in_progress', 'met', 'overdue')) as n
             order by case when n.deadline <= :today then (n.deadline - :today - 1) * greatest(1, n.staff - n.holders)::float
                           else (n.deadline - :today)::float / greatest(1, n.staff - n.holders) end,
                      n.deadline, n.id
             limit :limit
            """;

    private static final String COUNT = """
            select count(*)::int as open, count(*) filter (where n.deadline <= :soon)::int as soon
              from capacity.need n
             where n.state in ('declared', 'verified', 'planned', 'in_progress', 'met', 'overdue') and
            """ + Needs.WITHIN_REACH;

    private final DatabaseClient db;
    private final Competencies competencies;

    NeedCards(DatabaseClient db, Competencies competencies) {
        this.db = db;
        this.competencies = competencies;
    }

    /** A page of needs by deadline. */
    Mono<Board> board(
            Reach reach, Board.Show show, @Nullable Theme theme, Board.@Nullable Key after, int size, LocalDate today) {
        return within(PAGE, reach)
                .bind("states", show.states())
                .bind("any_competency", theme == null)
                .bind("competencies", theme == null ? new String[0] : of(theme))
                .bind("deadline", Parameter.fromOrEmpty(after == null ? null : after.deadline(), LocalDate.class))
                .bind("id", Parameter.fromOrEmpty(after == null ? null : after.id(), UUID.class))
                .bind("limit", size + 1)
                .map(row -> card(row, today))
                .all()
                .collectList()
                .map(read -> Board.of(read, size));
    }

    Mono<List<NeedCard>> first(Reach reach, int limit, LocalDate today) {
        return within(FIRST, reach)
                .bind("today", today)
                .bind("limit", limit)
                .map(row -> card(row, today))
                .all()
                .collectList();
    }

    Mono<List<NeedCard>> find(Need.Id id, Reach reach, LocalDate today) {
        return within(ONE, reach)
                .bind("id", id.value())
                .map(row -> card(row, today))
                .all()
                .collectList();
    }

    Mono<Board.Count> count(Reach reach, LocalDate today) {
        return within(COUNT, reach)
                .bind("soon", today.plusWeeks(4))
                .map(row -> new Board.Count(
                        Objects.requireNonNull(row.get("open", Integer.class)),
                        Objects.requireNonNull(row.get("soon", Integer.class))))
                .one();
    }

    private DatabaseClient.GenericExecuteSpec within(String statement, Reach reach) {
        return db.sql(statement).bind("everywhere", reach.everywhere()).bind("roots", reach.ids());
    }

    private String[] of(Theme theme) {
        return competencies.of(theme).stream()
                .map(competency -> competency.id().value())
                .toArray(String[]::new);
    }

    private NeedCard card(Readable row, LocalDate today) {
        var need = Needs.need(row);
        return NeedCard.of(
                need,
                Objects.requireNonNull(row.get("authority_name", String.class)),
                row.get("name_latin", String.class),
                row.get("country", String.class),
                competencies.find(need.terms().competency()),
                Objects.requireNonNull(row.get("holders", Integer.class)),
                Objects.requireNonNull(row.get("members", Integer.class)),
                Boolean.TRUE.equals(row.get("counted", Boolean.class)),
                today);
    }
}
