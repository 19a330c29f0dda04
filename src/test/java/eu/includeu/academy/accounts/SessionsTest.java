package eu.includeu.academy.accounts;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import eu.includeu.academy.AcademyTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Several requests of one visitor are at work at once. */
@AcademyTest
class SessionsTest {

    @Autowired
    private Sessions sessions;

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

    private Sessions.Borrowed borrowed(String id) {
        return requireNonNull(sessions.findById(id).block());
    }
}
