package eu.includeu.academy.exchange;

import eu.includeu.academy.accounts.Account;
import eu.includeu.academy.authorities.Authority;
import eu.includeu.academy.competencies.Competency;
import eu.includeu.academy.pairing.Peer;
import eu.includeu.academy.pairing.Wishes;
import eu.includeu.academy.platform.Refused;
import io.r2dbc.spi.Readable;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/** Where it is kept who takes part in the exchange, on what terms, and whom they would rather meet. */
@Repository
class Peers {

    private static final String ALL =
            "select authority, hosts, visits, interpreter from exchange.member order by authority";

    private static final String SAVE = """
            insert into exchange.member (authority, hosts, visits, interpreter, changed_by)
            values (:authority, :hosts, :visits, :interpreter, :who)
            on conflict (authority) do update
               set hosts = excluded.hosts, visits = excluded.visits, interpreter = excluded.interpreter,
                   changed_by = excluded.changed_by, changed = now()
            """;

    private static final String FORGET_WISHES =
            "delete from exchange.wish where authority = :authority and side = :side";

    private static final String WISH = """
            insert into exchange.wish (authority, side, place, other)
            select :authority, :side, w.place, w.other from unnest(:others) with ordinality as w (other, place)
            """;

    private static final String WISHES =
            "select authority, side, other from exchange.wish order by authority, side, place";

    /** How many of each authority's people hold level 3 of a competency, every level below included. */
    private static final String STRENGTHS = """
            with staff as (
                select m.authority, m.account
                  from accounts.member m join exchange.member e on e.authority = m.authority
            ), holding as (
                select s.authority, v.competency, s.account
                  from staff s join evidence.valid v on v.official = s.account and v.level <= 3
                 group by s.authority, v.competency, s.account
                having count(distinct v.level) = 3
            )
            select h.authority, h.competency, count(*)::int as holders,
                   (select count(*)::int from staff s where s.authority = h.authority) as staff,
                   exists (select from exchange.practice p
                            where p.authority = h.authority and p.competency = h.competency and p.published is not null) as practice
              from holding h
             group by h.authority, h.competency
            """;

    private static final String STAFF = """
            select e.authority, count(m.account)::int as staff
              from exchange.member e left join accounts.member m on m.authority = e.authority
             group by e.authority
            """;

    private static final String WANTS = """
            select n.authority, n.competency, max(n.weight) as weight
              from capacity.open_need n join exchange.member e on e.authority = n.authority
             where n.state <> 'met'
             group by n.authority, n.competency
            """;

    /** What is taken this year, by a yes or by a proposal that is still open. */
    private static final String TAKEN = """
            select e.authority,
                   (select count(*)::int from exchange.visit v
                     where v.host = e.authority and v.state in ('proposed', 'agreed', 'scheduled', 'held', 'closed')
                       and extract(year from coalesce(v.starts, v.proposed::date)) = :year) as hosted,
                   (select count(*)::int from exchange.visit v
                     where v.guest = e.authority and v.state in ('proposed', 'agreed', 'scheduled', 'held', 'closed')
                       and extract(year from coalesce(v.starts, v.proposed::date)) = :year) as visited
              from exchange.member e
            """;

    private static final String PAST = """
            select v.guest, v.host, v.state, a.country
              from exchange.visit v join authorities.authority a on a.id = v.host
             where coalesce(v.ends, v.proposed::date) >= :since
            """;

    /** What a visit in the last years, or one that is under way, means for the pair. */
    record Met(Authority.Id guest, Authority.Id host, Visit.State state, String country) {}

    /** How many visits of this year are taken. */
    record Taken(int hosted, int visited) {}

    private record Holding(Authority.Id authority, Competency.Id competency, Peer.Strength strength) {}

    private record Want(Authority.Id authority, Competency.Id competency, int weight) {}

    private record Wish(Authority.Id authority, String side, Authority.Id other) {}

    private final DatabaseClient db;

    Peers(DatabaseClient db) {
        this.db = db;
    }

    Mono<List<Member>> all() {
        return db.sql(ALL)
                .map(row -> new Member(
                        id(row, "authority"),
                        number(row, "hosts"),
                        number(row, "visits"),
                        Boolean.TRUE.equals(row.get("interpreter", Boolean.class))))
                .all()
                .collectList();
    }

    Mono<Void> save(Member member, Account.Id who) {
        return db.sql(SAVE)
                .bind("authority", member.authority().value())
                .bind("hosts", member.hosts())
                .bind("visits", member.visits())
                .bind("interpreter", member.interpreter())
                .bind("who", who.value())
                .then();
    }

    /** Puts these wishes in the place of the earlier ones. */
    Mono<Void> wish(Authority.Id authority, Visit.Side side, List<Authority.Id> others) {
        return db.sql(FORGET_WISHES)
                .bind("authority", authority.value())
                .bind("side", side.key())
                .then()
                .then(db.sql(WISH)
                        .bind("authority", authority.value())
                        .bind("side", side.key())
                        .bind("others", others.stream().map(Authority.Id::value).toArray(UUID[]::new))
                        .then())
                .onErrorMap(DataIntegrityViolationException.class, broken -> new Refused("peers.wish.twice"));
    }

    Mono<Wishes> wishes() {
        return db.sql(WISHES)
                .map(row -> new Wish(
                        id(row, "authority"), Objects.requireNonNull(row.get("side", String.class)), id(row, "other")))
                .all()
                .collectList()
                .map(all -> new Wishes(wishes(all, Visit.Side.HOST), wishes(all, Visit.Side.GUEST)));
    }

    private static Map<Authority.Id, List<Authority.Id>> wishes(List<Wish> all, Visit.Side side) {
        return all.stream()
                .filter(wish -> wish.side().equals(side.key()))
                .collect(Collectors.groupingBy(Wish::authority, Collectors.mapping(Wish::other, Collectors.toList())));
    }

    /** What people of each hold, by authority and competency. */
    Mono<Map<Authority.Id, Map<Competency.Id, Peer.Strength>>> strengths() {
        return db.sql(STRENGTHS)
                .map(row -> new Holding(
                        id(row, "authority"),
                        Competency.Id.of(Objects.requireNonNull(row.get("competency", String.class))),
                        new Peer.Strength(
                                number(row, "holders"),
                                number(row, "staff"),
                                Boolean.TRUE.equals(row.get("practice", Boolean.class)))))
                .all()
                .collectMultimap(Holding::authority)
                .map(all -> all.entrySet().stream()
                        .collect(Collectors.toMap(Map.Entry::getKey, house -> strengths(house.getValue()))));
    }

    private static Map<Competency.Id, Peer.Strength> strengths(Collection<Holding> holdings) {
        return holdings.stream().collect(Collectors.toMap(Holding::competency, Holding::strength));
    }

    Mono<Map<Authority.Id, Integer>> staff() {
        return db.sql(STAFF)
                .map(row -> Map.entry(id(row, "authority"), number(row, "staff")))
                .all()
                .collectMap(Map.Entry::getKey, Map.Entry::getValue);
    }

    /** What each needs, and how much it weighs. */
    Mono<Map<Authority.Id, Map<Competency.Id, Integer>>> wants() {
        return db.sql(WANTS)
                .map(row -> new Want(
                        id(row, "authority"),
                        Competency.Id.of(Objects.requireNonNull(row.get("competency", String.class))),
                        number(row, "weight")))
                .all()
                .collectMultimap(Want::authority)
                .map(all -> all.entrySet().stream()
                        .collect(Collectors.toMap(Map.Entry::getKey, house -> house.getValue().stream()
                                .collect(Collectors.toMap(Want::competency, Want::weight)))));
    }

    Mono<Map<Authority.Id, Taken>> taken(int year) {
        return db.sql(TAKEN)
                .bind("year", year)
                .map(row -> Map.entry(id(row, "authority"), new Taken(number(row, "hosted"), number(row, "visited"))))
                .all()
                .collectMap(Map.Entry::getKey, Map.Entry::getValue);
    }

    Mono<List<Met>> past(LocalDate since) {
        return db.sql(PAST)
                .bind("since", since)
                .map(row -> new Met(
                        id(row, "guest"),
                        id(row, "host"),
                        Visit.State.of(Objects.requireNonNull(row.get("state", String.class))),
                        Objects.requireNonNullElse(row.get("country", String.class), "")))
                .all()
                .collectList();
    }

    private static Authority.Id id(Readable row, String name) {
        return new Authority.Id(Objects.requireNonNull(row.get(name, UUID.class)));
    }

    private static int number(Readable row, String name) {
        return Objects.requireNonNull(row.get(name, Integer.class));
    }
}
