package eu.includeu.academy.authoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.includeu.academy.AcademyTest;
import eu.includeu.academy.accounts.Account;
import eu.includeu.academy.catalogue.Catalogue;
import eu.includeu.academy.catalogue.Offer;
import eu.includeu.academy.catalogue.VersionId;
import eu.includeu.academy.catalogue.Words;
import eu.includeu.academy.format.ModuleExamples;
import eu.includeu.academy.format.ModuleFormat;
import eu.includeu.academy.platform.Missing;
import eu.includeu.academy.platform.Refused;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Mono;

/** Publishing on a real PostgreSQL. */
@AcademyTest
class PublishingTest {

    private static final Account.Id AUTHOR = new Account.Id(UUID.randomUUID());

    @Autowired
    Publishing publishing;

    @Autowired
    Catalogue catalogue;

    @Autowired
    DatabaseClient db;

    @Test
    void putsAVersionOnOfferWithItsRungsLessonsAndEdition() {
        var id = publish(small("whole-version"));
        assertThat(id).isEqualTo(new VersionId("whole-version", "1.0.0"));
        var offer = wait(catalogue.offer(id, "en"));
        assertThat(offer.title()).isEqualTo("A small module");
        assertThat(offer.rungs()).hasToString("[HOU-2 1]");
        assertThat(offer.teaches()).hasToString("[Teaching[competency=HOU-2, from=0, to=1]]");
        assertThat(offer.lessons()).isEqualTo(2);
        assertThat(offer.byline()).isEqualTo("Ana Kovač");
        assertThat(offer.reviewer()).isEqualTo("Pieter de Wit");
        assertThat(offer.quiz().passMark()).hasToString("7/10");
        assertThat(wait(catalogue.edition(id, "el")).items()).hasSize(2);
        var lesson = wait(catalogue.lesson(id, "el", 1));
        assertThat(lesson.language()).isEqualTo("en");
        assertThat(lesson.title()).isEqualTo("The first");
        assertThat(lesson.html()).contains("<p>Some text with a source");
        assertThatThrownBy(() -> wait(catalogue.lesson(id, "en", 3))).isInstanceOf(Missing.class);
    }

    @Test
    void publishesAllLanguagesOfAVersionAtOnceAndFindsWordsInEach() {
        var name = "fair-allocation-again";
        var texts = List.of("", ".el", ".sl").stream()
                .map(language -> ModuleExamples.text("housing-allocation" + language)
                        .replace("id: housing-allocation", "id: " + name))
                .toList();
        var id = wait(publishing.publish(texts, AUTHOR, "Ana Kovač", "Pieter de Wit"));
        assertThat(wait(catalogue.offer(id, "sl")).language()).isEqualTo("sl");
        assertThat(wait(catalogue.offer(id, "sl")).isMachineTranslated()).isTrue();
        assertThat(wait(catalogue.offer(id, "es")).language()).isEqualTo("en");
        assertThat(wait(catalogue.offer(id, "es")).languages()).containsExactly("en", "el", "sl");
        for (var words : List.of("allocation social", "ΚΑΤΑΝΟΜΗ κατοικιασ", "stanovanj", "kamberaj")) {
            assertThat(found(words)).as(words).contains(name);
        }
        assertThat(found("xylophone")).doesNotContain(name);
    }

    @Test
    void offersTheNewestVersionOnly() {
        publish(small("newest"));
        publish(small("newest").replace("version: 1.0.0", "version: 1.0.1").replace("A small module", "Smaller"));
        publish(small("newest").replace("version: 1.0.0", "version: 1.0.10").replace("A small module", "Smallest"));
        assertThat(soon(catalogue.offer("newest", "en").map(Offer::title), "Smallest"))
                .isEqualTo("Smallest");
        assertThat(wait(catalogue.offer(new VersionId("newest", "1.0.0"), "en")).title())
                .isEqualTo("A small module");
        assertThat(wait(catalogue.teaching("HOU-2", 0, 1, "en")))
                .extracting(offer -> offer.id().toString())
                .contains("newest 1.0.10")
                .doesNotContain("newest 1.0.1", "newest 1.0.0");
        assertThat(wait(catalogue.teaching("HOU-2", 3, 4, "en")))
                .extracting(offer -> offer.id().module())
                .doesNotContain("newest");
    }

    @Test
    void refusesANumberThatIsTakenOrTooLowAndAnotherTrainersModule() {
        var second = small("numbers").replace("version: 1.0.0", "version: 2.0.0");
        publish(second);
        assertRefused(second, AUTHOR, "publish.number-taken");
        assertRefused(small("numbers"), AUTHOR, "publish.number-too-low");
        assertRefused(
                second.replace("version: 2.0.0", "version: 2.0.1"),
                new Account.Id(UUID.randomUUID()),
                "publish.other-trainer");
        assertThat(count("version", "numbers")).isEqualTo(1);
    }

    @Test
    void publishesNothingOfWhatIsNotWhole() {
        assertRefused(small("broken").replace("pass: 0.7", "pass: 7"), AUTHOR, "format.not-a-share");
        assertRefused(
                small("broken").replace("unsure: []", "unsure: [\"a date\"]"), AUTHOR, "format.unsure-not-published");
        assertRefused(
                small("broken").replace("Some text", "Some <script>alert(1)</script>"), AUTHOR, "format.raw-html");
        assertThat(count("version", "broken")).isZero();
        assertThatThrownBy(() -> wait(catalogue.offer("broken", "en"))).isInstanceOf(Missing.class);
    }

    @Test
    void addsALanguageToAPublishedVersionOnceAndOnlyTrueToTheOriginal() {
        var id = publish(small("translated"));
        assertRefused(italian("translated").replace("answer: b", "answer: a"), AUTHOR, "format.differs-from-original");
        assertRefused(italian("translated").replace("version: 1.0.0", "version: 1.0.1"), AUTHOR, "publish.no-original");
        wait(publishing.publish(
                List.of(italian("translated")), new Account.Id(UUID.randomUUID()), "Lucia Ferraro", "Ana Kovač"));
        assertThat(soon(catalogue.offer(id, "it").map(Offer::title), "Un piccolo modulo"))
                .isEqualTo("Un piccolo modulo");
        assertThat(wait(catalogue.edition(id, "it")).title()).isEqualTo("Un piccolo modulo");
        assertThat(wait(catalogue.lesson(id, "it", 2)).translation()).isEqualTo("draft");
        assertThat(wait(db.sql("select revision from catalogue.edition where module = 'translated' order by revision")
                        .mapValue(Integer.class)
                        .all()
                        .collectList()))
                .containsExactly(1, 2);
        assertRefused(italian("translated"), AUTHOR, "publish.language-taken");
    }

    /** The runtime role tries what no page offers. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "update catalogue.version set minutes = 1 where module = 'frozen'",
                "update catalogue.version set number = '9.9.9' where module = 'frozen'",
                "delete from catalogue.version where module = 'frozen'",
                "update catalogue.edition set title = 'Other' where module = 'frozen'",
                "update catalogue.edition set content = '{}' where module = 'frozen'",
                "delete from catalogue.edition where module = 'frozen'",
                "update catalogue.lesson set html = '<p>Other</p>' where module = 'frozen'",
                "delete from catalogue.lesson where module = 'frozen'",
                "update catalogue.rung set level = 4 where module = 'frozen'",
                "delete from catalogue.rung where module = 'frozen'"
            })
    void neverChangesWhatIsPublished(String attempt) {
        if (count("version", "frozen") == 0) {
            publish(small("frozen"));
        }
        assertThatThrownBy(() -> wait(db.sql(attempt).fetch().rowsUpdated())).isInstanceOf(DataAccessException.class);
        assertThat(wait(catalogue.edition(new VersionId("frozen", "1.0.0"), "en")))
                .isEqualTo(ModuleFormat.read(small("frozen"), ModuleExamples.known())
                        .orRefuse());
    }

    private VersionId publish(String text) {
        return wait(publishing.publish(List.of(text), AUTHOR, "Ana Kovač", "Pieter de Wit"));
    }

    private void assertRefused(String text, Account.Id author, String code) {
        assertThatThrownBy(() -> wait(publishing.publish(List.of(text), author, "Ana Kovač", "Pieter de Wit")))
                .isInstanceOfSatisfying(Refused.class, refused -> assertThat(refused.problems())
                        .extracting("code")
                        .contains(code));
    }

    private List<String> found(String words) {
        return wait(catalogue.matching(Words.query(words))).stream()
                .map(VersionId::module)
                .toList();
    }

    private long count(String table, String module) {
        return wait(db.sql("select count(*) from catalogue." + table + " where module = :module")
                .bind("module", module)
                .mapValue(Long.class)
                .one());
    }

    /** Asks until every node has heard of a change: at most five seconds. */
    private static <T> T soon(Mono<T> question, T wanted) {
        return wait(question.repeatWhen(again -> again.delayElements(Duration.ofMillis(50)))
                .filter(wanted::equals)
                .next()
                .timeout(Duration.ofSeconds(5)));
    }

    private static <T> T wait(Mono<T> answer) {
        return Objects.requireNonNull(answer.block(Duration.ofSeconds(20)));
    }

    private static String small(String module) {
        return ModuleExamples.SMALL.replace("id: small-module", "id: " + module);
    }

    private static String italian(String module) {
        return small(module)
                .replace("language: en", "language: it\ntranslation: draft")
                .replace("A small module", "Un piccolo modulo");
    }
}
