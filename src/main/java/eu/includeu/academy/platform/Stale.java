package eu.includeu.academy.platform;

/** Somebody else changed it in the meantime; look again and repeat. Answered with 409. */
public final class Stale extends RuntimeException {

    public Stale(Object what) {
        super(String.valueOf(what), null, false, false);
    }
}
