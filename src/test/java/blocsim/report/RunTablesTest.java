package blocsim.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import blocsim.experiment.Dates;
import blocsim.experiment.Findings;
import blocsim.experiment.Prepared;
import blocsim.history.Step;
import blocsim.stats.Interval;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The tables of a few replicates of the bundled scenario. */
class RunTablesTest {
    private static final int REPLICATES = 4;
    private static final List<String> FILES =
            List.of("transitions.csv", "requests.csv", "objections.csv", "summary.csv", "dates.csv", "decisions.csv");

    @TempDir
    private static Path home;

    private static Prepared prepared = ready();

    private static Prepared ready() {
        try {
            return Prepared.read(Path.of("scenarios", "belarus-sco.json"), List.of());
        } catch (blocsim.input.InputException e) {
            throw new IllegalStateException(e);
        }
    }

    @BeforeAll
    static void write() throws IOException {
        write("one", 1);
        write("two", 2);
    }

    private static void write(String name, int threads) throws IOException {
        var findings = Findings.of(prepared, List.of(), 5, REPLICATES, threads, () -> {});
        var made = new RunResults.Circumstances("1", "command", threads, "2026-01-01T00:00:00Z", 0);
        RunResults.write(findings, false, made, Files.createDirectories(home.resolve(name)));
    }

    /** /dev/full takes nothing, like a disk without room. */
    @Test
    @EnabledOnOs(OS.LINUX)
    void aFullDiskIsAnErrorOfTheDisk() throws IOException {
        var folder = Files.createDirectories(home.resolve("full"));
        Files.createSymbolicLink(folder.resolve("summary.csv"), Path.of("/dev/full"));
        var findings = Findings.of(prepared, List.of(), 5, 1, 1, () -> {});
        assertThrows(IOException.class, () -> new RunTables(folder).ensemble(findings.ensemble()));
    }

    private static List<CsvRecord> rows(String file) throws IOException {
        try (var csv = CsvReader.builder().ofCsvRecord(home.resolve("one").resolve(file))) {
            return csv.stream().toList();
        }
    }

    private static String header(String file) throws IOException {
        return String.join(",", rows(file).get(0).getFields());
    }

    @Test
    void transitionsHaveTheColumnsOthersHoldOnTo() throws IOException {
        assertEquals("replicate,date,bloc,state,from,to,cause", header("transitions.csv"));
    }

    @Test
    void theSummaryHasTheColumnsOthersHoldOnTo() throws IOException {
        assertEquals("date,bloc,state,status,probability,lower,upper", header("summary.csv"));
    }

    @Test
    void theProbabilitiesOfAStateOnADayAddUpToOne() throws IOException {
        var sums = rows("summary.csv").stream()
                .skip(1)
                .collect(Collectors.groupingBy(
                        row -> row.getField(0) + row.getField(1) + row.getField(2),
                        TreeMap::new,
                        Collectors.summingDouble(row -> Double.parseDouble(row.getField(4)))));
        assertEquals(35 * prepared.world().states().size(), sums.size());
        sums.forEach((key, sum) -> assertEquals(1, sum, 1e-9, key));
    }

    @Test
    void theSummaryCountsWhereTransitionsLead() throws IOException {
        var held = new TreeMap<String, String>();
        for (var row : rows("transitions.csv").stream().skip(1).toList()) {
            if (row.getField(3).equals("IND")) {
                held.put(row.getField(0), row.getField(5));
            }
        }
        long members = held.values().stream().filter("member"::equals).count();
        var last = rows("summary.csv").stream()
                .filter(row -> row.getField(0).equals("2035-12-31")
                        && row.getField(2).equals("IND")
                        && row.getField(3).equals("member"))
                .findFirst()
                .orElseThrow();
        assertEquals((double) members / REPLICATES, Double.parseDouble(last.getField(4)), 1e-6);
    }

    @Test
    void threadsChangeNoByteOfAnyTable() throws IOException {
        for (String file : FILES) {
            assertEquals(
                    -1,
                    Files.mismatch(
                            home.resolve("one").resolve(file),
                            home.resolve("two").resolve(file)),
                    file);
        }
    }

    @Test
    void threadsChangeNoByteOfAnyChart() throws IOException {
        try (var charts = Files.list(home.resolve("one").resolve("charts"))) {
            for (var chart :
                    charts.filter(path -> path.toString().endsWith(".svg")).toList()) {
                var other = home.resolve("two").resolve("charts").resolve(chart.getFileName());
                assertEquals(-1, Files.mismatch(chart, other), chart.toString());
            }
        }
    }

    @Test
    void linesEndAsRfc4180Says() throws IOException {
        String text = Files.readString(home.resolve("one").resolve("transitions.csv"));
        assertEquals(text.chars().filter(c -> c == '\n').count(), text.split("\r\n", -1).length - 1);
    }

    @Test
    void everyTransitionLiesWithinTheHorizonAndInTheOrderOfDays() throws IOException {
        var last = LocalDate.MIN;
        String replicate = "";
        for (var row : rows("transitions.csv").stream().skip(1).toList()) {
            var day = LocalDate.parse(row.getField(1));
            assertTrue(!row.getField(0).equals(replicate) || !day.isBefore(last), row.toString());
            assertTrue(day.getYear() >= 2001 && day.getYear() <= 2035, row.toString());
            replicate = row.getField(0);
            last = day;
        }
    }

    @Test
    void theDecisionsOfTheSampledReplicateEndAsItsTransitions() throws IOException {
        var entered = rows("decisions.csv").stream()
                .filter(row -> row.getField(11).equals("entered"))
                .map(row -> row.getField(1) + row.getField(3) + row.getField(5))
                .toList();
        var transitions = rows("transitions.csv").stream()
                .filter(row -> row.getField(0).equals("0") && row.getField(6).equals("entered"))
                .map(row -> row.getField(1) + row.getField(3) + row.getField(5))
                .toList();
        assertEquals(transitions, entered);
    }

    @Test
    void everyRowOfDecisionsIsAsWideAsItsHeader() throws IOException {
        int width = rows("decisions.csv").get(0).getFieldCount();
        assertTrue(rows("decisions.csv").stream().allMatch(row -> row.getFieldCount() == width));
    }

    @Test
    void datesThatTheFitKnewAreInSample() throws IOException {
        var step = new Step("SCO", "IND", "member", Step.Kind.ENTERED, LocalDate.of(2017, 6, 9));
        var one = new Dates(step, null, null, null, new Interval(.5, .4, .6), new Interval(.5, .4, .6));
        for (var last : List.of("2017-06-09", "2017-06-08")) {
            var folder = Files.createDirectories(home.resolve("in-sample-" + last));
            new RunTables(folder).dates(List.of(one), LocalDate.parse(last));
            String row = Files.readAllLines(folder.resolve("dates.csv")).get(1);
            assertTrue(row.endsWith(last.equals("2017-06-09") ? ",true" : ",false"), row);
        }
    }
}
