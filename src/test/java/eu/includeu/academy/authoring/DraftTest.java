package eu.includeu.academy.authoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.includeu.academy.accounts.Account;
import eu.includeu.academy.authorities.Authority;
import eu.includeu.academy.format.Heading;
import eu.includeu.academy.format.ModuleExamples;
import eu.includeu.academy.format.ModuleFormat;
import eu.includeu.academy.platform.Refused;
import eu.includeu.academy.platform.Stale;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class DraftTest {

    private static final Instant NOW = Instant.parse("2026-11-22T09:00:00Z");
    private static final Account AUTHOR = trainer("Ana Kovač");
    private static final Account REVIEWER = trainer("Pieter de Wit");

    /** Everything that can happen to a draft. */
    private static final Map<String, UnaryOperator<Draft>> EVENTS = Map.of(
            "write", draft -> draft.write(ModuleExamples.SMALL, NOW),
            "submit", draft -> draft.submit(ModuleExamples.small(), NOW),
            "approve", draft -> draft.approve(ModuleExamples.small(), REVIEWER, NOW),
            "giveBack", draft -> draft.giveBack("Name the source.", REVIEWER, NOW),
            "publish", draft -> draft.publish(REVIEWER, NOW));

    /** What is allowed, and where it leads. Every other pair is refused. */
    private static final Map<String, Draft.State> ALLOWED = Map.of(
            "DRAFT write", Draft.State.DRAFT,
            "DRAFT submit", Draft.State.IN_REVIEW,
            "IN_REVIEW approve", Draft.State.APPROVED,
            "IN_REVIEW giveBack", Draft.State.DRAFT,
            "APPROVED giveBack", Draft.State.DRAFT,
            "APPROVED publish", Draft.State.PUBLISHED);

    static Stream<Arguments> pairs() {
        return Arrays.stream(Draft.State.values())
                .flatMap(state -> EVENTS.keySet().stream().map(event -> Arguments.of(state, event)));
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void goesOnlyTheWaysThatAreDrawn(Draft.State state, String event) {
        var next = ALLOWED.get(state + " " + event);
        var draft = in(state);
        var happens = Objects.requireNonNull(EVENTS.get(event));
        if (next == null) {
            assertThatThrownBy(() -> happens.apply(draft)).isInstanceOf(Refused.class);
        } else {
            assertThat(happens.apply(draft).state()).isEqualTo(next);
        }
    }

    @Test
    void isNeverDecidedOnByItsAuthor() {
        assertRefused(() -> in(Draft.State.IN_REVIEW).approve(ModuleExamples.small(), AUTHOR, NOW), "draft.own");
        assertRefused(() -> in(Draft.State.IN_REVIEW).giveBack("No.", AUTHOR, NOW), "draft.own");
        assertRefused(() -> in(Draft.State.APPROVED).publish(AUTHOR, NOW), "draft.own");
    }

    @Test
    void isNotApprovedWhileItsAuthorIsUnsure() {
        var unsure = ModuleFormat.read(
                        ModuleExamples.SMALL.replace("unsure: []", "unsure: [\"the date\"]"), ModuleExamples.known())
                .orRefuse();
        assertRefused(() -> in(Draft.State.IN_REVIEW).approve(unsure, REVIEWER, NOW), "format.unsure-not-published");
    }

    @Test
    void isGivenBackOnlyWithAReason() {
        assertRefused(() -> in(Draft.State.IN_REVIEW).giveBack(" \n", REVIEWER, NOW), "draft.comment-missing");
        assertRefused(
                () -> in(Draft.State.IN_REVIEW).giveBack("x".repeat(4_001), REVIEWER, NOW), "draft.comment-too-long");
        var back = in(Draft.State.IN_REVIEW).giveBack(" Name the source. ", REVIEWER, NOW);
        assertThat(back.comment()).isEqualTo("Name the source.");
        assertThat(back.isReturned()).isTrue();
        assertThat(back.submit(ModuleExamples.small(), NOW).isReturned()).isFalse();
    }

    @Test
    void takesATextThatIsNotWholeAndReadsWhatItSays() {
        var draft = in(Draft.State.DRAFT).write("---\nid: other\ntitle: \"Half done\"\nversion:\n", NOW);
        assertThat(draft.heading()).isEqualTo(new Heading("other", "1.0.0", "en", "Half done", false));
        assertThat(draft.write("nothing at all", NOW).heading()).isEqualTo(draft.heading());
    }

    @Test
    void takesNoTextThatCannotBeKept() {
        assertRefused(() -> in(Draft.State.DRAFT).write("x".repeat(Draft.LONGEST + 1), NOW), "draft.too-long");
        assertRefused(() -> in(Draft.State.DRAFT).write("a\0b", NOW), "draft.unreadable");
    }

    @Test
    void noticesThatItWasChangedElsewhere() {
        var draft = in(Draft.State.DRAFT);
        assertThat(draft.expect(0)).isEqualTo(draft);
        assertThatThrownBy(() -> draft.expect(1)).isInstanceOf(Stale.class);
    }

    private static void assertRefused(Runnable deed, String code) {
        assertThatThrownBy(deed::run).isInstanceOfSatisfying(Refused.class, refused -> assertThat(refused.problems())
                .extracting("code")
                .contains(code));
    }

    private static Draft in(Draft.State state) {
        var draft = Draft.begin(Original.of(ModuleExamples.SMALL), AUTHOR, NOW);
        return new Draft(
                draft.id(),
                draft.heading(),
                draft.source(),
                draft.author(),
                draft.byline(),
                state,
                null,
                null,
                null,
                NOW,
                0);
    }

    private static Account trainer(String name) {
        return new Account(
                new Account.Id(UUID.randomUUID()),
                "trainer@demo.includ-eu.example",
                name,
                "en",
                "system",
                new Authority.Id(UUID.randomUUID()),
                Set.of());
    }
}
