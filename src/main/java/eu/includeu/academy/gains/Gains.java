package eu.includeu.academy.gains;

import eu.includeu.academy.accounts.Account;
import eu.includeu.academy.assessment.AttemptSubmitted;
import eu.includeu.academy.assessment.PretestSubmitted;
import eu.includeu.academy.authorities.Authority;
import eu.includeu.academy.questions.Fraction;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/** Where gains are kept: one row for each official and module, begun by the test before it and filled by its quiz. */
@Repository
class Gains {

    private static final int PLACES = 12;

    private static final String BEGIN = """
            insert into gains.gain (authority, official, module, major, pre, started)
            values (:authority, :official, :module, :major, :pre, :at)
            on conflict (authority, official, module, major) do nothing
            """;

    /** The first attempt that passes counts, and until then the best one. Whoever took no test before has no row. */
    private static final String MEASURE = """
            update gains.gain
               set post = case when post is null or :passed or :post > post then :post else post end,
                   counted = case when post is null or :passed or :post > post then :at else counted end,
                   measured = coalesce(measured, :at),
                   passed = :passed
             where authority = :authority and official = :official and module = :module and major = :major and not passed
            """;

    private static final String MEASURED = "select module, changes from gains.measured()";

    private static final String GAINED = "select changes from gains.gained(:body, :at, :day)";

    private final DatabaseClient db;

    Gains(DatabaseClient db) {
        this.db = db;
    }

    Mono<Void> begin(PretestSubmitted test) {
        return bind(db.sql(BEGIN), test.authority(), test.official())
                .bind("module", test.version().module())
                .bind("major", test.version().major())
                .bind("pre", share(test.score()))
                .bind("at", test.at().atOffset(ZoneOffset.UTC))
                .then();
    }

    Mono<Void> measure(AttemptSubmitted quiz) {
        return bind(db.sql(MEASURE), quiz.authority(), quiz.official())
                .bind("module", quiz.version().module())
                .bind("major", quiz.version().major())
                .bind("post", share(quiz.score()))
                .bind("passed", quiz.passed())
                .bind("at", quiz.at().atOffset(ZoneOffset.UTC))
                .then();
    }

    /** The changes of the learners of each module, without who they are; whoever asks. */
    Mono<Map<String, List<Double>>> measured() {
        return db.sql(MEASURED)
                .map(row -> Map.entry(
                        Objects.requireNonNull(row.get("module", String.class)),
                        Arrays.asList(Objects.requireNonNull(row.get("changes", Double[].class)))))
                .all()
                .collectMap(Map.Entry::getKey, Map.Entry::getValue);
    }

    /** The changes of the people of an authority and all below it on a day, without who they are; whoever asks. */
    Mono<List<Double>> gained(Authority.Id authority, Instant at, LocalDate day) {
        return db.sql(GAINED)
                .bind("body", authority.value())
                .bind("at", at.atOffset(ZoneOffset.UTC))
                .bind("day", day)
                .map(row -> Arrays.asList(Objects.requireNonNull(row.get("changes", Double[].class))))
                .one();
    }

    private static DatabaseClient.GenericExecuteSpec bind(
            DatabaseClient.GenericExecuteSpec statement, Authority.Id authority, Account.Id official) {
        return statement.bind("authority", authority.value()).bind("official", official.value());
    }

    private static BigDecimal share(Fraction score) {
        return new BigDecimal(score.numerator())
                .divide(new BigDecimal(score.denominator()), PLACES, RoundingMode.HALF_EVEN);
    }
}
