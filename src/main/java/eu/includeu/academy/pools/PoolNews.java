package eu.includeu.academy.pools;

import eu.includeu.academy.accounts.Account;
import eu.includeu.academy.capacity.Need;
import eu.includeu.academy.capacity.NeedNews;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Tells coordinators that others lack the same. */
@Component
class PoolNews implements NeedNews {

    private final Pooling pooling;

    PoolNews(Pooling pooling) {
        this.pooling = pooling;
    }

    @Override
    public Mono<List<Line>> of(Account me, Locale locale, Need.@Nullable Id need) {
        return need != null ? Mono.just(List.of()) : pooling.unanswered(me).map(PoolNews::lines);
    }

    private static List<Line> lines(long open) {
        return open == 0 ? List.of() : List.of(new Line("news.pools", List.of(open), "/pools"));
    }
}
