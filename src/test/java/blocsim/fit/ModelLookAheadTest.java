package blocsim.fit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import blocsim.forecast.Forecast;
import blocsim.history.Cell;
import blocsim.history.Cells;
import blocsim.input.InputException;
import blocsim.input.Setting;
import blocsim.panel.Panel;
import blocsim.panel.PerturbedPanel;
import blocsim.scenario.Scenario;
import blocsim.scenario.ScenarioReader;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Everything dated after the origin is changed, in the panel and in the scenario: the model's forecast is the same. */
class ModelLookAheadTest {
    private static final int ORIGIN = 2014;
    private static final List<String> FACTORS = List.of("effortOutsider", "weightNetwork", "agendaBase");

    private static Scenario scenario;

    @BeforeAll
    static void read() throws InputException {
        scenario = new ScenarioReader().read(Path.of("scenarios/eurasia.json"), List.of());
    }

    private static ModelForecaster model(Scenario of) {
        var study = new FitStudy(
                Path.of("test.json"),
                "test",
                "test",
                Path.of("scenarios/eurasia.json"),
                FACTORS,
                List.of("SCO"),
                2010,
                2013,
                List.of(.75),
                List.of(.7),
                List.of(),
                1,
                100,
                1,
                ORIGIN,
                ORIGIN + 2,
                1,
                1,
                2,
                null,
                List.of(),
                false);
        return new ModelForecaster(new Origins(of), Calibration.space(study, of, .75, .7), study);
    }

    private static List<Forecast> on(Panel panel, Scenario of) {
        return model(of).rolling(panel, ORIGIN, ORIGIN, Cells.BLOCS, 1);
    }

    @Test
    void itDoesNotSeeWhatThePanelHoldsAfterTheOrigin() {
        assertEquals(on(Panel.bundled(), scenario), on(PerturbedPanel.after(ORIGIN), scenario));
    }

    @Test
    void itDoesNotSeeWhatTheScenarioHoldsAfterTheOrigin() throws InputException {
        var settings = new ArrayList<Setting>();
        for (String set : List.of(
                "/events/later={\"type\":\"objection\",\"bloc\":\"SCO\",\"objector\":\"CHN\",\"candidate\":\"BLR\","
                        + "\"rungs\":[\"observer\"],\"strength\":1,\"from\":\"2015-01-01\","
                        + "\"evidence\":\"RECORD: a test\"}",
                "/blocs/SCO/gates/later={\"type\":\"closed\",\"rungs\":[\"observer\"],\"from\":\"2015-01-01\","
                        + "\"evidence\":\"RECORD: a test\"}",
                "/blocs/SCO/ladder/partner/benefit={\"value\":0.9,\"evidence\":\"RECORD: a test\","
                        + "\"knownFrom\":\"2015-01-01\"}")) {
            settings.add(Setting.parse(set));
        }
        assertEquals(on(Panel.bundled(), scenario), on(Panel.bundled(), scenario.with(settings)));
    }

    @Test
    void itSeesWhatTheScenarioHoldsBeforeTheOrigin() throws InputException {
        var before = List.of(Setting.parse("/blocs/SCO/gates/earlier={\"type\":\"closed\",\"rungs\":[\"observer\"],"
                + "\"from\":\"2014-01-01\",\"evidence\":\"RECORD: a test\"}"));
        assertNotEquals(on(Panel.bundled(), scenario), on(Panel.bundled(), scenario.with(before)));
    }

    private static List<Forecast> far(Panel panel, Scenario of) {
        return model(of).rolling(panel, ORIGIN, ORIGIN, Cells.BLOCS, 3);
    }

    @Test
    void manyYearsAheadItDoesNotSeeWhatThePanelHoldsAfterTheOrigin() {
        assertEquals(far(Panel.bundled(), scenario), far(PerturbedPanel.after(ORIGIN), scenario));
    }

    /** The pause of BRICS ended in 2022; when it ends in a future drawn in 2014 must not hang on that. */
    @Test
    void manyYearsAheadItDoesNotSeeWhenAPauseWillEnd() throws InputException {
        var sooner = scenario.with(List.of(Setting.parse("/blocs/BRICS/gates/no-opening/until=\"2016-01-01\"")));
        assertEquals(far(Panel.bundled(), scenario), far(Panel.bundled(), sooner));
    }

    @Test
    void manyYearsAheadItSeesThatAPauseHasEnded() throws InputException {
        var before = scenario.with(List.of(Setting.parse("/blocs/BRICS/gates/no-opening/until=\"2014-01-01\"")));
        assertNotEquals(far(Panel.bundled(), scenario), far(Panel.bundled(), before));
    }

    @Test
    void aModelThatLooksAYearAheadIsCaught() {
        assertNotEquals(late(Panel.bundled()), late(PerturbedPanel.after(ORIGIN)));
    }

    /** A planted leak: forecasts of this origin's cells, made in the world of a year later. */
    private static List<Map<?, Double>> late(Panel whole) {
        LocalDate later = Cells.origin(ORIGIN + 1);
        var moved = Cells.at(Panel.bundled(), Cells.origin(ORIGIN), List.of("SCO")).stream()
                .map(cell -> new Cell(later, cell.bloc(), cell.state(), cell.from(), cell.pendingEntry()))
                .toList();
        var study = model(scenario);
        var list = new ArrayList<Map<?, Double>>();
        study.forecast(whole, moved, 1).forEach(forecast -> list.add(forecast.statuses()));
        return list;
    }
}
