package blocsim.panel;

import static org.junit.jupiter.api.Assertions.assertEquals;

import blocsim.input.InputProblem;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RowsTest {
    private static final List<String> COLUMNS = List.of("a", "b");

    private final List<InputProblem> problems = new ArrayList<>();

    private List<String> shipped(String text) throws IOException {
        var fields = new ArrayList<String>();
        InputStream in = new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
        Rows.shipped("t", in, COLUMNS, problems, row -> fields.add(row.text("a") + "|" + row.text("b")));
        return fields;
    }

    @Test
    void quotesCommasAndLinesWithinAFieldAreItsText() throws Exception {
        assertEquals(
                List.of("x, y|say \"so\"", "two\nlines|Côte", "|"),
                shipped("a,b\n\"x, y\",\"say \"\"so\"\"\"\n\"two\nlines\",Côte\n,\n"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"b,a\n", "a\n", "a,b\n1\n", "a,b\n1,2,3\n"})
    void aTableThatDoesNotFitIsAProblem(String text) throws Exception {
        shipped(text);
        assertEquals(1, problems.size());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "states",
                "standings",
                "requests",
                "decisions",
                "rules",
                "alliances",
                "tables",
                "sanctions_by_hand",
                "diplomatic_absences"
            })
    void shippedTablesReadAsTheLibraryReadsThem(String table) throws Exception {
        List<String> header;
        try (InputStream in = Tables.bundled().open(table)) {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            header = List.of(text.substring(0, text.indexOf('\n')).split(",", -1));
        }
        var ours = new ArrayList<String>();
        var theirs = new ArrayList<String>();
        Rows.shipped(
                table,
                Tables.bundled().open(table),
                header,
                problems,
                row -> header.forEach(column -> ours.add(row.text(column))));
        Rows.read(
                table,
                Tables.bundled().open(table),
                header,
                false,
                code -> true,
                problems,
                row -> header.forEach(column -> theirs.add(row.text(column))));
        assertEquals(theirs, ours);
    }
}
