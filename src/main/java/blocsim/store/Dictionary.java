package blocsim.store;

import blocsim.input.JsonText;
import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/** What stands in each column of the table of runs, for people and for programs that read the table. */
public final class Dictionary {
    /**
     * A column.
     *
     * @param type integer, number, text, date or timestamp
     * @param kind key, state, factor, output or timing
     * @param unit may be empty
     */
    private record Entry(String name, String type, String kind, String unit, String meaning) {}

    private final String study;
    private final List<Entry> entries = new ArrayList<>();

    /**
     * The dictionary of a study.
     *
     * @param study its name
     * @param columns its own columns: factors, then outputs
     */
    public Dictionary(String study, List<Column> columns) {
        this.study = study;
        add("design_point", "integer", "key", "", "the number of the design point, from 0");
        add(
                "replicate",
                "integer",
                "key",
                "",
                "the number of the replicate, from 0; the same luck at every design point");
        add("seed", "integer", "key", "", "the master seed, which with the replicate gives all luck");
        add("status", "text", "state", "", "ok, or failed: then outputs are missing");
        for (var column : columns) {
            add(
                    column.name(),
                    switch (column.type()) {
                        case WHOLE -> "integer";
                        case NUMBER -> "number";
                        case TEXT -> "text";
                        case DATE -> "date";
                    },
                    column.factor() ? "factor" : "output",
                    column.unit(),
                    column.meaning());
        }
        add("cause", "text", "state", "", "why the run failed; missing if it did not");
        add("rerun", "text", "state", "", "the command that runs it again alone");
        add("started", "timestamp", "timing", "UTC", "when it began");
        add("finished", "timestamp", "timing", "UTC", "when it ended");
        add("duration_ms", "number", "timing", "milliseconds", "how long it took");
    }

    private void add(String name, String type, String kind, String unit, String meaning) {
        entries.add(new Entry(name, type, kind, unit, meaning));
    }

    /** A line a column, as CSV with a header. */
    public String csv() {
        var text = new StringWriter();
        // What is written reaches the text once the writer is closed.
        try (var csv = CsvWriter.builder().build(text)) {
            csv.writeRecord("column", "type", "kind", "unit", "meaning");
            entries.forEach(
                    entry -> csv.writeRecord(entry.name(), entry.type(), entry.kind(), entry.unit(), entry.meaning()));
        } catch (IOException impossible) {
            throw new UncheckedIOException("a text in memory takes everything", impossible);
        }
        return text.toString();
    }

    /** The same of {@code runs.csv} as a Data Package, which says that an empty field is a missing value. */
    public String dataPackage() {
        var fields = entries.stream().map(Dictionary::field).toList();
        var runs = new DataPackage.Table(Derived.CSV, "a run", fields, List.of("design_point", "replicate"));
        return JsonText.write(DataPackage.of(study, "", List.of(runs)));
    }

    private static DataPackage.Field field(Entry entry) {
        String type = switch (entry.type()) {
            case "text" -> "string";
            case "timestamp" -> "datetime";
            default -> entry.type();
        };
        return new DataPackage.Field(entry.name(), type, entry.meaning(), entry.unit());
    }
}
