package eu.includeu.academy.bench.world;

import java.io.IOException;
import java.sql.SQLException;
import java.util.List;

/** Where rows go: into a database, or into a sum that tells whether two worlds are the same. Used by one thread at a time. */
interface Target extends AutoCloseable {

    /** Takes the rows of these tables, in an order in which each row finds what it refers to; the lines may be reused then. */
    void take(List<Lines> tables) throws SQLException, IOException;

    @Override
    void close() throws SQLException;
}
