package eu.includeu.academy.planning;

import static org.assertj.core.api.Assertions.assertThat;

import eu.includeu.academy.AcademyTest;
import eu.includeu.academy.Town;
import eu.includeu.academy.Visitor;
import eu.includeu.academy.accounts.Role;
import eu.includeu.academy.authorities.Authority;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;

/** Plans on their way: computed, stopped, accepted by two at once, repaired, lost with their node. */
@AcademyTest
@TestPropertySource(properties = "academy.planning.pause=800ms")
class PlanJourneyTest {

    @Autowired
    private Town town;

    @LocalServerPort
    private int port;

    @Test
    void isComputedStoppedComputedAgainAcceptedOnceAndRepaired() throws Exception {
        var house = town.authority(null, false);
        var me = town.person(house, Role.COORDINATOR);
        var other = town.person(house, Role.COORDINATOR);
        town.person(house, Role.OFFICIAL);
        town.person(house, Role.OFFICIAL);
        var need = need(house, me.id().value(), "XCU-8", 2, 3, "{en}");
        need(house, me.id().value(), "XCU-11", 2, 2, "{en}");
        need(house, me.id().value(), "XCU-1", 1, 2, "{en}");
        var visitor = Visitor.signedIn(port, me.email());
        assertThat(visitor.get("/plans").html().select("main .empty")).hasSize(1);

        var computing = visitor.send(visitor.get("/plans").form("form[action$=plans]"));
        assertThat(computing.html().select("h1").text()).isEqualTo("The plan is being computed");
        assertThat(computing.html().select("live-stream")).hasSize(1);
        var same = visitor.send(visitor.get("/plans").form("form[action$=plans]"));
        assertThat(same.address()).isEqualTo(computing.address());
        visitor.send(computing.form("form[action$=stop]"));
        var stopped = once(visitor, computing.address(), page -> page.html()
                .select("form[action$=stop]")
                .isEmpty());
        assertThat(stopped.html().select("h1 ~ p").text()).doesNotContain("computed");

        var again = visitor.send(stopped.form("form[action$=repair]"));
        var ready = once(visitor, again.address(), page -> !page.html()
                .select("form[action$=acceptance]")
                .isEmpty());
        assertThat(ready.html().select("h1").text()).startsWith("11 hours close 2 of 3 needs; one waits for content");
        assertThat(ready.text()).contains("It is proved that no plan costs less");
        assertThat(ready.html().select(".planned__part")).hasSize(3);
        assertThat(ready.html().select(".planned__part").text())
                .contains("In because it must come before")
                .contains("Next best: Fair allocation of social housing, 25 minutes longer for each person.");
        assertThat(ready.html().select(".planned__open").text()).contains("No module teaches it yet");
        assertThat(ready.html().select(".gantt__bar")).hasSize(3);
        assertThat(ready.html().select("main details table tbody tr")).hasSize(3);

        var second = Visitor.signedIn(port, other.email());
        var acceptance = ready.form("form[action$=acceptance]");
        var theirs = second.get(ready.address().getPath()).form("form[action$=acceptance]");
        var both = CompletableFuture.supplyAsync(() -> visitor.send(acceptance));
        assertThat(second.send(theirs).status()).isEqualTo(200);
        assertThat(both.get().status()).isEqualTo(200);
        assertThat(town.count("select count(*) from planning.acceptance where authority = ?", house.value()))
                .isEqualTo(1);
        assertThat(town.count("select count(*) from assignments.assignment where authority = ?", house.value()))
                .isEqualTo(7);
        assertThat(town.text("select state from capacity.need where id = ?", need))
                .isEqualTo("planned");
        assertThat(town.count(
                        "select count(*) from capacity.need_event where need = ? and event = 'plan' and cause ->> 'module' ="
                                + " 'anti-discrimination-duty'",
                        need))
                .isEqualTo(1);
        var accepted = visitor.get(ready.address().getPath());
        assertThat(accepted.html().select(".over .flag").text()).isEqualTo("Accepted");
        assertThat(accepted.html().select("form[action$=acceptance]")).isEmpty();

        need(house, me.id().value(), "XCU-2", 2, 4, "{en}");
        var stale = visitor.get(ready.address().getPath());
        assertThat(stale.html().select(".notice--plain").text()).contains("one need is new");
        var repair = visitor.send(stale.form("form[action$=repair]"));
        var repaired = once(visitor, repair.address(), page -> page.html()
                .select("form[action$=stop]")
                .isEmpty());
        assertThat(repaired.html().select("#changed ~ ul li").text()).contains("New: Working with interpreters");
        assertThat(visitor.get(ready.address().getPath())
                        .html()
                        .select(".over .flag")
                        .text())
                .isEqualTo("Replaced by a newer one");
    }

    @Test
    void isMissingForStrangersAndMarkedWhenItsNodeIsGone() throws Exception {
        var house = town.authority(null, false);
        var me = town.person(house, Role.COORDINATOR);
        var stranger = town.person(town.authority(null, false), Role.COORDINATOR);
        var plan = UUID.randomUUID();
        town.change("""
                insert into planning.plan (authority, id, below, state, asked, asked_by, worker, beat)
                values (?, ?, false, 'computing', now() - interval '5 minutes', ?, gen_random_uuid(), now() - interval '1 minute')
                """, house.value(), plan, me.id().value());
        var foreign = Visitor.signedIn(port, stranger.email());
        assertThat(foreign.get("/plans/" + plan).status()).isEqualTo(404);
        assertThat(foreign.get("/plans/no-plan").status()).isEqualTo(404);

        var visitor = Visitor.signedIn(port, me.email());
        var lost = once(visitor, URI.create("/plans/" + plan), page -> !page.html()
                .select(".notice--warn")
                .isEmpty());
        assertThat(lost.html().select(".notice--warn").text()).contains("switched off");
        var anew = visitor.send(lost.form("form[action$=repair]"));
        assertThat(anew.status()).isEqualTo(200);
        var ready = once(visitor, anew.address(), page -> page.html()
                .select("form[action$=stop]")
                .isEmpty());
        assertThat(ready.html().select("h1").text()).isEqualTo("Nothing is left to plan");

        var form = visitor.get("/plans").form("form[action$=plans]");
        assertThat(visitor.send(form.with("authority", "nobody")).status()).isEqualTo(422);
        assertThat(visitor.send(form.with("authority", stranger.authority().toString()))
                        .status())
                .isEqualTo(404);
    }

    private UUID need(Authority.Id house, UUID by, String competency, int target, int staff, String languages) {
        var id = UUID.randomUUID();
        town.change("""
                insert into capacity.need (authority, id, competency, current, target, staff, weight, deadline, languages, reason,
                                           state, began, declared, declared_by, version)
                values (?, ?, ?, 0, ?, ?, 2, current_date + 200, ?::text[], '', 'declared', 0, now(), ?, 1)
                """, house.value(), id, competency, target, staff, languages, by);
        town.change("""
                insert into capacity.need_event (authority, need, ordinal, event, was, became, actor, at, cause, command)
                values (?, ?, 1, 'declare', 'draft', 'declared', ?, now(), '{}', gen_random_uuid())
                """, house.value(), id, by);
        return id;
    }

    private static Visitor.Page once(Visitor visitor, URI address, Predicate<Visitor.Page> ready) throws Exception {
        var end = Instant.now().plus(Duration.ofSeconds(60));
        var page = visitor.get(address.getPath());
        while (!ready.test(page) && Instant.now().isBefore(end)) {
            Thread.sleep(300);
            page = visitor.get(address.getPath());
        }
        return page;
    }
}
