package eu.includeu.academy.authoring;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import eu.includeu.academy.AcademyTest;
import eu.includeu.academy.Visitor;
import eu.includeu.academy.Visitor.Page;
import eu.includeu.academy.format.ModuleExamples;
import java.net.URLEncoder;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A trainer writes a module, a second one reads and publishes it, and readers find it. No scripts are used. */
@AcademyTest
class AuthoringJourneyTest {

    private static final String AUTHOR = "trainer.sl@demo.includ-eu.example";
    private static final String REVIEWER = "trainer.nl@demo.includ-eu.example";
    private static final String OFFICIAL = "official.karditsa@demo.includ-eu.example";

    @LocalServerPort
    int port;

    @Test
    void aModuleGoesFromABlankPageThroughReviewIntoTheLibrary() {
        var author = in(AUTHOR);
        var reviewer = in(REVIEWER);
        var draft = begin(author, "Rooms for newcomers");
        assertThat(draft.status()).isEqualTo(200);
        assertThat(text(draft)).contains("The text is whole", "Before it can be published");
        assertThat(source(draft)).contains("id: rooms-for-newcomers", "title: \"Rooms for newcomers\"");

        var broken =
                author.send(draft.form("#text").with("source", "---\nid: Rooms\ntitle: Rooms for newcomers\n---\n"));
        assertThat(broken.status()).isEqualTo(200);
        assertThat(text(broken)).contains("Your text is saved", "have to be put right");
        assertThat(broken.html().select("#check .lines b").eachText()).contains("Line 2");

        var early = author.send(action(broken.form("#text"), "/submission"));
        assertThat(early.status()).isEqualTo(422);
        assertThat(source(early)).contains("id: Rooms\n");
        assertThat(text(early)).contains("put right first");

        var whole = author.send(early.form("#text").with("source", small("rooms-for-newcomers")));
        assertThat(text(whole)).contains("The text is whole");
        var submitted = author.send(action(whole.form("#text"), "/submission"));
        assertThat(text(submitted)).contains("handed in").doesNotContain("Save and hand in");
        var address = submitted.address().getPath();

        var own = author.get(address + "/review");
        assertThat(text(own)).contains("You wrote this");
        assertThat(own.html().select("form[action$=/review]")).isEmpty();

        assertThat(text(reviewer.get("/drafts"))).contains("A small module");
        var review = reviewer.get(address + "/review");
        assertThat(text(review)).contains("The first", "Which one?", "That one, because.");
        assertThat(review.html()
                        .select("#check input[checked]")
                        .parents()
                        .select("label")
                        .eachText())
                .anyMatch(label -> label.contains("That one"));

        var silent = reviewer.send(review.form("form[action$=/review]").with("decision", "return"));
        assertThat(silent.status()).isEqualTo(422);
        assertThat(text(silent)).contains("Say why you give it back");
        var returned = reviewer.send(silent.form("form[action$=/review]")
                .with("decision", "return")
                .with("comment", "Name the judgment in lesson 2."));
        assertThat(text(returned)).contains("Given back to its author");

        var again = author.get(address);
        assertThat(text(again)).contains("Name the judgment in lesson 2.", "Pieter de Wit");
        author.send(action(again.form("#text"), "/submission"));
        var approved = reviewer.send(
                reviewer.get(address + "/review").form("form[action$=/review]").with("decision", "approve"));
        assertThat(text(approved)).contains("Approved. It can be published now.");
        var published = reviewer.send(approved.form("form[action$=/publication]"));
        assertThat(text(published)).contains("It is in the library now.");

        assertThat(untilLibraryHas("/library?q=small+modul", "A small module")).contains("Ana Kovač");
        assertThat(text(author.get("/drafts"))).contains("Version 1.0.0, facts to be looked at by 30 November 2027");
    }

    @Test
    void theAuthorDecidesOnNothing() {
        var author = in(AUTHOR);
        var draft = begin(author, "My own module");
        var submitted = author.send(action(draft.form("#text").with("source", small("my-own-module")), "/submission"));
        var address = submitted.address().getPath();
        var token = submitted.form("form[action$=/sign-out]");
        for (var decision : new String[] {"approve", "return"}) {
            var refused = author.send(new Visitor.Form(url(address + "/review"), token.fields())
                    .with("decision", decision)
                    .with("comment", "Fine.")
                    .with("version", "1"));
            assertThat(refused.status()).as(decision).isEqualTo(422);
            assertThat(text(refused)).contains("Another trainer has to decide");
        }
        var publish = author.send(new Visitor.Form(url(address + "/publication"), token.fields()).with("version", "1"));
        assertThat(publish.status()).isEqualTo(422);
        assertThat(text(author.get(address))).contains("In review");
    }

    @Test
    void whatIsNotHandedInIsMissingForEverybodyElse() {
        var author = in(AUTHOR);
        var address = begin(author, "Not for others yet").address().getPath();
        var reviewer = in(REVIEWER);
        var strange = reviewer.get(address);
        var unknown = reviewer.get("/drafts/00000000-0000-7000-8000-000000000000");
        assertThat(strange.status()).isEqualTo(404);
        assertThat(text(strange)).isEqualTo(text(unknown));
        assertThat(reviewer.get(address + "/review").status()).isEqualTo(404);
        assertThat(in(OFFICIAL).get(address).status()).isEqualTo(403);
        assertThat(Visitor.at(port).get(address).address().getPath()).isEqualTo("/sign-in");
    }

    @Test
    void twoWindowsDoNotOverwriteEachOther() {
        var author = in(AUTHOR);
        var first = begin(author, "Two windows");
        var second = author.get(first.address().getPath());
        author.send(first.form("#text").with("source", small("two-windows")));
        var late = author.send(second.form("#text").with("source", "what I typed in the second window"));
        assertThat(late.status()).isEqualTo(409);
        assertThat(text(late)).contains("changed in another window");
        assertThat(source(late)).isEqualTo("what I typed in the second window");
        assertThat(source(author.get(first.address().getPath()))).contains("id: two-windows");
        var knowingly = author.send(late.form("#text"));
        assertThat(source(knowingly)).isEqualTo("what I typed in the second window");
    }

    @Test
    void hostileTextIsToldWhatIsWrongAndChangesNothing() {
        var author = in(AUTHOR);
        var draft = begin(author, "Hostile");
        var address = draft.address().getPath();
        var kept = source(draft);

        var huge = author.send(draft.form("#text").with("source", "x".repeat(10_000_000)));
        assertThat(huge.status()).isEqualTo(413);
        assertThat(text(huge)).contains("too large");

        var large = author.send(draft.form("#text").with("source", "x".repeat(Draft.LONGEST + 1)));
        assertThat(large.status()).isEqualTo(422);
        assertThat(text(large)).contains("Make two modules of it");

        var nil = author.send(draft.form("#text").with("source", "a\0b"));
        assertThat(nil.status()).isEqualTo(400);

        var fields = draft.form("#text").with("source", "").fields();
        var body = new StringBuilder();
        fields.forEach(field -> body.append(field.getKey())
                .append('=')
                .append(URLEncoder.encode(field.getValue(), UTF_8))
                .append('&'));
        var latin = author.post(
                address,
                "application/x-www-form-urlencoded",
                (body.toString().replace("source=&", "") + "source=one%0Acaf%E9").getBytes(UTF_8));
        assertThat(latin.status()).isEqualTo(400);
        assertThat(text(latin)).contains("could not read what was sent");

        var script = author.send(action(
                draft.form("#text").with("source", small("hostile").replace("More text.", "<script>alert(1)</script>")),
                "/preview"));
        assertThat(text(script)).contains("HTML is not allowed");
        assertThat(script.html().select("#check script")).isEmpty();

        assertThat(source(author.get(address))).isEqualTo(kept);
    }

    @Test
    void startsFromACopyOfOnesOwnModuleOrATranslationOfAny() {
        var author = in(AUTHOR);
        var reviewer = in(REVIEWER);
        publish(author, reviewer, small("to-be-copied").replace("A small module", "To be copied"));
        untilLibraryHas("/library?q=copied", "To be copied");

        var copy = author.send(
                author.get("/drafts/new").form("form:has(input[value=next])").with("module", "to-be-copied"));
        assertThat(source(copy)).contains("version: 1.0.1", "id: to-be-copied");
        var foreign = reviewer.send(author.get("/drafts/new")
                .form("form:has(input[value=next])")
                .with("module", "to-be-copied")
                .with("_csrf", csrf(reviewer)));
        assertThat(foreign.status()).isEqualTo(422);
        assertThat(text(foreign)).contains("belongs to another trainer");

        var translation = reviewer.send(reviewer.get("/drafts/new")
                .form("form:has(input[value=translation])")
                .with("module", "to-be-copied")
                .with("into", "nl"));
        assertThat(source(translation)).contains("language: nl\ntranslation: draft", "version: 1.0.0");
        publish(reviewer, author, source(translation).replace("To be copied", "Over te nemen"));
        assertThat(untilLibraryHas("/library?q=nemen&edition=nl", "To be copied"))
                .contains("Nederlands");

        var taken = reviewer.send(reviewer.get("/drafts/new")
                .form("form:has(input[value=translation])")
                .with("module", "to-be-copied")
                .with("into", "nl"));
        assertThat(taken.status()).isEqualTo(422);
        assertThat(text(taken)).contains("already");
    }

    @Test
    void theLibraryAnswersEveryQuestionInItsAddress() {
        var visitor = Visitor.at(port);
        assertThat(visitor.get("/library?theme=nonsense&length=eternal&edition=zz&after=nowhere&q=%27%22%3C%26")
                        .status())
                .isEqualTo(200);
        var nothing = visitor.get("/library?q=xylophone&language=en");
        assertThat(text(nothing)).contains("No modules", "Nothing fits");
        assertThat(visitor.get("/library?language=sl").html().select("html[lang=sl]"))
                .isNotEmpty();
    }

    private void publish(Visitor author, Visitor reviewer, String source) {
        var draft = begin(author, "To be published");
        var address = author.send(action(draft.form("#text").with("source", source), "/submission"))
                .address()
                .getPath();
        var approved = reviewer.send(
                reviewer.get(address + "/review").form("form[action$=/review]").with("decision", "approve"));
        var published = reviewer.send(approved.form("form[action$=/publication]"));
        assertThat(text(published)).contains("It is in the library now.");
    }

    private static Page begin(Visitor author, String title) {
        return author.send(author.get("/drafts/new?language=en")
                .form("form:has(input[value=blank])")
                .with("title", title)
                .with("theme", "housing")
                .with("language", "en"));
    }

    /** Another node hears of it within moments: asks for five seconds at most. */
    private String untilLibraryHas(String path, String title) {
        var visitor = Visitor.at(port);
        var until = Instant.now().plus(Duration.ofSeconds(5));
        var text = "";
        do {
            text = text(visitor.get(path + "&language=en"));
        } while (!text.contains(title) && Instant.now().isBefore(until));
        assertThat(text).contains(title);
        return text;
    }

    /** Signs in on the way to the drafts, and reads everything in English. */
    private Visitor in(String email) {
        var visitor = Visitor.at(port);
        visitor.send(visitor.get("/drafts?language=en")
                .form("form[action*=sign-in]")
                .with("email", email)
                .with("password", Visitor.PASSWORD));
        return visitor;
    }

    private static String csrf(Visitor visitor) {
        return visitor.get("/drafts").form("form[action$=/sign-out]").fields().stream()
                .filter(field -> field.getKey().equals("_csrf"))
                .findFirst()
                .orElseThrow()
                .getValue();
    }

    private String url(String path) {
        return "http://localhost:" + port + path;
    }

    private static Visitor.Form action(Visitor.Form form, String suffix) {
        return new Visitor.Form(form.action() + suffix, form.fields());
    }

    private static String text(Page page) {
        return page.html().text();
    }

    private static String source(Page page) {
        return page.form("#text").fields().stream()
                .filter(field -> field.getKey().equals("source"))
                .findFirst()
                .orElseThrow()
                .getValue();
    }

    private static String small(String module) {
        return ModuleExamples.SMALL.replace("id: small-module", "id: " + module);
    }
}
