package eu.includeu.academy.catalogue;

/** Something a module rests on: its key in the text, such as {@code S1}, and how it is quoted. */
public record Source(String key, String text) {

    /** The number by which readers see it. */
    public String number() {
        return key.substring(1);
    }
}
