package eu.includeu.academy.review;

import org.jspecify.annotations.Nullable;

/** The person a coordinator reads about, and where the person works. */
public record Whose(String name, String authority, @Nullable String authorityLatin) {

    /** Greek letters for readers of Greek, Latin ones for all others. */
    public String authorityIn(String language) {
        return authorityLatin == null || language.equals("el") ? authority : authorityLatin;
    }
}
