package eu.includeu.academy.bench;

/** One thing that is measured by itself, and hands over figures. */
public interface Part {

    /** The word that {@code -Dparts=} knows it by. */
    String name();

    /** Measures at this size; whatever it started it has stopped when it returns. */
    void measure(Size size, Results results) throws Exception;
}
