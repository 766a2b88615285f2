package blocsim.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import blocsim.forecast.DateRank;
import blocsim.forecast.Forecast;
import blocsim.forecast.Measure;
import blocsim.forecast.Score;
import blocsim.history.Cell;
import blocsim.panel.Status;
import blocsim.stats.Interval;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ForecastTablesTest {
    private static final Cell CELL = new Cell(LocalDate.of(2014, 12, 31), "BRICS", "IDN", Status.NONE, true);

    @TempDir
    private Path folder;

    @Test
    void aForecastIsARowWithABlankWhereTheBlocLacksAStatus() throws IOException {
        var forecast =
                new Forecast(CELL, LocalDate.of(2015, 12, 31), Map.of(Status.NONE, .75, Status.MEMBER, .25), .25, .25);
        ForecastTables.forecasts(folder, List.of(forecast));
        assertEquals(
                List.of(
                        "origin,target_date,bloc,state,status_from,p_none,p_partner,p_observer,p_candidate,p_member,"
                                + "p_withdrawn,p_up,p_decision,pending_entry",
                        "2014-12-31,2015-12-31,BRICS,IDN,none,0.75,,,,0.25,,0.25,0.25,true"),
                Files.readAllLines(folder.resolve("forecasts.csv")));
    }

    @Test
    void aScoreThatIsNotDefinedIsBlank() throws IOException {
        var score =
                new Score("model", "CSTO", Measure.AUROC, "", new Interval(Double.NaN, Double.NaN, Double.NaN), 12, 0);
        ForecastTables.scores(folder, List.of(score));
        assertEquals(
                "model,CSTO,auroc,,,,,12,0",
                Files.readAllLines(folder.resolve("scores.csv")).get(1));
    }

    @Test
    void aRankHasItsDate() throws IOException {
        ForecastTables.ranks(folder, "model", List.of(new DateRank(CELL, LocalDate.of(2023, 8, 24), .125, .5)));
        assertEquals(
                "model,2014-12-31,BRICS,IDN,2023-08-24,0.125,0.5",
                Files.readAllLines(folder.resolve("date_ranks.csv")).get(1));
    }

    @Test
    void theReliabilityDiagramSaysHowManyCame() {
        assertTrue(SampleReport.reliability().description().contains("held 20\u00a0%, came in 12 of 60"));
    }

    @Test
    void theChartOfScoresNamesEveryRow() {
        assertEquals(
                List.of("model", "base rate"),
                SampleReport.scores().table().rows().stream()
                        .map(row -> row.get(0))
                        .toList());
    }

    @Test
    void aDiagramOfFiveSourcesIsRefused() {
        var line = new ReliabilityChart.Line("one", List.of());
        assertThrows(
                IllegalArgumentException.class,
                () -> new ReliabilityChart("a decision", List.of(line, line, line, line, line), "test"));
    }
}
