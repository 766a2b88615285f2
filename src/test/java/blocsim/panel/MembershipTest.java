package blocsim.panel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import blocsim.input.InputException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MembershipTest {
    private static final String HEADER = "year,igo,iso3,status\n";
    private static final String GOOD = HEADER + "2000,AU,DZA,1\n2001,AU,DZA,2\n2001,AU,EGY,3\n2001,AU,LBY,-9\n";
    private static final List<Membership> ROWS = List.of(
            new Membership(2000, "AU", "DZA", Membership.Level.FULL),
            new Membership(2001, "AU", "DZA", Membership.Level.ASSOCIATE),
            new Membership(2001, "AU", "EGY", Membership.Level.OBSERVER),
            new Membership(2001, "AU", "LBY", Membership.Level.UNKNOWN));

    @TempDir
    private Path folder;

    private Path file(String text) throws IOException {
        return Files.writeString(folder.resolve("m.csv"), text);
    }

    private List<String> problems(Path file) {
        return assertThrows(InputException.class, () -> Membership.read(file, Panel.bundled())).problems().stream()
                .map(problem -> problem.toString().replace(folder + "/", ""))
                .toList();
    }

    @Test
    void aPlainFileIsReadRowByRow() throws Exception {
        assertEquals(ROWS, Membership.read(file(GOOD), Panel.bundled()));
    }

    @Test
    void aPackedFileIsReadWhateverItsName() throws Exception {
        Path packed = folder.resolve("packed.dat");
        try (var out = new GZIPOutputStream(Files.newOutputStream(packed))) {
            out.write(GOOD.getBytes(StandardCharsets.UTF_8));
        }
        assertEquals(ROWS, Membership.read(packed, Panel.bundled()));
    }

    @Test
    void everyProblemIsNamedAtOnceWithItsLine() throws Exception {
        var text = HEADER + "2000,AU,DZA,1\n20x1,AU,EGY,1\n2001,african union,EGY,1\n2001,AU,EGX,1\n2001,AU,LBY,7\n"
                + "2000,AU,DZA,2\n";
        assertEquals(
                List.of(
                        "m.csv:3 year: \"20x1\" is not a year; give a year from 1800 to 2100.",
                        "m.csv:4 igo: \"african union\" is not a code; write a capital letter, then letters, digits or"
                                + " hyphens, at most 16.",
                        "m.csv:5 iso3: no state has the code \"EGX\"; did you mean \"EGY\"? Codes are ISO 3166-1 alpha-3,"
                                + " Kosovo XKX.",
                        "m.csv:6 status: \"7\" is no status; give 1 (full), 2 (associate), 3 (observer) or -9 (not known),"
                                + " and no row for who does not belong.",
                        "m.csv:7 year: line 2 already gives AU DZA 2000; keep one of the two."),
                problems(file(text)));
    }

    @Test
    void aYearWithoutRowsIsAProblem() throws Exception {
        assertEquals(
                List.of(
                        "m.csv: no row is of the years [2001, 2002]; give every year from the first to the last, or cut the"
                                + " file."),
                problems(file(HEADER + "2000,AU,DZA,1\n2003,AU,DZA,1\n")));
    }

    @Test
    void aMissingColumnIsAProblem() throws Exception {
        assertEquals(
                List.of("m.csv:1 status: the column is missing; the header is year,igo,iso3,status."),
                problems(file("year,igo,iso3\n2000,AU,DZA\n")));
    }

    @Test
    void aFileThatIsCutShortIsAProblem() throws Exception {
        Path packed = folder.resolve("m.csv");
        try (var out = new GZIPOutputStream(Files.newOutputStream(packed))) {
            out.write(GOOD.getBytes(StandardCharsets.UTF_8));
        }
        byte[] bytes = Files.readAllBytes(packed);
        Files.write(packed, java.util.Arrays.copyOf(bytes, bytes.length - 12));
        assertEquals(1, problems(packed).size());
    }

    @Test
    void aFileThatIsNotThereIsAProblem() {
        assertEquals(
                List.of("m.csv: there is no such file; name a CSV file with the columns year,igo,iso3,status."),
                problems(folder.resolve("m.csv")));
    }
}
