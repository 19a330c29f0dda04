package eu.includeu.academy.capacity;

import eu.includeu.academy.accounts.Account;
import eu.includeu.academy.authorities.Authority;
import eu.includeu.academy.competencies.Competency;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/** Where the people of an authority are read with what they hold; none that the asker may not see. */
@Repository
public class Members {

    private static final String STAFF = """
            select m.authority, m.account, v.competency, array_agg(distinct v.level order by v.level) as levels
              from accounts.member m
              left join evidence.valid v on v.official = m.account
             where m.authority = any (:authorities)
             group by m.authority, m.account, v.competency
            """;

    /** What one person holds of one competency; null for a person who holds nothing. */
    private record Held(Authority.Id authority, Account.Id member, Competency.@Nullable Id competency, int level) {}

    /** For many needs at once: how many of an authority's people hold each level wanted. */
    private static final String HOLDING = """
            select w.ordinal::int as place, count(*)::int as holders
              from unnest(:authorities, :competencies, :targets)
                   with ordinality as w (authority, competency, target, ordinal)
              join accounts.member m on m.authority = w.authority
             where w.target = (select count(distinct v.level)
                                 from evidence.valid v
                                where v.official = m.account and v.competency = w.competency and v.level <= w.target)
             group by w.ordinal
            """;

    private static final String LISTED = """
            select l.need, l.official
              from capacity.listed l
             where l.authority = :authority and l.until is null
            """;

    private static final String LISTS = """
            select l.need, l.official
              from capacity.listed l
             where l.authority = any (:authorities) and l.until is null
            """;

    /** One statement: those who are no longer on the list leave it now, and those who are new come on to it. */
    private static final String LIST = """
            with gone as (
                update capacity.listed set until = :now
                 where authority = :authority and need = :need and until is null and official <> all (:officials)
            ), come as (
                insert into capacity.listed (authority, need, official, since)
                select :authority, :need, official, :now
                  from unnest(:officials) as official
                 where not exists (select from capacity.listed l
                                    where l.authority = :authority and l.need = :need and l.official = official.official
                                      and l.until is null)
            )
            update capacity.need set named = cardinality(:officials) > 0 where authority = :authority and id = :need
            """;

    private final DatabaseClient db;

    Members(DatabaseClient db) {
        this.db = db;
    }

    public Mono<Staff> of(Authority.Id authority) {
        return of(List.of(authority)).map(all -> all.getOrDefault(authority, new Staff(Map.of())));
    }

    /** The people a need is about: those on its list, or all who work there. */
    public Mono<Staff> of(Need need) {
        return of(need.authority())
                .zipWith(listed(need.authority()), (staff, lists) -> staff.about(lists.of(need.id())));
    }

    /** What an authority wants: a level of a competency. */
    public record Wanted(Authority.Id authority, Competency.Id competency, int target) {}

    /** How many hold each of these already; where nobody does, there is no entry. */
    public Mono<Map<Wanted, Integer>> holding(List<Wanted> wanted) {
        return db.sql(HOLDING)
                .bind(
                        "authorities",
                        wanted.stream().map(each -> each.authority().value()).toArray(UUID[]::new))
                .bind(
                        "competencies",
                        wanted.stream().map(each -> each.competency().value()).toArray(String[]::new))
                .bind("targets", wanted.stream().map(Wanted::target).toArray(Integer[]::new))
                .map(row -> Map.entry(
                        wanted.get(Objects.requireNonNull(row.get("place", Integer.class)) - 1),
                        Objects.requireNonNull(row.get("holders", Integer.class))))
                .all()
                .collectMap(Map.Entry::getKey, Map.Entry::getValue);
    }

    /** Who stands on the lists of an authority's needs today. */
    Mono<Lists> listed(Authority.Id authority) {
        return db.sql(LISTED)
                .bind("authority", authority.value())
                .map(row -> Map.entry(
                        new Need.Id(Objects.requireNonNull(row.get("need", UUID.class))),
                        new Account.Id(Objects.requireNonNull(row.get("official", UUID.class)))))
                .all()
                .collectMultimap(Map.Entry::getKey, Map.Entry::getValue)
                .map(all -> new Lists(all.entrySet().stream()
                        .collect(Collectors.toMap(Map.Entry::getKey, list -> Set.copyOf(list.getValue())))));
    }

    /** The people on the list of each need of these authorities; a need without a list is not there. */
    public Mono<Map<Need.Id, Set<Account.Id>>> lists(List<Authority.Id> authorities) {
        return db.sql(LISTS)
                .bind(
                        "authorities",
                        authorities.stream().map(Authority.Id::value).toArray(UUID[]::new))
                .map(row -> Map.entry(
                        new Need.Id(Objects.requireNonNull(row.get("need", UUID.class))),
                        new Account.Id(Objects.requireNonNull(row.get("official", UUID.class)))))
                .all()
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toSet())));
    }

    /** Makes these the people a need is about; all who work there, when there are none. */
    Mono<Void> list(Need need, Set<Account.Id> officials, Instant now) {
        return db.sql(LIST)
                .bind("authority", need.authority().value())
                .bind("need", need.id().value())
                .bind("officials", officials.stream().map(Account.Id::value).toArray(UUID[]::new))
                .bind("now", now.atOffset(ZoneOffset.UTC))
                .then();
    }

    /** The people on each need's list; a need without one is not there. */
    record Lists(Map<Need.Id, Set<Account.Id>> byNeed) {

        Set<Account.Id> of(Need.Id need) {
            return byNeed.getOrDefault(need, Set.of());
        }
    }

    /** Those of several authorities at once; one that nobody works for is not among the answers. */
    public Mono<Map<Authority.Id, Staff>> of(Collection<Authority.Id> authorities) {
        return db.sql(STAFF)
                .bind(
                        "authorities",
                        authorities.stream().map(Authority.Id::value).toArray(UUID[]::new))
                .map(Members::held)
                .all()
                .collectMultimap(Held::authority)
                .map(Members::staffs);
    }

    private static Map<Authority.Id, Staff> staffs(Map<Authority.Id, Collection<Held>> all) {
        return all.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, house -> staff(house.getValue())));
    }

    private static Staff staff(Collection<Held> all) {
        var levels = new HashMap<Account.Id, Map<Competency.Id, Integer>>();
        for (var held : all) {
            var own = levels.computeIfAbsent(held.member(), member -> new HashMap<>());
            if (held.competency() != null) {
                own.put(held.competency(), held.level());
            }
        }
        return new Staff(levels);
    }

    private static Held held(Readable row) {
        var competency = row.get("competency", String.class);
        return new Held(
                new Authority.Id(Objects.requireNonNull(row.get("authority", UUID.class))),
                new Account.Id(Objects.requireNonNull(row.get("account", UUID.class))),
                competency == null ? null : Competency.Id.of(competency),
                competency == null ? 0 : unbroken(Objects.requireNonNull(row.get("levels", Integer[].class))));
    }

    /** The largest level below which no rung is missing: {@code held(o, c, t)} of section 6 of the domain guide. */
    public static int unbroken(Integer[] levels) {
        var rungs = new ArrayList<>(List.of(levels));
        var held = 0;
        while (rungs.contains(held + 1)) {
            held++;
        }
        return held;
    }
}
