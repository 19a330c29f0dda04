package eu.includeu.academy.platform;

import static org.assertj.core.api.Assertions.assertThat;

import eu.includeu.academy.AcademyTest;
import eu.includeu.academy.Lessons;
import eu.includeu.academy.Town;
import eu.includeu.academy.Visitor;
import eu.includeu.academy.accounts.Role;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ContextConfiguration;

/** Visitors read from a real replica, and nobody notices: not when it is half a minute late, and not when it dies. */
@AcademyTest
@ContextConfiguration(initializers = ReplicaTest.WithStandby.class)
@DirtiesContext
class ReplicaTest {

    /** What the library's search asks the database. */
    private static final String SEARCH = "to_tsquery('simple'";

    private static final Duration SOON = Duration.ofSeconds(20);

    @SuppressWarnings("NullAway.Init")
    private static Standby standby;

    static class WithStandby extends TestDatabase {

        @Override
        public void initialize(ConfigurableApplicationContext context) {
            super.initialize(context);
            standby = Standby.start();
            TestPropertyValues.of(
                            "academy.database.replica.host=127.0.0.1",
                            "academy.database.replica.port=" + standby.port(),
                            "academy.database.replica.lag=2s")
                    .applyTo(context);
        }
    }

    @Autowired
    private Replica replica;

    @Autowired
    private DatabaseSettings settings;

    @Autowired
    private Town town;

    @LocalServerPort
    private int port;

    @AfterAll
    static void stop() {
        standby.close();
    }

    @BeforeEach
    void followClosely() {
        standby.follow(0);
        assertThat(comesTrue(() -> replica.holds("catalogue")))
                .as("the replica is near")
                .isTrue();
    }

    @Test
    void isAskedByVisitorsAndNotByWhoIsSignedIn() {
        var official = Visitor.signedIn(
                port, town.person(town.authority(null, false), Role.OFFICIAL).email());
        var word = word();
        assertThat(search(official, word)).isEqualTo(200);
        assertThat(standby.asked(settings.name(), SEARCH))
                .as("on the replica, by an official")
                .isZero();

        assertThat(search(Visitor.at(port), word())).isEqualTo(200);
        assertThat(standby.asked(settings.name(), SEARCH))
                .as("on the replica, by a visitor")
                .isPositive();
    }

    @Test
    void showsEveryoneAtOnceWhatWasPublishedWhileTheReplicaIsHalfAMinuteLate() {
        standby.follow(30);
        var module = Lessons.name();
        town.publish(Lessons.module(module, 1));
        var published = Instant.now();

        var page = Visitor.at(port).get("/modules/" + module);
        assertThat(page.status()).isEqualTo(200);
        assertThat(Visitor.at(port)
                        .get("/library?q=" + module.substring(5, 13))
                        .html()
                        .text())
                .contains("Module " + module);
        assertThat(replica.holds("catalogue"))
                .as("the replica does not know it yet")
                .isFalse();
        assertThat(Duration.between(published, Instant.now())).isLessThan(Duration.ofSeconds(15));

        standby.follow(0);
        assertThat(comesTrue(() -> replica.holds("catalogue"))).isTrue();
    }

    @Test
    void showsPeopleTheirOwnStepsAtOnceWhileTheReplicaIsHalfAMinuteLate() {
        var module = Lessons.name();
        town.publish(Lessons.module(module, 2));
        standby.follow(30);
        var official = Visitor.signedIn(
                port, town.person(town.authority(null, false), Role.OFFICIAL).email());
        var lesson = official.send(official.get("/modules/" + module).form("form[action$=enrolments]"));
        assertThat(lesson.html().select("h1").text()).isEqualTo("Title of lesson 1");
        assertThat(official.get("/").html().select("main").text()).contains("Module " + module);
        official.send(lesson.form("form[action$=completion]"));
        assertThat(official.get("/modules/" + module).html().selectFirst("form[action$=enrolments]"))
                .isNull();
    }

    /** Also what no node was told of, such as a change by hand, is not missed for longer than the setting says. */
    @Test
    void isLeftAloneWhenItIsFurtherBehindThanAllowed() {
        standby.follow(30);
        town.change("update accounts.account set version = version where false");
        town.change(
                "update authorities.authority set version = version + 1 where id = ?",
                town.authority(null, false).value());
        assertThat(comesTrue(() -> !replica.isNear())).isTrue();
        assertThat(search(Visitor.at(port), word())).isEqualTo(200);
    }

    @Test
    void isNotMissedWhenItDies() throws InterruptedException, IOException {
        var visitor = Visitor.at(port);
        assertThat(search(visitor, word())).isEqualTo(200);
        standby.kill();
        for (int times = 0; times < 5; times++) {
            assertThat(search(visitor, word())).isEqualTo(200);
        }
        assertThat(comesTrue(() -> !replica.isNear())).isTrue();
        standby.startAgain();
        assertThat(comesTrue(() -> replica.holds("catalogue"))).isTrue();
        assertThat(search(visitor, word())).isEqualTo(200);
        assertThat(standby.asked(settings.name(), SEARCH)).isPositive();
    }

    /** A word that nobody looked for before, so that the answer is not remembered. */
    private static String word() {
        return UUID.randomUUID().toString().substring(0, 8);
    }

    private static int search(Visitor visitor, String word) {
        return visitor.get("/library?q=" + word).status();
    }

    private static boolean comesTrue(BooleanSupplier wanted) {
        var end = Instant.now().plus(SOON);
        while (!wanted.getAsBoolean()) {
            if (Instant.now().isAfter(end)) {
                return false;
            }
            try {
                TimeUnit.MILLISECONDS.sleep(100);
            } catch (InterruptedException interrupted) {
                throw new AssertionError(interrupted);
            }
        }
        return true;
    }
}
