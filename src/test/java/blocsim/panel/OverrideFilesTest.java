package blocsim.panel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import blocsim.input.InputException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OverrideFilesTest {
    private static final int ALL = 2025;

    @TempDir
    private Path folder;

    private PanelOverride table(String name, String... lines) throws IOException {
        Path csv = folder.resolve(name + ".csv");
        Files.writeString(csv, String.join("\n", lines) + "\n");
        return new PanelOverride(name, csv);
    }

    private List<String> problems(PanelOverride... overrides) {
        var thrown = assertThrows(InputException.class, () -> Panel.bundled().with(List.of(overrides)));
        return thrown.problems().stream()
                .map(problem -> problem.toString().replace(folder + "/", ""))
                .toList();
    }

    @Test
    void aFigureReplacesThatOfItsYearAndIsMarked() throws Exception {
        Panel panel = Panel.bundled().with(List.of(table("gdp", "iso3,year,value", "BLR,2020,5e10")));
        assertEquals(new Reading(5e10, Origin.OVERRIDDEN, 2020), panel.gdp("BLR", 2020, ALL));
        assertEquals(Panel.bundled().gdp("BLR", 2019, ALL), panel.gdp("BLR", 2019, ALL));
    }

    @Test
    void aFigureAfterTheEndOfTheSourceIsHeldFromThere() throws Exception {
        Panel panel = Panel.bundled().with(List.of(table("gdp", "iso3,year,value", "BLR,2024,8e10")));
        assertEquals(new Reading(8e10, Origin.CARRIED_FORWARD, 2024), panel.gdp("BLR", 2025, ALL));
        assertEquals(2023, panel.gdp("POL", 2025, ALL).fromYear());
    }

    @Test
    void aNewerTradeYearOfOnePairLeavesTheOthersHeld() throws Exception {
        Panel panel = Panel.bundled()
                .with(List.of(table("trade", "iso3_a,iso3_b,year,value", "RUS,BLR,2023,50000", "KAZ,RUS,2023,26000")));
        assertEquals(new Reading(50000, Origin.OVERRIDDEN, 2023), panel.tradeReading("BLR", "RUS", 2023, ALL));
        assertEquals(
                Panel.bundled().tradeReading("BLR", "KAZ", 2023, ALL), panel.tradeReading("BLR", "KAZ", 2023, ALL));
    }

    @Test
    void anOverrideIsNotSeenFromBeforeItsYear() throws Exception {
        Panel panel = Panel.bundled().with(List.of(table("trade", "iso3_a,iso3_b,year,value", "BLR,RUS,2019,1")));
        assertEquals(2018, panel.tradeReading("BLR", "RUS", 2019, 2018).fromYear());
    }

    @Test
    void aNewStateBringsItsFigures() throws Exception {
        Panel panel = Panel.bundled()
                .with(List.of(
                        table("gdp", "iso3,year,value", "ZZA,2020,1e9"),
                        table("trade", "iso3_a,iso3_b,year,value", "ZZA,CHN,2020,40", "ZZA,RUS,2020,60"),
                        table(
                                "states",
                                "iso3,name,continent,subregion,iso_num,capital_lat,capital_lon",
                                "ZZA,Zembla,Europe,Northern Europe,,70.5,30")));
        assertEquals("Zembla", panel.country("ZZA").orElseThrow().name());
        assertEquals(1e9, panel.gdp("ZZA", 2020, ALL).value());
        assertEquals(.6, panel.tradeShares("ZZA", List.of("RUS"), 2020, ALL)[0], 1e-12);
        assertEquals("ZZA", panel.countries().get(panel.index("ZZA")).iso3());
    }

    @Test
    void rowsOfARecordAreAdded() throws Exception {
        Panel panel = Panel.bundled()
                .with(List.of(table(
                        "sanctions_by_hand",
                        "sender,iso3,from_date,to_date,what,source,check",
                        "EU,KGZ,2024-01-01,,a bank,made up,memory")));
        assertTrue(panel.sanctioned(Sender.EU, "KGZ", LocalDate.of(2024, 2, 1), LocalDate.of(2025, 12, 31)));
        assertFalse(panel.sanctioned(Sender.EU, "KGZ", LocalDate.of(2023, 2, 1), LocalDate.of(2025, 12, 31)));
    }

    @Test
    void aUsersPactIsAdded() throws Exception {
        Panel panel = Panel.bundled()
                .with(List.of(table(
                        "alliances",
                        "iso3_a,iso3_b,from_year,to_year,open,defence,offence,neutrality,nonaggression,consultation",
                        "RUS,PRK,2024,2025,1,1,0,0,0,0")));
        assertTrue(panel.ally("PRK", "RUS", LocalDate.of(2025, 1, 1)));
        assertFalse(panel.ally("PRK", "RUS", LocalDate.of(2023, 1, 1)));
    }

    @Test
    void aUsersYearOfSanctionsCountsAfterThePublishedRecord() throws Exception {
        Panel panel = Panel.bundled().with(List.of(table("sanctions", "year,iso3,eu,us,un", "2019,KGZ,0,1,0")));
        assertTrue(panel.sanctioned(Sender.US, "KGZ", LocalDate.of(2019, 2, 1), LocalDate.of(2025, 12, 31)));
    }

    @Test
    void everyProblemOfAllFilesIsToldAtOnce() throws Exception {
        assertEquals(
                List.of(
                        "polyarchy.csv:2 iso3: no state has the code \"UZN\"; a new state needs a row in a table"
                                + " \"states\".",
                        "polyarchy.csv:2 year: \"20x\" is not a year; give a year from 1800 to 2100.",
                        "polyarchy.csv:3 value: \"1.5\" does not fit; give a number from 0 to 1.",
                        "polyarchy.csv:5 year: line 4 already gives BLR 2020; keep one of the two.",
                        "trade.csv:2 iso3_b: the pair names BLR twice; name two states.",
                        "trade.csv:3 value: the field is empty; give a number of at least 0."),
                problems(
                        table(
                                "polyarchy",
                                "iso3,year,value",
                                "UZN,20x,.5",
                                "KAZ,2020,1.5",
                                "BLR,2020,.1",
                                "BLR,2020,.2"),
                        table("trade", "iso3_a,iso3_b,year,value", "BLR,BLR,2020,1", "BLR,RUS,2021,")));
    }

    @Test
    void anUnknownTableIsAProblem() throws Exception {
        assertTrue(problems(table("gpd", "iso3,year,value"))
                .get(0)
                .startsWith("gpd.csv: the panel has no table \"gpd\" to override; its tables are alliances, "));
    }

    @Test
    void aMissingFileIsAProblem() {
        assertEquals(
                List.of("none.csv: there is no such file; the path is taken from where the program runs."),
                problems(new PanelOverride("gdp", folder.resolve("none.csv"))));
    }

    @Test
    void aWrongHeaderIsAProblem() throws Exception {
        assertEquals(
                List.of(
                        "gdp.csv:1 value: the column is missing; the header is iso3,year,value.",
                        "gdp.csv:1 gdp: no such column is known; the header is iso3,year,value."),
                problems(table("gdp", "iso3,year,gdp", "BLR,2020,1")));
    }

    @Test
    void anEmptyFileIsAProblem() throws Exception {
        Path csv = folder.resolve("gdp.csv");
        Files.createFile(csv);
        assertEquals(
                List.of("gdp.csv:1: the file is empty; the header is iso3,year,value."),
                problems(new PanelOverride("gdp", csv)));
    }

    @Test
    void otherEncodingsAreAProblem() throws Exception {
        Path csv = folder.resolve("states.csv");
        String text = "iso3,name,continent,subregion,iso_num,capital_lat,capital_lon\nZZA,Zembl\u00e4,,,,,\n";
        Files.write(csv, text.getBytes(StandardCharsets.ISO_8859_1));
        assertEquals(
                List.of("states.csv: the file is not UTF-8; save it as CSV in UTF-8."),
                problems(new PanelOverride("states", csv)));
    }

    @Test
    void aRowWithTooFewFieldsIsAProblem() throws Exception {
        assertTrue(problems(table("gdp", "iso3,year,value", "BLR,2020")).get(0).contains("the file is not CSV"));
    }

    @Test
    void aMarkAtTheStartOfTheFileIsIgnored() throws Exception {
        Panel panel = Panel.bundled().with(List.of(table("gdp", "\uFEFFiso3,year,value", "BLR,2020,5e10")));
        assertEquals(5e10, panel.gdp("BLR", 2020, ALL).value());
    }

    @Test
    void anImpossibleDateAndAnUnknownWordAreProblems() throws Exception {
        assertEquals(
                List.of(
                        "sanctions_by_hand.csv:2 sender: \"UK\" is none of the words of this column; give one of EU,"
                                + " US, UN.",
                        "sanctions_by_hand.csv:2 from_date: \"2021-02-29\" is not a date; write it as 2016-01-31."),
                problems(table(
                        "sanctions_by_hand",
                        "sender,iso3,from_date,to_date,what,source,check",
                        "UK,KGZ,2021-02-29,,x,y,memory")));
    }
}
