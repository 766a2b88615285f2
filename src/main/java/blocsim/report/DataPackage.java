package blocsim.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The data dictionary of a folder, as a Data Package with a Table Schema for each table (frictionlessdata.io specifications 1). */
final class DataPackage {
    private DataPackage() {}

    /** The dictionary of some tables, as JSON has it. */
    static Map<String, Object> of(String name, String title, List<ResultTable> tables) {
        var resources = new ArrayList<Map<String, Object>>();
        for (var table : tables) {
            var fields = new ArrayList<Map<String, Object>>();
            for (var column : table.columns()) {
                var field = new LinkedHashMap<String, Object>();
                field.put("name", column.name());
                field.put("type", column.type());
                field.put("description", column.meaning());
                fields.add(field);
            }
            var resource = new LinkedHashMap<String, Object>();
            resource.put("name", table.file().replace(".csv", ""));
            resource.put("path", table.file());
            resource.put("format", "csv");
            resource.put("mediatype", "text/csv");
            resource.put("encoding", "utf-8");
            resource.put("description", "A row is " + table.row() + ".");
            resource.put("schema", Map.of("fields", fields));
            resources.add(resource);
        }
        var dictionary = new LinkedHashMap<String, Object>();
        dictionary.put("name", name);
        dictionary.put("title", title);
        dictionary.put("resources", resources);
        return dictionary;
    }
}
