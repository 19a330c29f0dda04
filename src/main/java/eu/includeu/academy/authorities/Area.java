package eu.includeu.academy.authorities;

import java.util.List;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;

/**
 * The authorities at and below some, as the tree is today. Statements find them in the tree themselves: a list of
 * thousands of identifiers is slow to send and slow to compare with.
 *
 * @param country in this one only; in all when there is nothing
 */
public record Area(List<UUID> roots, String country) {

    /** Their identifiers, as a query within a statement that was {@link #in bound} to an area. */
    public static final String IDS = """
            (select below.descendant
               from authorities.closure below
               join authorities.authority body on body.id = below.descendant
              where below.ancestor = any (:roots) and below.valid @> current_date
                and (:country = '' or body.country = :country))
            """;

    public Area {
        roots = List.copyOf(roots);
    }

    public GenericExecuteSpec in(GenericExecuteSpec statement) {
        return statement.bind("roots", roots.toArray(UUID[]::new)).bind("country", country);
    }
}
