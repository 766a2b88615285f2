package blocsim.panel;

/**
 * What a table of the panel is, where it comes from and on what terms.
 *
 * @param table name of the table, that of its file without the ending
 * @param shipped whether the table stands in the project; false where its terms or its gaps keep it out
 * @param title what it holds
 * @param unit unit of its figures
 * @param firstYear first year with a figure; 0 where years mean nothing
 * @param lastYear last year with a figure; 0 where years mean nothing
 * @param citation the work to cite
 * @param doi a stable identifier of the work; empty where none is known
 * @param licence terms of the source, by SPDX name where there is one
 * @param licenceNote what the terms ask for
 * @param derived how the table was derived from the source
 */
public record TableInfo(
        String table,
        boolean shipped,
        String title,
        String unit,
        int firstYear,
        int lastYear,
        String citation,
        String doi,
        String licence,
        String licenceNote,
        String derived)
        implements Keyed {
    static final String[] COLUMNS = {
        "table",
        "shipped",
        "title",
        "unit",
        "first_year",
        "last_year",
        "citation",
        "doi",
        "licence",
        "licence_note",
        "derived_how"
    };

    @Override
    public String key() {
        return table;
    }

    static TableInfo of(Row row) {
        return new TableInfo(
                row.code("table"),
                row.flag("shipped"),
                row.text("title"),
                row.text("unit"),
                row.yearIfAny("first_year"),
                row.yearIfAny("last_year"),
                row.text("citation"),
                row.text("doi"),
                row.text("licence"),
                row.text("licence_note"),
                row.text("derived_how"));
    }
}
