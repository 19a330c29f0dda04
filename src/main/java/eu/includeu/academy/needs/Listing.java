package eu.includeu.academy.needs;

import eu.includeu.academy.accounts.Account;
import eu.includeu.academy.capacity.Need;
import eu.includeu.academy.capacity.Reach;
import eu.includeu.academy.competencies.Theme;
import eu.includeu.academy.platform.Clock;
import eu.includeu.academy.platform.Missing;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import reactor.core.publisher.Mono;

/** Asking about needs: which are open, which come first. One statement each, within the asker's reach. */
@Service
public class Listing {

    private static final int PAGE = 20;

    private final NeedCards cards;
    private final Clock clock;

    Listing(NeedCards cards, Clock clock) {
        this.cards = cards;
        this.clock = clock;
    }

    /** Those with the least time for each place still to fill. */
    @Transactional(readOnly = true)
    public Mono<List<NeedCard>> first(Account me, int limit) {
        return cards.first(Reach.of(me), limit, clock.today());
    }

    /** How many needs are open at and below the authorities that the person answers for. */
    @Transactional(readOnly = true)
    public Mono<Integer> open(Account me) {
        return cards.count(Reach.of(me), clock.today()).map(Board.Count::open);
    }

    @Transactional(readOnly = true)
    Mono<Board.Count> count(Account me) {
        return cards.count(Reach.of(me), clock.today());
    }

    /** A page of needs by deadline; all themes when none is named. */
    @Transactional(readOnly = true)
    public Mono<Board> board(Account me, Board.Show show, @Nullable Theme theme, Board.@Nullable Key after) {
        return cards.board(Reach.of(me), show, theme, after, PAGE, clock.today());
    }

    /** One need as lists show it. */
    @Transactional(readOnly = true)
    public Mono<NeedCard> card(Need.Id id, Account me) {
        return cards.find(id, Reach.of(me), clock.today())
                .flatMap(found -> Mono.justOrEmpty(found.stream().findFirst()))
                .switchIfEmpty(Mono.error(() -> new Missing(id)));
    }
}
