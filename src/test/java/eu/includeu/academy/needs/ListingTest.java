package eu.includeu.academy.needs;

import static org.assertj.core.api.Assertions.assertThat;

import eu.includeu.academy.AcademyTest;
import eu.includeu.academy.accounts.Account;
import eu.includeu.academy.accounts.Role;
import eu.includeu.academy.authorities.Authorities;
import eu.includeu.academy.authorities.Authority;
import eu.includeu.academy.capacity.Declaring;
import eu.includeu.academy.capacity.Need;
import eu.includeu.academy.capacity.Terms;
import eu.includeu.academy.capacity.Town;
import eu.includeu.academy.competencies.Competencies;
import eu.includeu.academy.competencies.Competency;
import eu.includeu.academy.evidence.Evidence;
import eu.includeu.academy.platform.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.test.context.TestPropertySource;
import reactor.core.publisher.Mono;

/** Lists of needs on a real database: whole, in order, and counted as the evidence counts. */
@AcademyTest
@TestPropertySource(properties = "academy.trial=capacity")
class ListingTest {

    private static final Competency.Id LAW = Competency.Id.of("XCU-8");

    @Autowired
    private Listing listing;

    @Autowired
    private Declaring declaring;

    @Autowired
    private Evidence evidence;

    @Autowired
    private Authorities authorities;

    @Autowired
    private Competencies competencies;

    @Autowired
    private Clock clock;

    @Autowired
    private Environment environment;

    private Town town;

    @BeforeEach
    void settle() {
        town = Town.of(environment, 5);
    }

    @Test
    void countsPeopleAsTheEvidenceDoes() {
        declare();
        town.evidence(town.officials.get(0), town.town, "XCU-8", 2, "null");
        town.evidence(town.officials.get(1), town.town, "XCU-8", 1, "null");
        town.evidence(town.officials.get(3), town.town, "XCU-8", 4, "now() - interval '1 minute'");
        var cards = as(town.coordinator, () -> listing.first(town.coordinator, Listing.Part.ALL, 5));
        assertThat(cards).hasSize(1);
        assertThat(cards.get(0).members()).isEqualTo(5);
        assertThat(cards.get(0).now())
                .isEqualTo(1)
                .isEqualTo(as(town.coordinator, () -> evidence.holding(town.town, LAW, 2)));
        assertThat(as(town.coordinator, () -> listing.open(town.coordinator))).isEqualTo(1);
    }

    @Test
    void putsFirstOnlyWhatIsOfThePartThatIsAskedFor() {
        declare();
        var theme = competencies.find(LAW).theme();
        for (var part : List.of(Listing.Part.of(town.town), new Listing.Part(null, "", theme))) {
            assertThat(first(part)).as(part.toString()).hasSize(1);
        }
        for (var part : List.of(
                Listing.Part.of(new Authority.Id(UUID.randomUUID())),
                new Listing.Part(null, "XX", ""),
                new Listing.Part(null, "", theme.equals("housing") ? "health" : "housing"))) {
            assertThat(first(part)).as(part.toString()).isEmpty();
        }
    }

    private List<NeedCard> first(Listing.Part part) {
        return as(town.coordinator, () -> listing.first(town.coordinator, part, 5));
    }

    @Test
    void walksTheWholeListPageByPageAndShowsEachNeedOnce() {
        var partnership = partnership();
        var seen = new ArrayList<Need.Id>();
        Board.Key after = null;
        do {
            var from = after;
            var page = as(partnership, () -> listing.board(partnership, Filter.ALL, Board.Show.OPEN, from));
            page.cards().forEach(card -> seen.add(card.id()));
            assertThat(page.cards())
                    .isSortedAccordingTo((one, other) -> one.deadline().compareTo(other.deadline()));
            after = page.next();
        } while (after != null);
        assertThat(new HashSet<>(seen)).hasSize(seen.size());
        assertThat(seen).hasSize(as(partnership, () -> listing.open(partnership)));
        assertThat(seen.size()).isGreaterThan(20);
    }

    @Test
    void agreesWithTheEvidenceOnEveryNeedOfTheDemo() {
        var partnership = partnership();
        var page = as(partnership, () -> listing.board(partnership, Filter.ALL, Board.Show.OPEN, null));
        for (var card : page.cards()) {
            assertThat(card.now())
                    .as(card.toString())
                    .isEqualTo(as(
                            partnership,
                            () -> evidence.holding(
                                    card.authority(), card.competency().id(), card.target())));
        }
    }

    private void declare() {
        var terms = new Terms(LAW, 0, 2, 4, Terms.Weight.MEDIUM, clock.today().plusDays(60), List.of("nl"), "");
        as(town.coordinator, () -> declaring.declare(town.coordinator, town.town, terms, UUID.randomUUID()));
    }

    private static <T> T as(Account account, Supplier<Mono<T>> question) {
        return Objects.requireNonNull(
                question.get().contextWrite(Town.as(account)).block());
    }

    /** Whoever answers for all authorities of the demo. */
    private Account partnership() {
        var root = Objects.requireNonNull(authorities.roots().block()).stream()
                .filter(id -> town.count("authorities.closure where ancestor = '" + id + "'") > 10)
                .findFirst()
                .orElseThrow();
        return new Account(
                town.regional.id(),
                "x",
                "Partnership",
                "en",
                "system",
                root,
                Set.of(new Account.Grant(Role.COORDINATOR, root)));
    }
}
