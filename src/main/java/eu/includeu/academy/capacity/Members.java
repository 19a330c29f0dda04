package eu.includeu.academy.capacity;

import eu.includeu.academy.accounts.Account;
import eu.includeu.academy.authorities.Authority;
import eu.includeu.academy.competencies.Competency;
import io.r2dbc.spi.Readable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/** Where the people of an authority are read with what they hold; none that the asker may not see. */
@Repository
public class Members {

    private static final String STAFF = """
            select m.account, v.competency, array_agg(distinct v.level order by v.level) as levels
              from accounts.member m
              left join evidence.valid v on v.official = m.account
             where m.authority = :authority
             group by m.account, v.competency
            """;

    /** What one person holds of one competency; null for a person who holds nothing. */
    private record Held(Account.Id member, Competency.@Nullable Id competency, int level) {}

    private final DatabaseClient db;

    Members(DatabaseClient db) {
        this.db = db;
    }

    public Mono<Staff> of(Authority.Id authority) {
        return db.sql(STAFF)
                .bind("authority", authority.value())
                .map(Members::held)
                .all()
                .collectList()
                .map(Members::staff);
    }

    private static Staff staff(List<Held> all) {
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
