package eu.includeu.academy.accounts;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import eu.includeu.academy.AcademyTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.r2dbc.core.DatabaseClient;

/** Several requests of one visitor are at work at once. */
@AcademyTest
class SessionsTest {

    @Autowired
    private Sessions sessions;

    @Autowired
    private DatabaseClient db;

    private Sessions.Borrowed first;
    private Sessions.Borrowed second;

    @BeforeEach
    void twoRequestsBorrowOneSession() {
        var session = requireNonNull(sessions.createSession().block());
        session.setAttribute("csrf", "token");
        session.setAttribute("notice", "saved");
        sessions.save(session).block();
        first = borrowed(session.getId());
        second = borrowed(session.getId());
    }

    @Test
    void keepsWhatEachOfThemChanged() {
        first.setAttribute("language", "el");
        sessions.save(first).block();
        second.removeAttribute("notice");
        sessions.save(second).block();
        var after = borrowed(first.getId());
        assertThat(after.<String>getAttribute("language")).isEqualTo("el");
        assertThat(after.<String>getAttribute("csrf")).isEqualTo("token");
        assertThat(after.getAttributeNames()).doesNotContain("notice");
    }

    @Test
    void staysEndedWhenAnotherRequestWasStillOnItsWay() {
        sessions.deleteById(first.getId()).block();
        sessions.save(second).block();
        assertThat(sessions.findById(first.getId()).block()).isNull();
    }

    @Test
    void staysEndedWhenARequestOnItsWayChangesIt() {
        sessions.deleteById(first.getId()).block();
        second.setAttribute("language", "el");
        sessions.save(second).block();
        assertThat(sessions.findById(first.getId()).block()).isNull();
    }

    @Test
    void staysEndedWhenAnotherNodeEndedIt() {
        db.sql("select accounts.session_delete(sha256(convert_to(:id, 'UTF8')))")
                .bind("id", first.getId())
                .then()
                .block();
        second.setAttribute("language", "el");
        sessions.save(second).block();
        assertThat(sessions.findById(first.getId()).block()).isNull();
    }

    @Test
    void staysEndedWhenWhoeverBeganItChangesItAgain() {
        var begun = requireNonNull(sessions.createSession().block());
        begun.setAttribute("csrf", "token");
        sessions.save(begun).block();
        sessions.deleteById(begun.getId()).block();
        begun.setAttribute("notice", "saved");
        sessions.save(begun).block();
        assertThat(sessions.findById(begun.getId()).block()).isNull();
    }

    @Test
    void goesOnUnderANewIdAfterSigningIn() {
        var old = first.getId();
        first.setAttribute("language", "el");
        first.changeSessionId();
        sessions.save(first).block();
        assertThat(sessions.findById(old).block()).isNull();
        assertThat(borrowed(first.getId()).<String>getAttribute("language")).isEqualTo("el");
        first.setAttribute("notice", "welcome");
        sessions.save(first).block();
        assertThat(borrowed(first.getId()).<String>getAttribute("notice")).isEqualTo("welcome");
    }

    private Sessions.Borrowed borrowed(String id) {
        return requireNonNull(sessions.findById(id).block());
    }
}
