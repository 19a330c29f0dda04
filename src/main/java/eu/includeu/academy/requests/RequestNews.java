package eu.includeu.academy.requests;

import eu.includeu.academy.accounts.Account;
import eu.includeu.academy.accounts.Action;
import eu.includeu.academy.capacity.Need;
import eu.includeu.academy.capacity.NeedNews;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Tells coordinators on the pages of their needs how far what they asked for has come. */
@Component
class RequestNews implements NeedNews {

    private static final int LINES = 3;

    private final Requesting requesting;

    RequestNews(Requesting requesting) {
        this.requesting = requesting;
    }

    @Override
    public Mono<List<Line>> of(Account me, Locale locale, Need.@Nullable Id need) {
        return me.may(Action.ASK_TRAINING)
                ? requesting.own(me).map(entries -> entries.stream()
                        .map(Requests.Entry::request)
                        .filter(request ->
                                need == null ? tells(request) : need.value().equals(request.need()))
                        .limit(LINES)
                        .map(RequestNews::line)
                        .toList())
                : Mono.just(List.of());
    }

    /** Among all needs only what asks for a look: an answer that has not come to its end. */
    private static boolean tells(Request request) {
        return switch (request.state()) {
            case MATCHED, ACCEPTED, SCHEDULED, DELIVERED -> true;
            case OPEN, DECLINED, CLOSED -> false;
        };
    }

    private static Line line(Request request) {
        return new Line(
                "news.request." + request.state().key(), List.of(request.subject()), "/requests/" + request.id());
    }
}
