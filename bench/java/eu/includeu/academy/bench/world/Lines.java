package eu.includeu.academy.bench.world;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Rows of one table, gathered as bytes in the text form in which PostgreSQL copies them in. Emptied and filled again. */
final class Lines {

    private static final byte[] NONE = {'\\', 'N'};

    private final String table;
    private final String columns;
    private final int width;
    private byte[] bytes = new byte[1 << 12];
    private int size;
    private int rows;
    private int column;

    Lines(String table, String columns) {
        this.table = table;
        this.columns = columns;
        this.width = columns.split(",").length;
    }

    String table() {
        return table;
    }

    String copyStatement() {
        return "copy " + table + " (" + columns + ") from stdin";
    }

    byte[] bytes() {
        return bytes;
    }

    int size() {
        return size;
    }

    int rows() {
        return rows;
    }

    void clear() {
        size = 0;
        rows = 0;
    }

    Lines text(@Nullable String value) {
        return raw(value == null ? NONE : escaped(value));
    }

    Lines none() {
        return raw(NONE);
    }

    Lines of(long value) {
        return raw(Long.toString(value).getBytes(StandardCharsets.ISO_8859_1));
    }

    Lines of(boolean value) {
        return raw(new byte[] {(byte) (value ? 't' : 'f')});
    }

    Lines of(@Nullable UUID value) {
        return raw(value == null ? NONE : value.toString().getBytes(StandardCharsets.ISO_8859_1));
    }

    /** A moment, in seconds; none when it is negative. */
    Lines at(long second) {
        return raw(second < 0 ? NONE : Instant.ofEpochSecond(second).toString().getBytes(StandardCharsets.ISO_8859_1));
    }

    Lines day(long day) {
        return raw(LocalDate.ofEpochDay(day).toString().getBytes(StandardCharsets.ISO_8859_1));
    }

    Lines list(List<String> values) {
        return text(values.stream()
                .map(value -> '"' + value.replace("\\", "\\\\").replace("\"", "\\\"") + '"')
                .collect(Collectors.joining(",", "{", "}")));
    }

    /** What is escaped already; the last column ends the row. */
    Lines raw(byte[] value) {
        if (column > 0) {
            put((byte) '\t');
        }
        put(value);
        column++;
        if (column == width) {
            put((byte) '\n');
            column = 0;
            rows++;
        }
        return this;
    }

    /** As {@link #raw} takes it. */
    static byte[] escaped(String text) {
        return text.replace("\\", "\\\\")
                .replace("\t", "\\t")
                .replace("\n", "\\n")
                .replace("\r", "\\r")
                .getBytes(StandardCharsets.UTF_8);
    }

    private void put(byte value) {
        grow(1);
        bytes[size++] = value;
    }

    private void put(byte[] value) {
        grow(value.length);
        System.arraycopy(value, 0, bytes, size, value.length);
        size += value.length;
    }

    private void grow(int more) {
        if (size + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(size + more, bytes.length * 2));
        }
    }
}
