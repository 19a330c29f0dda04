package eu.includeu.academy.planning;

import java.util.Locale;

/** Why a place can be filled by no plan (section 7.3 of the domain guide); the first that applies is told. */
public enum Reason {
    /** No version teaches it. */
    NO_CONTENT,
    /** Something teaches it, in none of the languages asked for. */
    NO_LANGUAGE,
    /** What teaches it cannot be finished before the deadline at the authority's pace. */
    TOO_LATE,
    /** It asks for something that these people lack and that nothing gives them in time. */
    NO_PREREQUISITE_PATH,
    /** Everything is there, but not the seats or the hours. */
    NO_SEATS;

    /** As in the database and in messages. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
