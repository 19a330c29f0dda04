package eu.includeu.academy.pairing;

import eu.includeu.academy.authorities.Authority;
import java.util.Comparator;

/** A guest, a host, and what the visit would be worth. */
public record Pair(Authority.Id guest, Authority.Id host, Worth worth) {

    /** As their texts are ordered, without writing them down. */
    public static final Comparator<Authority.Id> BY_ID = ((Comparator<Authority.Id>)
                    (one, other) -> Long.compareUnsigned(
                            one.value().getMostSignificantBits(), other.value().getMostSignificantBits()))
            .thenComparing((one, other) -> Long.compareUnsigned(
                    one.value().getLeastSignificantBits(), other.value().getLeastSignificantBits()));

    public static final Comparator<Pair> ORDER =
            Comparator.comparing(Pair::guest, BY_ID).thenComparing(Pair::host, BY_ID);

    public double value() {
        return worth.value();
    }
}
