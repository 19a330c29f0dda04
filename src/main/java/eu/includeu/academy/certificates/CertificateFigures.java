package eu.includeu.academy.certificates;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/** Where certificates are read for other pages: an official's own. */
@Repository
public class CertificateFigures {

    /** A certificate that counts: for which module, and since when. */
    public record Issued(UUID id, String module, int major, Instant issued) {}

    private static final String MINE = """
            select c.id, c.module, c.major, c.issued
              from certificates.certificate c
             where c.official = :official and c.state = 'issued'
             order by c.issued desc
            """;

    private final DatabaseClient db;

    CertificateFigures(DatabaseClient db) {
        this.db = db;
    }

    public Mono<List<Issued>> of(UUID official) {
        return db.sql(MINE)
                .bind("official", official)
                .map(row -> new Issued(
                        Objects.requireNonNull(row.get("id", UUID.class)),
                        Objects.requireNonNull(row.get("module", String.class)),
                        Objects.requireNonNull(row.get("major", Integer.class)),
                        Objects.requireNonNull(row.get("issued", OffsetDateTime.class))
                                .toInstant()))
                .all()
                .collectList();
    }
}
