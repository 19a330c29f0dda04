package eu.includeu.academy.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import eu.includeu.academy.AcademyTest;
import eu.includeu.academy.Town;
import eu.includeu.academy.Visitor;
import eu.includeu.academy.accounts.Account;
import eu.includeu.academy.accounts.Role;
import eu.includeu.academy.authorities.Authority;
import eu.includeu.academy.capacity.Declaring;
import eu.includeu.academy.capacity.Terms;
import eu.includeu.academy.competencies.Competency;
import eu.includeu.academy.platform.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;

/** Two towns that never met: one is good at what the other lacks, and the visit goes from the pairing to the report. */
@AcademyTest
@TestPropertySource(properties = "academy.trial=exchange")
class VisitJourneyTest {

    private static final Competency.Id LABOUR = Competency.Id.of("LAB-6");

    @LocalServerPort
    private int port;

    @Autowired
    private Town town;

    @Autowired
    private Declaring declaring;

    @Autowired
    private Peering peering;

    @Autowired
    private Clock clock;

    /** An authority with its coordinator. */
    private record House(Authority.Id id, Account coordinator) {}

    @Test
    void leadsFromThePairingToTheReport() {
        var guest = house();
        var host = house();
        strengthen(host, 8, 6);
        Town.answer(
                guest.coordinator(),
                declaring.declare(
                        guest.coordinator(),
                        guest.id(),
                        new Terms(
                                LABOUR,
                                0,
                                3,
                                5,
                                Terms.Weight.LEGAL,
                                clock.today().plusDays(200),
                                List.of("en"),
                                "A law."),
                        UUID.randomUUID()));
        var ours = Visitor.signedIn(port, guest.coordinator().email());
        var theirs = Visitor.signedIn(port, host.coordinator().email());

        var wrong = ours.send(
                ours.get("/peers").form("#terms").with("hosts", "many").with("visits", "99"));
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.html().select("#hosts").val()).isEqualTo("many");
        assertThat(wrong.html().select(".errors a").eachAttr("href")).containsExactly("#hosts", "#visits");
        ours.send(wrong.form("#terms").with("hosts", "0").with("visits", "1"));
        theirs.send(theirs.get("/peers").form("#terms").with("hosts", "1").with("visits", "0"));

        var admin = Visitor.signedIn(
                port,
                town.person(town.authority(null, false), Role.ADMINISTRATOR).email());
        var asked = admin.send(admin.get("/peers").form("form[action$=rounds]"));
        assertThat(asked.status()).isEqualTo(200);
        peering.reach().flatMap(reach -> peering.work().contextWrite(reach)).block();
        until(() -> town.count(
                        "select count(*) from exchange.visit where guest = ?",
                        guest.id().value())
                == 1);

        var proposal = ours.get("/peers");
        assertThat(proposal.html().select(".queue > li").text()).contains("English");
        var path = proposal.html().select(".queue h3 a").attr("href");
        assertThat(ours.get(path).text()).contains("more of their staff");
        assertThat(theirs.get(path).text()).contains("more of your staff");

        // a third town knows nothing of it
        var stranger = Visitor.signedIn(port, house().coordinator().email());
        assertThat(stranger.get(path).status()).isEqualTo(404);
        assertThat(stranger.get("/visits/not-a-visit").status()).isEqualTo(404);

        var waits = ours.send(ours.get(path).form("form[action$=acceptance]"));
        assertThat(waits.html().select("form[action$=acceptance]")).isEmpty();
        var agreed = theirs.send(theirs.get(path).form("form[action$=acceptance]"));
        assertThat(agreed.html().select("#dates")).isNotEmpty();

        var early = ours.send(ours.get(path)
                .form("#dates")
                .with("starts", LocalDate.now(Clock.ZONE).plusDays(10).toString())
                .with("ends", LocalDate.now(Clock.ZONE).plusDays(20).toString())
                .with("people", "4")
                .with("questions", "How?"));
        assertThat(early.status()).isEqualTo(422);
        assertThat(early.html().select(".errors a").eachAttr("href")).containsExactly("#ends", "#people");
        assertThat(early.html().select("#questions").text()).isEqualTo("How?");
        var dated = ours.send(early.form("#dates")
                .with("ends", LocalDate.now(Clock.ZONE).plusDays(12).toString())
                .with("people", "3")
                .with("questions", "How?\nWho pays?"));
        assertThat(dated.status()).isEqualTo(200);
        assertThat(dated.html().select("form[action$=holding]")).isEmpty();

        town.change(
                "update exchange.visit set starts = current_date - 3, ends = current_date - 1 where guest = ?",
                guest.id().value());
        var held = ours.send(ours.get(path).form("form[action$=holding]"));
        var half = ours.send(held.form("#report").with("answer-1", "So."));
        assertThat(half.status()).isEqualTo(422);
        assertThat(half.html().select("#answer-1").text()).isEqualTo("So.");
        assertThat(half.html().select(".errors a").eachAttr("href"))
                .containsExactly("#answer-2", "#tries", "#obstacles", "#passed");
        var closed = ours.send(half.form("#report")
                .with("answer-2", "The region.")
                .with("tries", "A list.")
                .with("obstacles", "No register.")
                .with("passed", "The committee."));
        assertThat(closed.text()).contains("The region.");
        assertThat(town.count(
                        "select count(*) from exchange.visit_event e join exchange.visit v on v.id = e.visit where v.guest = ?",
                        guest.id().value()))
                .isEqualTo(6);
    }

    @Test
    void tellsTheReasonOfARefusalToTheOtherSideAlone() {
        var guest = house();
        var host = house();
        var id = UUID.randomUUID();
        town.change("""
                insert into exchange.visit (id, guest, host, reasons, state, proposed)
                values (?, ?, ?, '{"topics": [], "shared": "en", "kilometres": 5, "worth": 1.0}', 'proposed', now())
                """, id, guest.id().value(), host.id().value());
        var theirs = Visitor.signedIn(port, host.coordinator().email());
        var empty = theirs.send(theirs.get("/visits/" + id).form("#refusal"));
        assertThat(empty.status()).isEqualTo(422);
        theirs.send(empty.form("#refusal").with("reason", "We move house this year."));
        assertThat(theirs.get("/visits/" + id).text()).doesNotContain("We move house");
        assertThat(Visitor.signedIn(port, guest.coordinator().email())
                        .get("/visits/" + id)
                        .text())
                .contains("We move house this year.");
    }

    @Test
    void receivesNoMoreVisitsThanItOffers() {
        var host = house();
        town.change(
                "insert into exchange.member (authority, hosts, visits, changed_by) values (?, 1, 0, ?)",
                host.id().value(),
                host.coordinator().id().value());
        var ids = new ArrayList<UUID>();
        for (var at = 0; at < 2; at++) {
            var id = UUID.randomUUID();
            ids.add(id);
            town.change("""
                    insert into exchange.visit (id, guest, host, reasons, state, proposed)
                    values (?, ?, ?, '{"topics": [], "shared": null, "kilometres": null, "worth": 1.0}', 'proposed', now())
                    """, id, house().id().value(), host.id().value());
        }
        var theirs = Visitor.signedIn(port, host.coordinator().email());
        assertThat(theirs.send(theirs.get("/visits/" + ids.get(0)).form("form[action$=acceptance]"))
                        .status())
                .isEqualTo(200);
        assertThat(theirs.send(theirs.get("/visits/" + ids.get(1)).form("form[action$=acceptance]"))
                        .status())
                .isEqualTo(422);
    }

    @Test
    void letsProposalsGoAfterThirtyDays() {
        var guest = house();
        town.change("""
                insert into exchange.visit (id, guest, host, reasons, state, proposed)
                values (?, ?, ?, '{"topics": [], "shared": "en", "kilometres": 5, "worth": 1.0}', 'proposed', now() - interval '31 days')
                """, UUID.randomUUID(), guest.id().value(), house().id().value());
        peering.reach().flatMap(reach -> peering.expire().contextWrite(reach)).block();
        assertThat(town.count(
                        "select count(*) from exchange.visit where guest = ? and state = 'expired'",
                        guest.id().value()))
                .isEqualTo(1);
    }

    private House house() {
        var id = town.authority(null, false);
        return new House(id, town.person(id, Role.COORDINATOR));
    }

    private void strengthen(House house, int people, int holders) {
        for (var at = 0; at < people; at++) {
            var official = town.person(house.id(), Role.OFFICIAL);
            if (at < holders) {
                town.change("""
                        insert into evidence.evidence (authority, official, competency, level, source, source_id, valid_from)
                        select ?, ?, 'LAB-6', level, 'prior', gen_random_uuid(), now() from generate_series(1, 3) as level
                        """, house.id().value(), official.id().value());
            }
        }
    }

    private static void until(Supplier<Boolean> there) {
        for (var turn = 0; turn < 60 && !there.get(); turn++) {
            try {
                Thread.sleep(250);
            } catch (InterruptedException ended) {
                Thread.currentThread().interrupt();
            }
        }
        assertThat(there.get()).isTrue();
    }
}
