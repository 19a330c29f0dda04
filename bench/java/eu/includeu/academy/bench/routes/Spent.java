package eu.includeu.academy.bench.routes;

import java.time.Duration;
import java.util.stream.Stream;

/** What node and database use of the processors from its making on, in milliseconds. */
final class Spent {

    private final ProcessHandle node;
    private final ProcessHandle database;
    private final double nodeBefore;
    private final double databaseBefore;

    Spent(ProcessHandle node, ProcessHandle database) {
        this.node = node;
        this.database = database;
        this.nodeBefore = millis(node);
        this.databaseBefore = millis(database);
    }

    double byNode() {
        return millis(node) - nodeBefore;
    }

    double byDatabase() {
        return millis(database) - databaseBefore;
    }

    private static double millis(ProcessHandle process) {
        return Stream.concat(Stream.of(process), process.descendants())
                .flatMap(one -> one.info().totalCpuDuration().stream())
                .mapToLong(Duration::toMillis)
                .sum();
    }
}
