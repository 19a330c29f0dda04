package eu.includeu.academy.authorities;

import static org.assertj.core.api.Assertions.assertThat;

import eu.includeu.academy.AcademyTest;
import eu.includeu.academy.platform.Scope;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Sums that are kept are the sums of what was noted, however the notes and the folders meet. */
@AcademyTest
class FoldingTest {

    private static final String MEASURE = "test.folding";

    @Autowired
    private Authorities authorities;

    @Autowired
    private Tally tally;

    @Autowired
    private Folding folding;

    @Autowired
    private DatabaseClient db;

    @Autowired
    private TransactionalOperator transaction;

    @Test
    void addsUpWhatWasNotedAlongTheTree() {
        var chance = new Random(7);
        var root = Objects.requireNonNull(authorities.all().block()).stream()
                .filter(body -> body.kind() == Authority.Kind.PARTNERSHIP)
                .findFirst()
                .orElseThrow()
                .id();
        var bodies = Objects.requireNonNull(authorities.below(List.of(root)).block());
        var expected = new HashMap<Authority.Id, Long>();
        var notes = Flux.range(0, 400)
                .map(each -> bodies.get(chance.nextInt(bodies.size())).id())
                .doOnNext(body -> expected.merge(body, 1L, Long::sum))
                .collectList()
                .block();
        Flux.fromIterable(Objects.requireNonNull(notes))
                .flatMap(body -> note(body, chance.nextInt(5)).mergeWith(fold(root)), 8)
                .blockLast();
        while (Objects.requireNonNull(folding.fold(root.value()).block()) > 0) {
            // until nothing is left to add up
        }
        assertThat(total(root, root)).isEqualTo(400);
        for (var body : bodies) {
            var below = Objects.requireNonNull(under(body.id()).block());
            var sum = below.stream()
                    .mapToLong(id -> expected.getOrDefault(id, 0L))
                    .sum();
            assertThat(total(body.id(), root)).as(body.name()).isEqualTo(sum);
        }
    }

    private Mono<Long> note(Authority.Id body, int daysAgo) {
        return tally.add(body, MEASURE, LocalDate.of(2026, 3, 5).minusDays(daysAgo), 1)
                .as(transaction::transactional)
                .contextWrite(context -> context.put(Scope.class, Scope.NOBODY))
                .thenReturn(1L);
    }

    private Mono<Long> fold(Authority.Id root) {
        return folding.fold(root.value());
    }

    private Mono<List<Authority.Id>> under(Authority.Id body) {
        return db.sql("select descendant from authorities.closure where ancestor = :id and valid @> current_date")
                .bind("id", body.value())
                .mapValue(java.util.UUID.class)
                .all()
                .map(Authority.Id::new)
                .collectList();
    }

    private long total(Authority.Id body, Authority.Id root) {
        return Objects.requireNonNull(db.sql(
                        "select coalesce(sum(amount), 0)::bigint from authorities.total where authority = :id and measure = :measure")
                .bind("id", body.value())
                .bind("measure", MEASURE)
                .mapValue(Long.class)
                .one()
                .as(transaction::transactional)
                .contextWrite(Scope.job(root.value()))
                .block());
    }
}
