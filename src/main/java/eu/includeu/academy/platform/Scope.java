package eu.includeu.academy.platform;

import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import reactor.util.context.Context;

/**
 * The asker's reach, set on every database transaction and answered to by row-level security.
 *
 * @param person who asks, or null for nobody and for jobs
 * @param roots the authorities whose subtrees the asker may see; empty for an official
 */
public record Scope(@Nullable UUID person, List<UUID> roots) {

    /** Nobody: no row of any person is seen. */
    public static final Scope NOBODY = new Scope(null, List.of());

    public Scope {
        roots = List.copyOf(roots);
    }

    /** A principal that knows its own reach. */
    public interface Holder {
        Scope scope();
    }

    /** For a job that works on a subtree: {@code chain.contextWrite(Scope.job(root))}. */
    public static Context job(UUID root) {
        return Context.of(Scope.class, new Scope(null, List.of(root)));
    }

    /** The statement that sets it until the end of the transaction. Identifiers hold nothing that could be misread. */
    String setting() {
        return "select set_config('academy.person', '" + (person == null ? "" : person)
                + "', true), set_config('academy.roots', '"
                + roots.stream().map(UUID::toString).collect(Collectors.joining(",", "{", "}")) + "', true)";
    }
}
