package eu.includeu.academy.platform;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;

/**
 * A page that many see alike. It is rendered once, with marks in the places of what is one person's own, and kept; each
 * person's own is put in when it is sent. Whoever renders it is given marks only, so nobody's own can stay in it. A
 * controller hands it over as the model attribute {@link #ENTRY}.
 *
 * @param key everything that the page shows of its own, and that is not one person's
 * @param own the identifiers that are this person's alone, eight at most
 * @param model the page's model, with these or any other identifiers in their places
 */
public record KeptPage(Object key, List<UUID> own, Function<List<UUID>, Map<String, Object>> model) {

    /** The name of the model attribute. */
    public static final String ENTRY = "keptPage";

    public KeptPage {
        own = List.copyOf(own);
    }

    /** The model of this person. */
    public Map<String, Object> mine() {
        return model.apply(own);
    }
}
