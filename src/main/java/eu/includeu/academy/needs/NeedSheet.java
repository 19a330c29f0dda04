package eu.includeu.academy.needs;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import eu.includeu.academy.authorities.Authority;
import eu.includeu.academy.capacity.Terms;
import eu.includeu.academy.competencies.Competencies;
import eu.includeu.academy.platform.Languages;
import eu.includeu.academy.platform.Problem;
import eu.includeu.academy.platform.Refused;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Needs that a region has collected in a table: each line read for itself, with everything that is wrong in it, so that
 * the whole file can be mended at once.
 *
 * @param lines in the order of the file, the heading left out
 */
public record NeedSheet(List<Line> lines) {

    /** What can stand in the heading, in the order of the template; the first three, the people and the day must. */
    public enum Column {
        AUTHORITY,
        COMPETENCY,
        TARGET,
        STAFF,
        DEADLINE,
        CURRENT,
        LANGUAGES,
        WEIGHT,
        REASON;

        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }

        public boolean required() {
            return ordinal() < CURRENT.ordinal();
        }
    }

    /**
     * One line of the file.
     *
     * @param number as a spreadsheet counts, the heading being line 1
     * @param cells as they were written, by column
     * @param authority whose need it is, if that could be made out
     * @param terms what it asks for, if it could be read
     * @param problems everything that is wrong; none in a good line
     */
    public record Line(
            int number,
            Map<Column, String> cells,
            @Nullable Authority authority,
            @Nullable Terms terms,
            List<Problem> problems) {

        public Line {
            cells = Map.copyOf(cells);
            problems = List.copyOf(problems);
        }

        public boolean good() {
            return problems.isEmpty();
        }

        /** What stands in a cell, nothing when it is empty. */
        public String cell(String column) {
            return cells.getOrDefault(Column.valueOf(column.toUpperCase(Locale.ROOT)), "");
        }

        Line with(List<Problem> more) {
            return new Line(
                    number,
                    cells,
                    authority,
                    terms,
                    Stream.concat(problems.stream(), more.stream()).toList());
        }
    }

    /** A file holds so many lines at most, and none of them a longer cell. */
    static final int MOST_LINES = 5_000;

    static final int LONGEST_CELL = 4_000;

    private static final Pattern DAY_FIRST = Pattern.compile("(\\d{1,2})[./-](\\d{1,2})[./-](\\d{4})");

    private static final Pattern NOT_TEXT = Pattern.compile("[\\p{Cntrl}&&[^\\r\\n\\t]]");

    /** What a form says of a field has other words where a cell is meant. */
    private static final Map<String, String> WORDS = Map.of(
            "need.competency.missing", "import.competency",
            "need.deadline.missing", "import.deadline",
            "need.weight.missing", "import.weight",
            "need.languages.missing", "import.languages",
            "need.current.range", "import.current",
            "need.target.range", "import.target");

    public NeedSheet {
        lines = List.copyOf(lines);
    }

    /** Reads a file; refuses it whole only when it is no such table at all. */
    static NeedSheet read(String text, List<Authority> houses, Competencies competencies, LocalDate today) {
        var records = records(text);
        Refused.when(records.isEmpty(), "import.empty");
        var heading = heading(records.get(0));
        Refused.when(records.size() == 1, "import.empty");
        var reader = new Reader(names(houses), houses, competencies, today);
        var lines = new ArrayList<Line>();
        var seen = new HashMap<String, Integer>();
        for (var row : records.subList(1, records.size())) {
            var cells = cells(heading, row);
            if (cells.values().stream().anyMatch(cell -> !cell.isBlank())) {
                lines.add(once(reader.line((int) row.getStartingLineNumber(), cells), seen));
            }
        }
        Refused.when(lines.isEmpty(), "import.empty");
        return new NeedSheet(lines);
    }

    public List<Line> good() {
        return lines.stream().filter(Line::good).toList();
    }

    public List<Line> bad() {
        return lines.stream().filter(line -> !line.good()).toList();
    }

    /** With what came to light only afterwards, by the number of the line. */
    NeedSheet with(Map<Integer, List<Problem>> more) {
        return new NeedSheet(lines.stream()
                .map(line -> line.with(more.getOrDefault(line.number(), List.of())))
                .toList());
    }

    private static List<CsvRecord> records(String text) {
        var clean = text.startsWith("\uFEFF") ? text.substring(1) : text;
        var records = new ArrayList<CsvRecord>();
        try (var csv = CsvReader.builder()
                .fieldSeparator(separator(clean))
                .allowExtraFields(true)
                .allowMissingFields(true)
                .allowUnclosedQuote(false)
                .maxBufferSize(64 * 1024)
                .ofCsvRecord(clean)) {
            for (var row : csv) {
                Refused.when(records.size() > MOST_LINES, "import.long", MOST_LINES);
                records.add(row);
            }
        } catch (CsvParseException | java.io.IOException broken) {
            throw new Refused("import.broken", records.size() + 1);
        }
        return records;
    }

    /** Spreadsheets write commas, semicolons or tabs, as the country is; the heading tells. */
    private static char separator(String text) {
        var heading = text.lines().findFirst().orElse("");
        return heading.indexOf(';') >= 0 ? ';' : heading.indexOf('\t') >= 0 ? '\t' : ',';
    }

    private static List<Column> heading(CsvRecord row) {
        var known = Stream.of(Column.values()).collect(Collectors.toMap(Column::key, column -> column));
        var heading = new ArrayList<Column>();
        var checks = Refused.checks();
        for (var cell : row.getFields()) {
            var key = cell.strip().toLowerCase(Locale.ROOT);
            var column = known.get(key);
            checks.when(column == null && !key.isEmpty(), "file", "import.column.unknown", shown(cell));
            checks.when(column != null && heading.contains(column), "file", "import.column.twice", key);
            heading.add(column == null ? null : column);
        }
        Stream.of(Column.values())
                .filter(column -> column.required() && !heading.contains(column))
                .forEach(column -> checks.when(true, "file", "import.column.missing", column.key()));
        checks.done();
        return heading;
    }

    private static Map<Column, String> cells(List<Column> heading, CsvRecord row) {
        var cells = new HashMap<Column, String>();
        for (var at = 0; at < Math.min(heading.size(), row.getFieldCount()); at++) {
            if (heading.get(at) != null) {
                cells.put(heading.get(at), row.getField(at).strip());
            }
        }
        return cells;
    }

    /** A need asked for twice in one file is a slip, and nobody could say which of the two is meant. */
    private static Line once(Line line, Map<String, Integer> seen) {
        var authority = line.authority();
        var terms = line.terms();
        if (authority == null || terms == null) {
            return line;
        }
        var key = authority.id() + " " + terms.competency() + " " + terms.target();
        var before = seen.putIfAbsent(key, line.number());
        return before == null ? line : line.with(List.of(Problem.of("competency", "import.twice", before)));
    }

    /** Every name by which an authority may be called, in lower case; one that two share calls neither. */
    private static Map<String, Set<Authority>> names(List<Authority> houses) {
        var names = new HashMap<String, Set<Authority>>();
        for (var house : houses) {
            Stream.of(house.id().toString(), house.name(), house.nameLatin() == null ? house.name() : house.nameLatin())
                    .map(NeedSheet::folded)
                    .forEach(name ->
                            names.computeIfAbsent(name, none -> new HashSet<>()).add(house));
        }
        return names;
    }

    private static String folded(String name) {
        return name.strip().replaceAll("\\s+", " ").replace('’', '\'').toLowerCase(Locale.ROOT);
    }

    /** A cell in a message: not too much of it. */
    private static String shown(String cell) {
        var text = NOT_TEXT.matcher(cell.strip()).replaceAll("");
        return text.length() <= 60 ? text : text.substring(0, 60) + "…";
    }

    /** Reads lines, one at a time. */
    private record Reader(
            Map<String, Set<Authority>> names, List<Authority> houses, Competencies competencies, LocalDate today) {

        Line line(int number, Map<Column, String> cells) {
            var problems = new ArrayList<Problem>();
            cells.forEach((column, cell) -> {
                if (cell.length() > LONGEST_CELL || NOT_TEXT.matcher(cell).find()) {
                    problems.add(Problem.of(column.key(), "import.cell", LONGEST_CELL));
                }
            });
            if (!problems.isEmpty()) {
                return new Line(number, Map.of(), null, null, problems);
            }
            var found = names.getOrDefault(folded(cells.getOrDefault(Column.AUTHORITY, "")), Set.of());
            var house = found.size() == 1 ? found.iterator().next() : null;
            if (house == null) {
                problems.add(Problem.of(
                        "authority",
                        found.isEmpty() ? "import.authority" : "import.authority.two",
                        shown(cells.getOrDefault(Column.AUTHORITY, ""))));
            }
            var unknown = unknownLanguages(cells);
            if (!unknown.isEmpty()) {
                problems.add(Problem.of("languages", "import.languages", String.join(", ", unknown)));
            }
            return terms(number, cells, house, problems);
        }

        private Line terms(int number, Map<Column, String> cells, @Nullable Authority house, List<Problem> problems) {
            var stand = house == null ? houses.get(0) : house;
            var form = new NeedForm(
                    stand.id().toString(),
                    cells.getOrDefault(Column.COMPETENCY, "").toUpperCase(Locale.ROOT),
                    orElse(cells, Column.CURRENT, "0"),
                    cells.get(Column.TARGET),
                    cells.get(Column.STAFF),
                    day(cells.getOrDefault(Column.DEADLINE, "")),
                    languages(cells, stand),
                    weight(orElse(cells, Column.WEIGHT, Terms.Weight.MEDIUM.key())),
                    cells.get(Column.REASON),
                    null,
                    null);
            try {
                var read = form.read(List.of(stand), competencies, today);
                return new Line(number, cells, house, read.terms(), problems);
            } catch (Refused refused) {
                refused.problems().stream()
                        .filter(problem -> !("languages".equals(problem.field()) && named(problems, "languages")))
                        .map(problem -> reworded(problem, cells))
                        .forEach(problems::add);
                return new Line(number, cells, house, null, problems);
            }
        }

        private static boolean named(List<Problem> problems, String field) {
            return problems.stream().anyMatch(problem -> field.equals(problem.field()));
        }

        private static Problem reworded(Problem problem, Map<Column, String> cells) {
            var code = WORDS.get(problem.code());
            if (code == null) {
                return problem;
            }
            var field = String.valueOf(problem.field());
            var cell = cells.getOrDefault(Column.valueOf(field.toUpperCase(Locale.ROOT)), "");
            return Problem.of(field, code, shown(cell));
        }

        private static String orElse(Map<Column, String> cells, Column column, String usual) {
            var cell = cells.getOrDefault(column, "");
            return cell.isBlank() ? usual : cell;
        }

        /** A weight as a word, or as the number it counts. */
        private static String weight(String cell) {
            return Stream.of(Terms.Weight.values())
                    .filter(weight -> String.valueOf(weight.value()).equals(cell))
                    .map(Terms.Weight::key)
                    .findFirst()
                    .orElse(cell.toLowerCase(Locale.ROOT));
        }

        /** Spreadsheets turn days round when they save them; the day comes first then, as in every country of the programme. */
        private static String day(String cell) {
            var turned = DAY_FIRST.matcher(cell);
            return turned.matches()
                    ? "%s-%02d-%02d"
                            .formatted(
                                    turned.group(3), Integer.valueOf(turned.group(2)), Integer.valueOf(turned.group(1)))
                    : cell;
        }

        private static List<String> languages(Map<Column, String> cells, Authority house) {
            var named = tags(cells);
            return named.isEmpty()
                    ? house.languages().stream().filter(Languages::known).toList()
                    : named;
        }

        private static List<String> unknownLanguages(Map<Column, String> cells) {
            return tags(cells).stream()
                    .filter(tag -> !Languages.known(tag))
                    .map(NeedSheet::shown)
                    .toList();
        }

        private static List<String> tags(Map<Column, String> cells) {
            return Stream.of(cells.getOrDefault(Column.LANGUAGES, "").split("[\\s,;/|]+"))
                    .filter(tag -> !tag.isBlank())
                    .map(tag -> tag.toLowerCase(Locale.ROOT))
                    .toList();
        }
    }
}
