package eu.includeu.academy.matching;

import java.util.Locale;

/**
 * Why a place cannot be filled. Of all reasons that apply the first counts, in this order (section 7.3 of the domain
 * guide).
 */
public enum Shortfall {
    /** No module teaches it. */
    NO_CONTENT,
    /** Modules teach it, but none in a language asked for. */
    NO_LANGUAGE,
    /** It can be learned, but not before the deadline. */
    TOO_LATE,
    /** What must be held before cannot be had. */
    NO_PREREQUISITE_PATH,
    /** There are fewer seats than people. */
    NO_SEATS;

    /** As in the database, in addresses and in messages. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Shortfall of(String key) {
        return valueOf(key.toUpperCase(Locale.ROOT));
    }
}
