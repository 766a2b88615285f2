package blocsim.panel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import blocsim.input.InputException;
import blocsim.input.InputProblem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PanelBuilderTest {
    @TempDir
    private Path folder;

    @BeforeEach
    void publish() throws IOException {
        SourceFolder.write(folder);
        // Members of the made-up universal body need a country each.
        Files.writeString(
                folder.resolve("countries.csv"),
                Files.readString(folder.resolve("countries.csv"))
                        + "EEE,EE,5,5,5,Eland,Asia,Central Asia,1,E,0,0\n"
                        + "FFF,FF,6,6,6,Fland,Asia,Central Asia,1,F,0,0\n");
    }

    private String built(String table) throws Exception {
        return PanelBuilder.build(folder).getOrDefault(table, "");
    }

    @Test
    void everyTableIsBuilt() throws Exception {
        assertEquals(
                new TreeSet<>(PanelBuilder.DERIVED), PanelBuilder.build(folder).keySet());
    }

    @Test
    void theSameFolderGivesTheSameBytes() throws Exception {
        assertEquals(PanelBuilder.build(folder), PanelBuilder.build(folder));
    }

    @Test
    void figuresStandByStateAndYearFrom1995() throws Exception {
        assertEquals("iso3,1995,1996,1997\nAAA,1001,,3000\nBBB,2000,,\n", built("gdp"));
    }

    @Test
    void figuresAreRounded() throws Exception {
        assertEquals("iso3,1995\nAAA,0.1234568\nBBB,0\n", built("cinc"));
        assertEquals("iso3,1995\nAAA,0.5\nBBB,0.25\n", built("polyarchy"));
        assertEquals("iso3,1995,1996\nBBB,,-0.1234\n", built("ideal_point"));
    }

    @Test
    void tradeIsSummedBothWaysAndRounded() throws Exception {
        assertEquals("iso3_a,iso3_b,1995,1996,1997\nAAA,BBB,1235,,\nBBB,CCC,,,0.123\n", built("trade"));
    }

    @Test
    void comembershipLeavesOutBlocsUniversalBodiesAndObservers() throws Exception {
        // AAA: TWO 1/2 and ONE 1; BBB: TWO 1/2. The cosine is .5 / sqrt(1.5 * .5).
        String table = built("comembership");
        assertEquals(
                List.of("iso3_a,iso3_b,1995", "AAA,BBB,577"),
                table.lines().limit(2).toList());
        assertEquals("AAA,CCC,0", table.lines().skip(2).findFirst().orElseThrow());
    }

    @Test
    void neighboursShareALandBorderNowOrComeNear() throws Exception {
        assertEquals("iso3_a,iso3_b,land_border,within_300km\nAAA,BBB,1,1\nAAA,CCC,0,1\n", built("neighbours"));
    }

    @Test
    void spellsThatEndBeforeThePanelGoAndOpenOnesAreMarked() throws Exception {
        assertEquals("""
                iso3_a,iso3_b,from_year,to_year,open,defence,offence,neutrality,nonaggression,consultation
                AAA,BBB,1990,2000,0,0,0,0,1,0
                AAA,CCC,1990,2018,1,1,0,0,0,1
                """, built("alliances"));
    }

    @Test
    void theDatedRecordKeepsItsRowsAndTheirOrder() throws Exception {
        assertEquals(Files.readString(folder.resolve("ladder_history.csv")), built("standings"));
    }

    @Test
    void onlyStatesThatATableNamesAreListed() throws Exception {
        assertEquals(
                List.of("AAA", "BBB", "CCC", "EEE", "FFF"),
                built("states")
                        .lines()
                        .skip(1)
                        .map(line -> line.substring(0, 3))
                        .toList());
    }

    @Test
    void everyProblemOfTheFolderIsToldAtOnce() throws Exception {
        Files.delete(folder.resolve("distance.csv.gz"));
        Files.writeString(folder.resolve("unga_ideal_points.csv"), "year,iso3,ideal_point\n1996,BBB,high\n");
        Files.writeString(folder.resolve("contiguity.csv"), "iso3_a,iso3_b,type,to_date\n");
        var thrown = assertThrows(InputException.class, () -> PanelBuilder.build(folder));
        assertEquals(
                List.of("unga_ideal_points.csv 2 ideal_point", "contiguity.csv 1 conttype", "distance.csv.gz 0 "),
                thrown.problems().stream().map(this::place).toList());
    }

    @Test
    void aMissingFolderIsOneProblem() {
        var thrown = assertThrows(InputException.class, () -> PanelBuilder.build(folder.resolve("none")));
        assertEquals(1, thrown.problems().size());
    }

    private String place(InputProblem problem) {
        return folder.relativize(Path.of(problem.file())) + " " + problem.line() + " " + problem.pointer();
    }

    @Test
    void aCodeWithoutACountryIsAProblem() throws Exception {
        Files.writeString(
                folder.resolve("decisions.csv"),
                "bloc,iso3,from_status,to_status,decided\nXYZ,QQQ,none,partner,2000-01-01\n");
        var thrown = assertThrows(InputException.class, () -> PanelBuilder.build(folder));
        assertEquals(
                "the code \"QQQ\" of another file is missing",
                thrown.problems().get(0).what());
    }
}
