package blocsim.report;

import blocsim.store.DataPackage;
import java.util.List;
import java.util.Map;

/**
 * A table of results: its file, what a row is, and what each column means. The data dictionary is made of these.
 *
 * @param file its name in the folder of results
 * @param row what one row says
 * @param columns its columns in order
 */
public record ResultTable(String file, String row, List<Column> columns) {
    /**
     * A column.
     *
     * @param name as in the header
     * @param type {@code string}, {@code integer}, {@code number}, {@code date} or {@code boolean}, as in the Table Schema
     * @param meaning with unit and range
     */
    public record Column(String name, String type, String meaning) {}

    /** Copies the list. */
    public ResultTable {
        columns = List.copyOf(columns);
    }

    /** The data dictionary of some tables, as JSON has it. */
    static Map<String, Object> dictionary(String name, String title, List<ResultTable> tables) {
        return DataPackage.of(
                name, title, tables.stream().map(ResultTable::described).toList());
    }

    private DataPackage.Table described() {
        var fields = columns.stream()
                .map(column -> new DataPackage.Field(column.name(), column.type(), column.meaning(), ""))
                .toList();
        return new DataPackage.Table(file, row, fields, List.of());
    }

    /** The header. */
    public List<String> header() {
        return columns.stream().map(Column::name).toList();
    }
}
