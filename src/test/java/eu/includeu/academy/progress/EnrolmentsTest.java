package eu.includeu.academy.progress;

import static eu.includeu.academy.Town.answer;
import static org.assertj.core.api.Assertions.assertThat;

import eu.includeu.academy.AcademyTest;
import eu.includeu.academy.Town;
import eu.includeu.academy.accounts.Role;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.transaction.reactive.TransactionalOperator;

/** How enrolments are found. */
@AcademyTest
class EnrolmentsTest {

    @Autowired
    private Town town;

    @Autowired
    private DatabaseClient db;

    @Autowired
    private TransactionalOperator transaction;

    /** Their key begins with the authority: by an identifier alone each of 20,000 authorities would be looked at. */
    @Test
    void holdsAnEnrolmentAmongThoseOfItsOfficial() {
        var official = town.person(town.authority(null, false), Role.OFFICIAL);
        var plan = answer(
                official,
                db.sql("set local enable_seqscan = off")
                        .then()
                        .thenMany(db.sql("explain " + Enrolments.HOLD)
                                .bind("id", UUID.randomUUID())
                                .bind("official", official.id().value())
                                .mapValue(String.class)
                                .all())
                        .collectList()
                        .as(transaction::transactional));
        assertThat(String.join("\n", plan)).containsPattern("Index Cond: \\(+official = ");
    }
}
