package eu.includeu.academy.exchange;

import eu.includeu.academy.authorities.Authority;
import java.util.Comparator;

/** A guest, a host, and what the visit would be worth. */
record Pair(Authority.Id guest, Authority.Id host, Worth worth) {

    static final Comparator<Authority.Id> BY_ID = Comparator.comparing(Authority.Id::toString);

    static final Comparator<Pair> ORDER =
            Comparator.comparing(Pair::guest, BY_ID).thenComparing(Pair::host, BY_ID);

    double value() {
        return worth.value();
    }
}
