package blocsim.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import blocsim.experiment.Findings;
import blocsim.experiment.Prepared;
import blocsim.input.InputException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the report of a run shows, however short its horizon. */
class RunReportTest {
    private static final int REPLICATES = 12;

    private static ReportModel model(String start, String end) throws InputException {
        var prepared = Prepared.read(
                Path.of("scenarios/belarus-sco.json"), List.of("/horizon/start=" + start, "/horizon/end=" + end));
        return new RunReport(Findings.of(prepared, List.of(), 1, REPLICATES, 1, () -> {}), false).model("0", "blocsim");
    }

    private static List<String> charts(ReportModel model) {
        return Stream.concat(model.outcome().stream(), model.why().stream())
                .map(Chart::name)
                .toList();
    }

    @Test
    void everyRunHasMapMotivesObjectorsAndStances() throws InputException {
        var model = model("2010-01-01", "2024-12-31");
        assertEquals(
                List.of(
                        "rung-probabilities",
                        "ladder-timeline",
                        "bloc-size",
                        "motives",
                        "objectors",
                        "stance-matrix",
                        "network"),
                charts(model));
        assertNotNull(model.maps());
    }

    @Test
    void aHorizonOfOneStepHasNoLinesOverTime() throws InputException {
        var model = model("2010-01-01", "2010-12-31");
        assertEquals(List.of("ladder-timeline", "network"), charts(model));
        assertTrue(new HtmlReport(model).html().contains("The horizon has too few steps"));
    }

    @Test
    void aBlocThatIsFoundedAfterTheHorizonHasNoLadderAndNoMotives() throws InputException {
        var model = model("1996-01-01", "2000-12-31");
        assertFalse(charts(model).contains("ladder-timeline") || charts(model).contains("motives"));
    }

    @Test
    void aBlocThatIsFoundedInTheLastStepHasNoMotivesOverTime() throws InputException {
        assertFalse(charts(model("2000-01-01", "2001-12-31")).contains("motives"));
    }
}
