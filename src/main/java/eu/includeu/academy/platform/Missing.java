package eu.includeu.academy.platform;

/** There is no such thing, or none that the asker may see: the two are answered alike, with 404. */
public final class Missing extends RuntimeException {

    public Missing(Object what) {
        super(String.valueOf(what), null, false, false);
    }
}
