package blocsim.store;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The data dictionary of a folder, as a Data Package with a Table Schema for each table (frictionlessdata.io specifications 1). */
public final class DataPackage {
    /**
     * A column.
     *
     * @param type a type of Table Schema
     * @param unit may be empty
     */
    public record Field(String name, String type, String meaning, String unit) {}

    /**
     * A table.
     *
     * @param file its name, which ends in {@code .csv}
     * @param row what a row is
     * @param key names of the columns that tell a row from any other; empty if that is not said
     */
    public record Table(String file, String row, List<Field> fields, List<String> key) {
        /** Copies the lists. */
        public Table {
            fields = List.copyOf(fields);
            key = List.copyOf(key);
        }
    }

    private DataPackage() {}

    /**
     * The dictionary of some tables, as JSON has it. Of a table with a key it is said that an empty field is a missing value.
     *
     * @param title one line; empty for none
     */
    public static Map<String, Object> of(String name, String title, List<Table> tables) {
        var dictionary = new LinkedHashMap<String, Object>();
        dictionary.put("name", name);
        if (!title.isEmpty()) {
            dictionary.put("title", title);
        }
        dictionary.put("resources", tables.stream().map(DataPackage::resource).toList());
        return dictionary;
    }

    private static Map<String, Object> resource(Table table) {
        var schema = new LinkedHashMap<String, Object>();
        schema.put("fields", table.fields().stream().map(DataPackage::field).toList());
        if (!table.key().isEmpty()) {
            schema.put("primaryKey", table.key());
            schema.put("missingValues", List.of(""));
        }
        var resource = new LinkedHashMap<String, Object>();
        resource.put("name", table.file().replace(".csv", ""));
        resource.put("path", table.file());
        resource.put("format", "csv");
        resource.put("mediatype", "text/csv");
        resource.put("encoding", "utf-8");
        resource.put("description", "A row is " + table.row() + ".");
        resource.put("schema", schema);
        return resource;
    }

    private static Map<String, Object> field(Field column) {
        var field = new LinkedHashMap<String, Object>();
        field.put("name", column.name());
        field.put("type", column.type());
        field.put("description", column.meaning());
        if (!column.unit().isEmpty()) {
            field.put("unit", column.unit());
        }
        return field;
    }
}
