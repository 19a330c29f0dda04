package eu.includeu.academy.questions;

import java.util.Locale;

/** One thing to choose, to put in order or to match: its identifier, and its text. */
public record Option(String id, String text) {

    /** The letter by which a page shows it and a key chooses it, once the options have been shuffled and lettered. */
    public String letter() {
        return id.toUpperCase(Locale.ROOT);
    }
}
