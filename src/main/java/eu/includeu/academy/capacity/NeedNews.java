package eu.includeu.academy.capacity;

import eu.includeu.academy.accounts.Account;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * What features further down have to tell on the pages of needs, in a line each. A page asks all of them and need not know
 * one.
 */
public interface NeedNews {

    /**
     * A line.
     *
     * @param code of the message that says it
     * @param href where it leads, or null
     */
    record Line(
            String code, List<Object> arguments, @Nullable String href) {

        public Line {
            arguments = List.copyOf(arguments);
        }
    }

    /** About one need, or about all that a person answers for when none is named. */
    Mono<List<Line>> of(Account me, Locale locale, Need.@Nullable Id need);
}
