package dev.vitrine.catalog.file;

import dev.vitrine.catalog.field.BadField;
import dev.vitrine.catalog.field.FieldType;
import dev.vitrine.catalog.model.MaterialFields;
import dev.vitrine.catalog.model.NearestName;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;

/**
 * The columns and rows of a data file. Column names are those of the header line in any letter case; a column whose name
 * begins with a dot is nobody's business, and an unknown one is a warning.
 */
final class DataTable {
    /** Of a column's values so many are shared by the records that repeat them: most columns hold few different ones. */
    private static final int MOST_SHARED = 1024;

    private final Map<String, Map<String, Optional<?>>> shared = new HashMap<>();
    private final Map<String, Integer> columns = new HashMap<>();
    private final List<DataFile.Line> lines;
    private final ProblemLog.FileProblems problems;

    /** A table of these lines, the first of which is the header. */
    DataTable(List<DataFile.Line> lines, List<String> known, ProblemLog.FileProblems problems) {
        this.lines = lines;
        this.problems = problems;
        if (!lines.isEmpty()) {
            readHeader(lines.get(0), known);
        }
    }

    /**
     * Makes a record of every row that has a key. Of rows with the same key the later one counts.
     *
     * @param key the column with the key
     */
    <R> Map<String, R> records(String key, BiFunction<String, Row, R> reader) {
        Map<String, R> records = new LinkedHashMap<>();
        if (!requires(key)) {
            return records;
        }
        for (DataFile.Line line : lines.subList(1, lines.size())) {
            Row row = new Row(line);
            Optional<String> id = row.text(key);
            if (id.isEmpty()) {
                problems.warning(line.number(), "has no " + key + " and is ignored");
                continue;
            }
            if (records.put(id.get(), reader.apply(id.get(), row)) != null) {
                problems.warning(line.number(), "defines '" + id.get() + "' again; this record counts");
            }
        }
        return records;
    }

    /** Whether there is this column, without which the file means nothing: an error if not. */
    boolean requires(String column) {
        boolean there = columns.containsKey(column.toLowerCase(Locale.ROOT));
        if (!there) {
            problems.error(1, "has no column " + column + "; its header line must name one");
        }
        return there;
    }

    /** Hands over every row that has a key, which need not be the only one of that key. */
    void forEach(String key, BiConsumer<String, Row> reader) {
        for (DataFile.Line line : lines.isEmpty() ? lines : lines.subList(1, lines.size())) {
            Row row = new Row(line);
            row.text(key).ifPresentOrElse(name -> reader.accept(name, row), () -> row.warn("has no " + key));
        }
    }

    private void readHeader(DataFile.Line header, List<String> known) {
        for (int i = 0; i < header.cells().size(); i++) {
            String written = header.cells().get(i);
            if (written.isEmpty()) {
                problems.warning(header.number(), "column " + (i + 1) + " has no name and is ignored");
            } else if (!written.startsWith(".")) {
                column(written, i, header.number(), known);
            }
        }
    }

    private void column(String written, int index, int line, List<String> known) {
        String name = written.toLowerCase(Locale.ROOT);
        if (known.stream().noneMatch(written::equalsIgnoreCase)) {
            String hint = NearestName.of(written, known)
                    .map(n -> "; did you mean " + n + "?")
                    .orElse("");
            problems.warning(line, "the column " + written + " is not known and is ignored" + hint);
        } else if (columns.putIfAbsent(name, index) != null) {
            problems.error(line, "names the column " + written + " twice; the first one is read");
        }
    }

    /** One record. */
    final class Row implements MaterialFields.Fields {
        private final DataFile.Line line;

        private Row(DataFile.Line line) {
            this.line = line;
            List<String> cells = line.cells();
            int width = lines.get(0).cells().size();
            if (cells.size() > width
                    && cells.subList(width, cells.size()).stream().anyMatch(c -> !c.isEmpty())) {
                problems.warning(line.number(), "has more fields than the header line; the rest is ignored");
            }
        }

        /** The field's text; absent where it is empty. */
        @Override
        public Optional<String> text(String column) {
            Integer index = columns.get(column.toLowerCase(Locale.ROOT));
            if (index == null || index >= line.cells().size()) {
                return Optional.empty();
            }
            String cell = line.cells().get(index);
            return cell.isEmpty() ? Optional.empty() : Optional.of(cell);
        }

        /** The same, for a field whose text many records have in common. */
        Optional<String> sharedText(String column) {
            return find(column, Optional::of);
        }

        /** The field's value; absent where it is empty or, with a warning, where it is no value of its type. */
        @Override
        public <T> Optional<T> find(String column, FieldType<T> type) {
            Optional<String> text = text(column);
            if (text.isEmpty()) {
                return Optional.empty();
            }
            Map<String, Optional<?>> known = shared.computeIfAbsent(column, c -> new HashMap<>());
            Optional<?> before = known.get(text.get());
            if (before != null) {
                @SuppressWarnings("unchecked") // a column is of one type
                Optional<T> same = (Optional<T>) before;
                return same;
            }
            try {
                Optional<T> value = type.read(text.get());
                if (known.size() < MOST_SHARED) {
                    known.put(text.get(), value);
                }
                return value;
            } catch (BadField e) {
                warn(column + " '" + text.get() + "' is ignored: expected " + e.expected());
                return Optional.empty();
            }
        }

        void warn(String message) {
            problems.warning(line.number(), message);
        }
    }
}
