package eu.includeu.academy.reporting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import eu.includeu.academy.AcademyTest;
import eu.includeu.academy.accounts.Account;
import eu.includeu.academy.accounts.Role;
import eu.includeu.academy.authorities.Authorities;
import eu.includeu.academy.authorities.Authority;
import eu.includeu.academy.authorities.Tally;
import eu.includeu.academy.platform.Clock;
import eu.includeu.academy.platform.Remembered;
import eu.includeu.academy.platform.Scope;
import eu.includeu.academy.reporting.Drawing.Sent;
import io.netty.channel.ChannelOption;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.server.reactive.ReactorHttpHandlerAdapter;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;
import org.springframework.mock.web.server.MockServerWebExchange;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.netty.http.server.HttpServer;
import reactor.pool.PoolBuilder;
import reactor.test.StepVerifier;
import reactor.util.context.Context;

/** What is sent to those who keep the overview open: once made for all of them, and whole for those who are slow. */
@AcademyTest
class OverviewStreamTest {

    private static final Duration SOON = Duration.ofSeconds(12);

    @Autowired
    private Authorities authorities;

    @Autowired
    private OverviewStream stream;

    @Autowired
    private Reporting reporting;

    @Autowired
    private Drawing drawing;

    @Autowired
    private Tally tally;

    @Autowired
    private TransactionalOperator transaction;

    @Autowired
    private Clock clock;

    private List<Authority> all = List.of();

    /** What an earlier test has changed is told within two seconds. */
    @BeforeEach
    void readAuthorities() throws InterruptedException {
        TimeUnit.MILLISECONDS.sleep(2_500);
        all = Objects.requireNonNull(authorities.all().block());
    }

    @Test
    void saysAtOnceThatItIsOpen() {
        StepVerifier.create(watch("Karditsa", Locale.ENGLISH, false, () -> true))
                .assertNext(sent -> assertThat(sent.toString()).isEqualTo(":\n\n"))
                .thenCancel()
                .verify(Duration.ofSeconds(2));
    }

    @Test
    void sendsWhatChangesBelowTheDeskAndNothingElse() {
        StepVerifier.create(pieces("Karditsa", Locale.ENGLISH))
                .thenAwait(Duration.ofMillis(500))
                .then(() -> change("Tilburg"))
                .expectNoEvent(Duration.ofSeconds(3))
                .then(() -> change("Karditsa"))
                .assertNext(sent -> assertThat(sent.toString())
                        .startsWith("id:")
                        .contains("<hx-partial hx-target=\"#" + row("Karditsa") + "\" hx-swap=\"outerMorph\">")
                        .contains("data-changed")
                        .contains("hx-target=\"#facts\"")
                        .doesNotContain(row("Tilburg"))
                        .endsWith("\n\n"))
                .thenCancel()
                .verify(SOON);
    }

    @Test
    void sendsAChangeWithinTwoSecondsOfItsCount() {
        StepVerifier.create(pieces("Karditsa", Locale.ENGLISH))
                .thenAwait(Duration.ofMillis(300))
                .then(() -> change("Karditsa"))
                .expectNextCount(1)
                .thenCancel()
                // a second until it is counted, and two until it is shown
                .verify(Duration.ofSeconds(4));
    }

    @Test
    void makesOnePieceForAllWhoLookAtTheSame() {
        var english = Flux.range(0, 200)
                .flatMap(number -> pieces("Karditsa", Locale.ENGLISH).take(1), 200);
        var greek = Flux.range(0, 200)
                .flatMap(
                        number ->
                                pieces("Karditsa", Locale.forLanguageTag("el")).take(1),
                        200);
        StepVerifier.create(Flux.merge(english, greek).collectList())
                .thenAwait(Duration.ofSeconds(1))
                .then(() -> assertThat(stream.shared()).isEqualTo(2))
                .then(() -> change("Karditsa"))
                .assertNext(sent -> {
                    assertThat(sent).hasSize(400);
                    assertThat(sent.stream().distinct()).hasSize(2);
                })
                .expectComplete()
                .verify(SOON);
        // whoever has what they wanted leaves a moment after it was given
        await().atMost(Duration.ofSeconds(2))
                .untilAsserted(
                        () -> assertThat(stream.shared()).as("kept for nobody").isZero());
    }

    @Test
    void tellsWhatChangedBeforeItWasKnownWhatIsBelowTheDesk() {
        var turns = PoolBuilder.from(Mono.fromSupplier(Object::new))
                .sizeBetween(0, 1)
                .buildPool();
        var turn = Objects.requireNonNull(turns.acquire().block());
        var overview = new SharedOverview(
                desk(coordinator(id("Karditsa")), Locale.ENGLISH),
                page(Locale.ENGLISH),
                reporting,
                drawing,
                turns,
                Remembered.of(1, Duration.ofSeconds(1), SharedOverview::drawn),
                () -> {});
        StepVerifier.create(overview.pieces())
                .expectSubscription()
                .then(() -> change("Karditsa"))
                .expectNoEvent(Duration.ofSeconds(3))
                .then(() -> turn.release().block())
                .expectNextCount(1)
                .thenCancel()
                .verify(SOON);
    }

    @Test
    void sendsAllThatWasMissedInOnePieceWhenTheLineIsFreeAgain() {
        var free = new AtomicBoolean(true);
        StepVerifier.create(watch("Region of Thessaly", Locale.ENGLISH, false, free::get)
                        .filter(OverviewStreamTest::isPiece))
                .thenAwait(Duration.ofMillis(500))
                .then(() -> free.set(false))
                .then(() -> change("Karditsa"))
                .expectNoEvent(Duration.ofMillis(2_500))
                .then(() -> change("Larissa"))
                .expectNoEvent(Duration.ofMillis(2_500))
                .then(() -> free.set(true))
                .then(() -> change("Karditsa"))
                .assertNext(sent -> assertThat(sent.toString()).contains(row("Karditsa"), row("Larissa")))
                .expectNoEvent(Duration.ofSeconds(2))
                .thenCancel()
                .verify(Duration.ofSeconds(20));
    }

    @Test
    void sendsNoMoreRowsThanAPageShows() {
        var root = coordinator(all.stream().map(one -> one.id().value()).toArray(UUID[]::new));
        var of = page(Locale.ENGLISH);
        var overview = Objects.requireNonNull(
                reporting.overview(desk(root, Locale.ENGLISH)).block());
        assertThat(overview.bodies()).hasSizeGreaterThan(Drawing.MOST_ROWS);
        var few = overview.bodies().stream()
                .limit(Drawing.MOST_ROWS)
                .map(Overview.Body::id)
                .collect(Collectors.toSet());
        assertThat(drawing.draw(overview, new Changed(false, few), true, of).toString())
                .contains(few.stream().map(id -> "body-" + id).toList())
                .doesNotContain("table-again")
                .contains("50 authorities changed");
        assertThat(drawing.draw(overview, Changed.EVERYTHING, true, of).toString())
                .contains("hx-target=\"#table-again\"", "hx-select=\"#table\"", "hx-target=\"#facts\"")
                .contains(overview.bodies().size() + " authorities changed")
                .doesNotContain("<tr id=\"body-");
    }

    @Test
    void tellsWhoeverWasTooSlowForMoreThanAPageShowsThatAllMayHaveChanged() {
        var many = new Changed(false, some(40));
        var others = new Changed(false, some(40));
        assertThat(Changed.NOTHING.plus(many, Drawing.MOST_ROWS)).isEqualTo(many);
        assertThat(many.plus(Changed.NOTHING, Drawing.MOST_ROWS)).isEqualTo(many);
        assertThat(many.plus(others, 80).authorities()).hasSize(80);
        assertThat(many.plus(others, Drawing.MOST_ROWS)).isEqualTo(Changed.EVERYTHING);
        assertThat(Changed.EVERYTHING.within(many.authorities())).isEqualTo(many);
        assertThat(many.plus(others, 80).within(others.authorities())).isEqualTo(others);
        assertThat(many.within(others.authorities()).isNothing()).isTrue();
    }

    @Test
    void sendsThoseWhoComeBackEverythingAndTheSameToAll() {
        // what was changed before has been told
        pieces("Region of Thessaly", Locale.ENGLISH)
                .timeout(Duration.ofSeconds(3), Flux.empty())
                .blockLast(SOON);
        // somebody stays: what nobody looks at any more is forgotten, and drawn anew for the next who comes
        var staying = pieces("Region of Thessaly", Locale.ENGLISH).subscribe();
        var back = Flux.range(0, 50)
                .flatMap(
                        number -> watch("Region of Thessaly", Locale.ENGLISH, true, () -> true)
                                .take(1),
                        50);
        StepVerifier.create(back.collectList())
                .assertNext(sent -> {
                    assertThat(sent.stream().distinct()).hasSize(1);
                    assertThat(sent.get(0).toString())
                            .contains(row("Karditsa"), row("Larissa"), "hx-target=\"#live-text\"");
                })
                .expectComplete()
                .verify(SOON);
        staying.dispose();
    }

    @Test
    void givesTheLineNoMoreThanItsReaderTakes() throws Exception {
        var given = new AtomicInteger();
        var server = HttpServer.create()
                .host("localhost")
                .port(0)
                .childOption(ChannelOption.SO_SNDBUF, 16_384)
                .handle(new ReactorHttpHandlerAdapter((request, response) -> {
                    var free = OverviewPages.line(response);
                    return response.writeAndFlushWith(Flux.interval(Duration.ofMillis(2))
                            .onBackpressureDrop()
                            .filter(beat -> free.getAsBoolean())
                            .map(beat -> Mono.just(response.bufferFactory().wrap(some(given)))));
                }))
                .bindNow();
        try (var slow = new Socket()) {
            slow.setReceiveBufferSize(4_096);
            slow.connect(server.address());
            slow.getOutputStream().write("GET / HTTP/1.1\r\nHost: localhost\r\n\r\n".getBytes(StandardCharsets.UTF_8));
            TimeUnit.SECONDS.sleep(1);
            assertThat(given.get()).as("pieces for whoever reads none").isBetween(1, 30);
            slow.getInputStream().readNBytes(2_000_000);
            assertThat(given.get()).as("pieces for whoever reads").isGreaterThan(190);
        } finally {
            server.disposeNow();
        }
    }

    private static Set<UUID> some(int count) {
        return Stream.generate(UUID::randomUUID).limit(count).collect(Collectors.toUnmodifiableSet());
    }

    private static byte[] some(AtomicInteger given) {
        given.incrementAndGet();
        return new byte[10_000];
    }

    private Flux<Sent> pieces(String name, Locale locale) {
        return watch(name, locale, false, () -> true).filter(OverviewStreamTest::isPiece);
    }

    private Flux<Sent> watch(String name, Locale locale, boolean again, BooleanSupplier free) {
        var me = coordinator(id(name));
        return stream.of(me, desk(me, locale), again, page(locale), free);
    }

    private static Desk desk(Account me, Locale locale) {
        return Desk.of(me, Filter.of(null, null, null, null, null, null), locale.getLanguage());
    }

    private static Drawing.Page page(Locale locale) {
        return new Drawing.Page(MockServerWebExchange.from(MockServerHttpRequest.get("/overview/changes")), locale, 60);
    }

    private static boolean isPiece(Sent sent) {
        return sent.toString().contains("data:");
    }

    private static Account coordinator(UUID... authorities) {
        return new Account(
                new Account.Id(UUID.randomUUID()),
                "somebody@example.org",
                "Somebody",
                "en",
                "system",
                new Authority.Id(authorities[0]),
                Arrays.stream(authorities)
                        .map(id -> new Account.Grant(Role.COORDINATOR, new Authority.Id(id)))
                        .collect(Collectors.toSet()));
    }

    private void change(String name) {
        tally.add(new Authority.Id(id(name)), "lessons", clock.today(), 1)
                .as(transaction::transactional)
                .contextWrite(Context.of(Scope.class, new Scope(null, List.of(id(name)))))
                .block();
    }

    private String row(String name) {
        return "body-" + id(name);
    }

    private UUID id(String name) {
        return all.stream()
                .filter(authority -> authority.nameIn("en").contains(name))
                .findFirst()
                .orElseThrow()
                .id()
                .value();
    }
}
