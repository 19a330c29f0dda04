package eu.includeu.academy.bench;

/** One thing that is measured by itself, and hands over figures. */
public interface Part {

    /** The word that {@code -Dparts=} knows it by. */
    String name();

    /** Whether it measures something else at another size; what does not is measured once, with the first. */
    default boolean isOfItsSize() {
        return true;
    }

    /** Measures at this size; whatever it started it has stopped when it returns. */
    void measure(Size size, Results results) throws Exception;
}
