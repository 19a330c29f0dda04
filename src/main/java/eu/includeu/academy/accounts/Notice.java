package eu.includeu.academy.accounts;

import org.springframework.http.HttpStatus;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.WebSession;

/** What a page says at its top about what has just been done: left in the session by a POST, said once by the next page. */
public final class Notice {

    static final String ENTRY = "notice";

    private Notice() {}

    /** The answer to a POST that worked: go there, and say this. */
    public static Rendering then(WebSession session, String messageCode, String where) {
        session.getAttributes().put(ENTRY, messageCode);
        return Rendering.redirectTo(where).status(HttpStatus.SEE_OTHER).build();
    }
}
