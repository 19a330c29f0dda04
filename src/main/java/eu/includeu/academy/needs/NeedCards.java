package eu.includeu.academy.needs;

import eu.includeu.academy.authorities.Authority;
import eu.includeu.academy.capacity.Need;
import eu.includeu.academy.capacity.Needs;
import eu.includeu.academy.capacity.Reach;
import eu.includeu.academy.competencies.Competencies;
import eu.includeu.academy.competencies.Competency;
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

    private static final String OPEN = "('declared', 'verified', 'planned', 'in_progress', 'met', 'overdue')";

    /** The people a need is about who hold its level now: those on its list, or all who work there. */
    private static final String NOW = """
            (select count(*)
               from accounts.member m
              where m.authority = n.authority
                and (not n.named or exists (
                        select from capacity.listed l
                         where l.authority = n.authority and l.need = n.id and l.official = m.account and l.until is null))
                and n.target = (select count(distinct v.level)
                                  from evidence.valid v
                                 where v.official = m.account and v.competency = n.competency and v.level <= n.target)
            )::int
            """;

    private static final String NAMES = """
            , a.name as authority_name, a.name_latin, a.country,
            (n.authority in (
                select descendant from authorities.closure where ancestor = any (:roots) and valid @> current_date)) as counted
            """;

    /** Counted anew, for the few that are shown. */
    private static final String CARDS = "select " + Needs.COLUMNS + NAMES
            + ", (select count(*) from accounts.member m where m.authority = n.authority)::int as members, " + NOW
            + " as now_holding\n";

    private static final String FILTERED = Needs.WITHIN_REACH + """
               and n.state = any (:states)
               and (:any_competency or n.competency = any (:competencies))
               and (:place::uuid is null or n.authority in (
                select descendant from authorities.closure where ancestor = :place and valid @> current_date))
            """;

    private static final String PAGE = CARDS + """
              from capacity.need n
              join authorities.authority a on a.id = n.authority
             where
            """ + FILTERED + """
               and (:deadline::date is null or (n.deadline, n.id) > (:deadline::date, :id::uuid))
             order by n.deadline, n.id
             limit :limit
            """;

    /** The first of each step, with how many stand there; people as last counted. */
    private static final String COLUMNS = "select " + Needs.COLUMNS + NAMES + """
            , 0 as members, n.holders as now_holding, n.whole
              from (select n.*, count(*) over (partition by step.tile)::int as whole,
                           row_number() over (partition by step.tile order by n.deadline, n.id) as place
                      from capacity.need n
                      join (values ('declared', 1), ('verified', 1), ('planned', 2), ('in_progress', 3), ('overdue', 3), ('met', 4),
                                   ('closed', 5)) as step (state, tile) on step.state = n.state
                     where
            """ + FILTERED + """
                   ) as n
              join authorities.authority a on a.id = n.authority
             where n.place <= :limit
             order by n.deadline, n.id
            """;

    private static final String ONE = CARDS + """
              from capacity.need n
              join authorities.authority a on a.id = n.authority
             where n.id = :id and n.state <> 'draft' and
            """ + Needs.WITHIN_REACH;

    /**
     * Least time for each place still to fill comes first; what is past comes before all, the wider gap first. The order
     * rests on the last count, so that only the few shown are counted anew.
     */
    private static final String FIRST = CARDS + """
              from (select n.*,
                           case when n.deadline <= :today then (n.deadline - :today - 1) * greatest(1, n.staff - n.holders)::float
                                else (n.deadline - :today)::float / greatest(1, n.staff - n.holders) end as turn
                      from capacity.need n
                     where n.state in """ + OPEN + """
                       and (:any_competency or n.competency = any (:competencies))
                       and (:house::uuid is null or n.authority = :house)
                       and (:country = '' or exists (
                               select from authorities.authority h where h.id = n.authority and h.country = :country))
                       and
            """ + Needs.WITHIN_REACH + """
                     order by turn, n.deadline, n.id
                     limit :limit) as n
              join authorities.authority a on a.id = n.authority
             order by n.turn, n.deadline, n.id
            """;

    private static final String COUNT = """
            select count(*)::int as open, count(*) filter (where n.deadline <= :soon)::int as soon
              from capacity.need n
             where n.state in """ + OPEN + " and " + Needs.WITHIN_REACH;

    /** By the nearest body above that the table has a column for; the needs are added up before that is looked for. */
    private static final String HEAT = """
            with place as (
                select id from unnest(:tops) as id
                union
                select c.descendant from authorities.closure c
                 where c.ancestor = any (:tops) and c.depth = 1 and c.valid @> current_date
            ), own as (
                select n.authority, n.competency, count(*) as needs
                  from capacity.need n
                 where
            """ + FILTERED + """
                 group by n.authority, n.competency
            ), above as (
                select distinct on (c.descendant) c.descendant, c.ancestor
                  from authorities.closure c
                  join place p on p.id = c.ancestor
                 where c.valid @> current_date
                 order by c.descendant, c.depth
            )
            select a.id, a.name, a.name_latin, own.competency, sum(own.needs)::int as needs
              from own
              join above on above.descendant = own.authority
              join authorities.authority a on a.id = above.ancestor
             group by a.id, a.name, a.name_latin, own.competency
            """;

    private static final String PLACES = """
            select a.id, a.name, a.name_latin
              from authorities.authority a
             where a.id in (select c.descendant from authorities.closure c
                             where c.ancestor = any (:tops) and c.valid @> current_date
                               and (c.depth <= 1 or c.descendant = :chosen::uuid))
             order by coalesce(a.name_latin, a.name), a.id
            """;

    private final DatabaseClient db;
    private final Competencies competencies;

    NeedCards(DatabaseClient db, Competencies competencies) {
        this.db = db;
        this.competencies = competencies;
    }

    /** A page of needs by deadline. */
    Mono<Board> board(
            Reach reach, Filter filter, Board.Show show, Board.@Nullable Key after, int size, LocalDate today) {
        return filtered(PAGE, reach, filter.showing(show))
                .bind("deadline", Parameter.fromOrEmpty(after == null ? null : after.deadline(), LocalDate.class))
                .bind("id", Parameter.fromOrEmpty(after == null ? null : after.id(), UUID.class))
                .bind("limit", size + 1)
                .map(row -> card(row, today))
                .all()
                .collectList()
                .map(read -> Board.of(read, size));
    }

    /** The first needs of each step. */
    Mono<List<Board.Placed>> columns(Reach reach, Filter filter, int size, LocalDate today) {
        return filtered(COLUMNS, reach, filter)
                .bind("limit", size)
                .map(row -> new Board.Placed(card(row, today), Objects.requireNonNull(row.get("whole", Integer.class))))
                .all()
                .collectList();
    }

    /** These bodies and those next below, and the one that is chosen, by name. */
    Mono<List<Heat.Place>> places(List<Authority.Id> tops, Authority.@Nullable Id chosen) {
        return db.sql(PLACES)
                .bind("tops", tops.stream().map(Authority.Id::value).toArray(UUID[]::new))
                .bind("chosen", Parameter.fromOrEmpty(chosen == null ? null : chosen.value(), UUID.class))
                .map(row -> new Heat.Place(
                        new Authority.Id(Objects.requireNonNull(row.get("id", UUID.class))),
                        Objects.requireNonNull(row.get("name", String.class)),
                        row.get("name_latin", String.class)))
                .all()
                .collectList();
    }

    /** Open needs by place and competency. */
    Mono<List<Heat.Count>> heat(Reach reach, Filter filter, List<Authority.Id> tops) {
        return filtered(HEAT, reach, filter.showing(Board.Show.OPEN))
                .bind("tops", tops.stream().map(Authority.Id::value).toArray(UUID[]::new))
                .map(row -> new Heat.Count(
                        new Heat.Place(
                                new Authority.Id(Objects.requireNonNull(row.get("id", UUID.class))),
                                Objects.requireNonNull(row.get("name", String.class)),
                                row.get("name_latin", String.class)),
                        Competency.Id.of(Objects.requireNonNull(row.get("competency", String.class))),
                        Objects.requireNonNull(row.get("needs", Integer.class))))
                .all()
                .collectList();
    }

    Mono<List<NeedCard>> first(Reach reach, Listing.Part part, int limit, LocalDate today) {
        var house = part.house();
        return within(FIRST, reach)
                .bind("today", today)
                .bind("any_competency", part.theme().isEmpty())
                .bind("competencies", ids(part.theme()))
                .bind("house", Parameter.fromOrEmpty(house == null ? null : house.value(), UUID.class))
                .bind("country", part.country())
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

    private DatabaseClient.GenericExecuteSpec filtered(String statement, Reach reach, Filter filter) {
        var place = filter.place();
        var show = filter.show();
        return within(statement, reach)
                .bind("states", show == null ? Board.Show.onThePath() : show.states())
                .bind("any_competency", filter.theme() == null && filter.competency() == null)
                .bind("competencies", wanted(filter))
                .bind("place", Parameter.fromOrEmpty(place == null ? null : place.value(), UUID.class));
    }

    private String[] wanted(Filter filter) {
        var competency = filter.competency();
        if (competency != null) {
            return new String[] {competency.value()};
        }
        var theme = filter.theme();
        return theme == null ? new String[0] : ids(theme.id());
    }

    private String[] ids(String theme) {
        return competencies.all().stream()
                .filter(each -> each.theme().equals(theme))
                .map(each -> each.id().value())
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
                Objects.requireNonNull(row.get("now_holding", Integer.class)),
                Objects.requireNonNull(row.get("members", Integer.class)),
                Boolean.TRUE.equals(row.get("counted", Boolean.class)),
                today);
    }
}
