package eu.includeu.academy.bench.routes;

import eu.includeu.academy.bench.load.Walk;
import java.sql.SQLException;
import java.util.List;

/**
 * One thing that people do.
 *
 * @param name as the tables call it
 * @param ceiling which ceiling it is told as a ratio to
 * @param walks one for each connection
 * @param before what has to be done before each turn
 */
record Route(String name, String ceiling, List<Walk> walks, Before before) {

    /** Puts things back to where they were. */
    interface Before {
        void run() throws SQLException;
    }

    Route(String name, String ceiling, List<Walk> walks) {
        this(name, ceiling, walks, () -> {});
    }
}
