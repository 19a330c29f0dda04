package eu.includeu.academy.authoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.includeu.academy.AcademyTest;
import eu.includeu.academy.accounts.Account;
import eu.includeu.academy.authorities.Authority;
import eu.includeu.academy.format.ModuleExamples;
import eu.includeu.academy.platform.Missing;
import eu.includeu.academy.platform.Scope;
import eu.includeu.academy.platform.Stale;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;
import reactor.util.context.Context;

/** Where drafts are kept, and who may touch them even when a page forgot to ask. */
@AcademyTest
class DraftsTest {

    private static final Instant NOW = Instant.parse("2026-11-22T09:00:00Z");

    @Autowired
    Drafts drafts;

    @Autowired
    DatabaseClient db;

    @Autowired
    TransactionalOperator transaction;

    private Account author = trainer("trainer.sl");
    private Account reviewer = author;
    private Account official = author;

    @BeforeEach
    void introduce() {
        author = known("trainer.sl");
        reviewer = known("trainer.nl");
        official = known("official.karditsa");
    }

    @Test
    void keepsADraftAsItIs() {
        var draft = begun();
        assertThat(as(author, drafts.own(draft.id(), author.id()))).isEqualTo(draft);
        assertThat(as(author, drafts.of(author.id()))).extracting(Draft::id).contains(draft.id());
    }

    @Test
    void savesNothingOverALaterVersion() {
        var draft = begun();
        assertThat(as(author, drafts.save(draft.write("first", NOW))).version()).isEqualTo(1);
        assertThatThrownBy(() -> as(author, drafts.save(draft.write("second", NOW))))
                .isInstanceOf(Stale.class);
        assertThat(as(author, drafts.own(draft.id(), author.id())).source()).isEqualTo("first");
    }

    @Test
    void showsADraftToItsAuthorAloneUntilItIsHandedIn() {
        var draft = begun();
        assertMissing(draft, reviewer);
        var handedIn = as(author, drafts.save(draft.submit(ModuleExamples.small(), NOW)));
        assertThat(as(reviewer, drafts.visible(draft.id(), reviewer.id()))).isEqualTo(handedIn);
        assertThat(as(reviewer, drafts.waitingFor(reviewer.id())))
                .extracting(Draft::id)
                .contains(draft.id());
        assertThat(as(author, drafts.waitingFor(author.id())))
                .extracting(Draft::id)
                .doesNotContain(draft.id());
        assertThatThrownBy(() -> as(reviewer, drafts.own(draft.id(), reviewer.id())))
                .isInstanceOf(Missing.class);
        as(reviewer, drafts.save(handedIn.giveBack("Name the source.", reviewer, NOW)));
        assertThat(as(reviewer, drafts.visible(draft.id(), reviewer.id())).comment())
                .isEqualTo("Name the source.");
        assertMissing(draft, official);
    }

    @Test
    void theDatabaseLetsNoAuthorDecide() {
        var draft = as(author, drafts.save(begun().submit(ModuleExamples.small(), NOW)));
        for (var deed : List.of(
                "state = 'approved', reviewer = '" + reviewer.id() + "', reviewed_by = 'Pieter de Wit'",
                "state = 'published', reviewer = '" + reviewer.id() + "', reviewed_by = 'Pieter de Wit'",
                "state = 'approved', reviewer = author, reviewed_by = byline")) {
            assertThatThrownBy(() -> as(author, forced(deed, draft))).as(deed).isInstanceOf(DataAccessException.class);
        }
        assertThatThrownBy(() -> as(reviewer, forced("state = 'approved'", draft)))
                .isInstanceOf(DataAccessException.class);
        var approved = as(reviewer, drafts.save(draft.approve(ModuleExamples.small(), reviewer, NOW)));
        assertThatThrownBy(() -> as(
                        author,
                        drafts.save(new Draft(
                                draft.id(),
                                draft.heading(),
                                "changed after approval",
                                author.id(),
                                author.name(),
                                Draft.State.APPROVED,
                                reviewer.id(),
                                reviewer.name(),
                                null,
                                NOW,
                                approved.version()))))
                .isInstanceOf(DataAccessException.class);
    }

    private void assertMissing(Draft draft, Account person) {
        assertThatThrownBy(() -> as(person, drafts.visible(draft.id(), person.id())))
                .isInstanceOf(Missing.class);
        assertThat(as(
                        person,
                        db.sql("select count(*) from authoring.draft where id = :id")
                                .bind("id", draft.id().value())
                                .mapValue(Long.class)
                                .one()))
                .isZero();
    }

    private Draft begun() {
        return as(author, drafts.add(Draft.begin(Original.of(ModuleExamples.SMALL), author, NOW)));
    }

    private Mono<Long> forced(String deed, Draft draft) {
        return db.sql("update authoring.draft set " + deed + " where id = :id")
                .bind("id", draft.id().value())
                .fetch()
                .rowsUpdated();
    }

    private <T> T as(Account person, Mono<T> deed) {
        return Objects.requireNonNull(deed.as(transaction::transactional)
                .contextWrite(Context.of(Scope.class, person.scope()))
                .block(Duration.ofSeconds(20)));
    }

    private Account known(String name) {
        return new Account(
                new Account.Id(Objects.requireNonNull(db.sql("select id from accounts.sign_in(:email)")
                        .bind("email", name + "@demo.includ-eu.example")
                        .mapValue(UUID.class)
                        .one()
                        .block(Duration.ofSeconds(20)))),
                name + "@demo.includ-eu.example",
                name,
                "en",
                "system",
                new Authority.Id(new UUID(0, 0)),
                Set.of());
    }

    private static Account trainer(String name) {
        return new Account(
                new Account.Id(new UUID(0, 0)), name, name, "en", "system", new Authority.Id(new UUID(0, 0)), Set.of());
    }
}
