package eu.includeu.academy.demo;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Rows of one table, in the text form in which PostgreSQL copies them in. */
final class Rows {

    private final String table;
    private final String columns;
    private final int width;
    private final List<String> lines = new ArrayList<>();

    /** @param columns as SQL lists them, with commas */
    Rows(String table, String columns) {
        this.table = table;
        this.columns = columns;
        this.width = columns.split(",").length;
    }

    void add(@Nullable Object... values) {
        if (values.length != width) {
            throw new IllegalArgumentException(table + " has " + width + " columns: " + columns);
        }
        lines.add(Arrays.stream(values).map(Rows::text).collect(Collectors.joining("\t")));
    }

    String table() {
        return table;
    }

    List<String> lines() {
        return Collections.unmodifiableList(lines);
    }

    String copyStatement() {
        return "copy " + table + " (" + columns + ") from stdin";
    }

    String copyText() {
        return lines.stream().collect(Collectors.joining("\n", "", lines.isEmpty() ? "" : "\n"));
    }

    private static String text(@Nullable Object value) {
        if (value == null) {
            return "\\N";
        }
        if (value instanceof LocalDate day) {
            return day.toString();
        }
        return escaped(value instanceof List<?> list ? array(list) : value.toString());
    }

    private static String array(List<?> values) {
        return values.stream()
                .map(value -> '"' + value.toString().replace("\\", "\\\\").replace("\"", "\\\"") + '"')
                .collect(Collectors.joining(",", "{", "}"));
    }

    private static String escaped(String text) {
        return text.replace("\\", "\\\\")
                .replace("\t", "\\t")
                .replace("\n", "\\n")
                .replace("\r", "\\r");
    }
}
