package eu.includeu.academy.closing;

import eu.includeu.academy.platform.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/**
 * The moment for which figures are told, and its day. Every figure of an authority is computed on the tree of that day (A2
 * of the domain guide).
 */
record AsOf(Instant moment, LocalDate day) {

    static AsOf at(Instant moment) {
        return new AsOf(moment, LocalDate.ofInstant(moment, Clock.ZONE));
    }

    /** The last moment of a day, or now on the day that is not over. */
    static AsOf end(LocalDate day, Instant now) {
        var last = day.plusDays(1).atStartOfDay(Clock.ZONE).toInstant().minus(1, ChronoUnit.MICROS);
        return last.isAfter(now) ? new AsOf(now, LocalDate.ofInstant(now, Clock.ZONE)) : new AsOf(last, day);
    }
}
