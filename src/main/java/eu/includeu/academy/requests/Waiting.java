package eu.includeu.academy.requests;

import eu.includeu.academy.platform.Clock;
import eu.includeu.academy.platform.Languages;
import java.time.LocalDate;

/** A request that no trainer has answered yet, in a line. */
public record Waiting(String id, String subject, String authority, String language, LocalDate asked) {

    static Waiting of(Requests.Entry entry, String reader) {
        var request = entry.request();
        return new Waiting(
                request.id().toString(),
                request.subject(),
                entry.nameIn(reader),
                Languages.nameOf(request.language()),
                LocalDate.ofInstant(request.asked(), Clock.ZONE));
    }
}
