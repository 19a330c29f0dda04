package eu.includeu.academy.needs;

import eu.includeu.academy.accounts.Account;
import eu.includeu.academy.authorities.Authorities;
import eu.includeu.academy.authorities.Authority;
import eu.includeu.academy.capacity.Need;
import eu.includeu.academy.capacity.Reach;
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

    private static final int COLUMN = 5;

    /**
     * Which of the needs within reach.
     *
     * @param house of this authority alone, or null for all
     * @param country or nothing for all
     * @param theme or nothing for all
     */
    public record Part(Authority.@Nullable Id house, String country, String theme) {

        public static final Part ALL = new Part(null, "", "");

        public static Part of(Authority.Id house) {
            return new Part(house, "", "");
        }
    }

    private final NeedCards cards;
    private final Authorities authorities;
    private final Clock clock;

    Listing(NeedCards cards, Authorities authorities, Clock clock) {
        this.cards = cards;
        this.authorities = authorities;
        this.clock = clock;
    }

    /** Those with the least time for each place still to fill. */
    @Transactional(readOnly = true)
    public Mono<List<NeedCard>> first(Account me, Part part, int limit) {
        return cards.first(Reach.of(me), part, limit, clock.today());
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

    /** A page of needs by deadline. */
    @Transactional(readOnly = true)
    public Mono<Board> board(Account me, Filter filter, Board.Show show, Board.@Nullable Key after) {
        return cards.board(Reach.of(me), filter, show, after, PAGE, clock.today());
    }

    /** The five steps of the path with the needs that have the least time. */
    @Transactional(readOnly = true)
    public Mono<List<Board.Column>> columns(Account me, Filter filter) {
        return cards.columns(Reach.of(me), filter, COLUMN, clock.today()).map(read -> Board.columns(read, filter));
    }

    /** How many needs are open, by competency and by the bodies next below. */
    @Transactional(readOnly = true)
    public Mono<List<Heat.Count>> heat(Account me, Filter filter) {
        var place = filter.place();
        return (place != null ? Mono.just(List.of(place)) : tops(me))
                .flatMap(tops -> cards.heat(Reach.of(me), filter, tops));
    }

    /** The bodies to choose a place from: those that the person answers for, and the ones next below. */
    @Transactional(readOnly = true)
    public Mono<List<Heat.Place>> places(Account me, Filter filter) {
        return tops(me).flatMap(tops -> cards.places(tops, filter.place()));
    }

    private Mono<List<Authority.Id>> tops(Account me) {
        var reach = Reach.of(me);
        return reach.everywhere() ? authorities.roots() : Mono.just(reach.roots());
    }

    /** One need as lists show it. */
    @Transactional(readOnly = true)
    public Mono<NeedCard> card(Need.Id id, Account me) {
        return cards.find(id, Reach.of(me), clock.today())
                .flatMap(found -> Mono.justOrEmpty(found.stream().findFirst()))
                .switchIfEmpty(Mono.error(() -> new Missing(id)));
    }
}
