package eu.includeu.academy.bench.world;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A public body of the world with its place in the tree.
 *
 * @param index its place in the list; those above it come before it
 * @param parent the index of the body above it; -1 for the partnership alone
 * @param listed whether it is one of those that every installation begins with
 * @param first the number of its first person; the others follow
 * @param staff how many people work there
 */
record Body(
        int index,
        UUID id,
        String name,
        String kind,
        @Nullable String country,
        @Nullable String territory,
        List<String> languages,
        boolean reviews,
        int parent,
        boolean listed,
        int first,
        int staff) {

    String language() {
        return languages.get(0);
    }

    Body staffed(int from, int people) {
        return new Body(index, id, name, kind, country, territory, languages, reviews, parent, listed, from, people);
    }
}
