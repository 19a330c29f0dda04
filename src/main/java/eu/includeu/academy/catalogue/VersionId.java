package eu.includeu.academy.catalogue;

import eu.includeu.academy.platform.Refused;
import java.util.Comparator;
import java.util.regex.Pattern;

/** Which publication of which module: its identifier and {@code MAJOR.MINOR.PATCH}. */
public record VersionId(String module, String number) implements Comparable<VersionId> {

    private static final Pattern NUMBER =
            Pattern.compile("(0|[1-9][0-9]{0,4})\\.(0|[1-9][0-9]{0,4})\\.(0|[1-9][0-9]{0,4})");

    private static final Comparator<VersionId> ORDER = Comparator.comparing(VersionId::module)
            .thenComparingInt(VersionId::major)
            .thenComparingInt(VersionId::minor)
            .thenComparingInt(VersionId::patch);

    public VersionId {
        Refused.when(!isNumber(number), "version.number", number);
    }

    /** Whether a text is written like the number of a version. */
    public static boolean isNumber(String text) {
        return NUMBER.matcher(text).matches();
    }

    /** Changes when what is taught or the pass mark does: completions do not carry over. */
    public int major() {
        return part(0);
    }

    /** Changes when content is added or facts are brought up to date. */
    public int minor() {
        return part(1);
    }

    /** Changes when only the wording does. */
    public int patch() {
        return part(2);
    }

    /** The number of the next wording of the same content. */
    public VersionId next() {
        return new VersionId(module, major() + "." + minor() + "." + (patch() + 1));
    }

    public boolean isAfter(VersionId other) {
        return compareTo(other) > 0;
    }

    @Override
    public int compareTo(VersionId other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return module + " " + number;
    }

    private int part(int place) {
        return Integer.parseInt(number.split("\\.")[place]);
    }
}
