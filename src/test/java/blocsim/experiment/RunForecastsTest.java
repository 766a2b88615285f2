package blocsim.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import blocsim.forecast.Forecast;
import blocsim.history.Cells;
import blocsim.history.Outcome;
import blocsim.input.InputException;
import blocsim.model.Cause;
import blocsim.panel.Status;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs that look ahead say what they hold likely, in the terms of a back-test. */
class RunForecastsTest {
    private static final int RUNS = 40;

    @TempDir
    private Path folder = Path.of("set by JUnit");

    private Path file = Path.of("set before each test");

    @BeforeEach
    void write() throws IOException {
        file = CalibratedScenario.write(folder);
    }

    private Prepared read(String... sets) throws InputException {
        return Prepared.read(file, List.of(sets));
    }

    private static Forecast of(List<Forecast> forecasts, String state, int year) {
        return forecasts.stream()
                .filter(one -> one.cell().state().equals(state) && one.target().getYear() == year)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aScenarioThatMayKnowNothingOfItsHorizonForecasts() throws InputException {
        assertTrue(RunForecasts.isForecast(read()));
    }

    @Test
    void aScenarioThatMayKnowSomethingOfItsHorizonDoesNot() throws InputException {
        assertFalse(RunForecasts.isForecast(read("/dataUntil=2015-01-01")));
    }

    @Test
    void targetsAreTheEndsOfYears() throws InputException {
        var prepared = read();
        var forecasts = RunForecasts.of(prepared, prepared.run(1, 3, 1, () -> {}));
        assertEquals(
                List.of(2015, 2016, 2017, 2018, 2019),
                forecasts.stream().map(one -> one.target().getYear()).distinct().toList());
        assertEquals(LocalDate.of(2014, 12, 31), forecasts.get(0).cell().origin());
    }

    @Test
    void fullMembersHaveNoForecast() throws InputException {
        var prepared = read();
        var forecasts = RunForecasts.of(prepared, prepared.run(1, 3, 1, () -> {}));
        assertTrue(forecasts.stream().noneMatch(one -> one.cell().state().equals("CHN")));
    }

    @Test
    void aDecisionIsAsLikelyAsTheRunsThatBringOneAndOneAtTheBaseRate() throws InputException {
        var prepared = read();
        var ensemble = prepared.run(1, RUNS, 1, () -> {});
        int state = prepared.world().state("IND");
        long end = LocalDate.of(2017, 12, 31).toEpochDay();
        long approved = ensemble.trajectories().stream()
                .filter(run -> run.happenings().stream()
                        .anyMatch(one -> one.state() == state && one.cause() == Cause.APPROVED && one.day() <= end))
                .count();
        double base = base(prepared, 3);
        assertTrue(approved > 0 && approved < RUNS, "approved in " + approved);
        assertEquals(
                (approved + base) / (RUNS + 1),
                of(RunForecasts.of(prepared, ensemble), "IND", 2017).decision(),
                1e-12);
    }

    /** Counted by hand over the cells of all origins that were over by then; half an event in one cell comes to them. */
    private static double base(Prepared prepared, int years) {
        double cells = 1;
        double decided = 0.5;
        for (int year = 1995; year < 2014; year++) {
            var past = Cells.at(prepared.panel(), Cells.origin(year), List.of("SCO"));
            var outcomes = Outcome.of(prepared.panel(), past, 1);
            cells += outcomes.size();
            decided += outcomes.stream().filter(Outcome::decided).count();
        }
        return 1 - Math.pow(1 - decided / cells, years);
    }

    @Test
    void noDecisionAfterTheOriginIsKnown() throws InputException {
        var prepared = read();
        var ensemble = prepared.run(1, 3, 1, () -> {});
        var asOf = new Prepared(
                prepared.scenario(),
                prepared.panel().asOf(LocalDate.of(2014, 12, 31)),
                prepared.world(),
                prepared.standIns(),
                prepared.drawn());
        assertEquals(RunForecasts.of(asOf, ensemble), RunForecasts.of(prepared, ensemble));
    }

    @Test
    void whatNoRunBringsIsNotImpossible() throws InputException {
        var prepared = read("/parameters/requestRate=0", "/parameters/agendaBase=-20");
        var forecast = of(RunForecasts.of(prepared, prepared.run(1, 3, 1, () -> {})), "BLR", 2019);
        assertTrue(forecast.up() > 0 && forecast.up() < .01, forecast.toString());
    }

    @Test
    void theStatusAtTheOriginIsThatOfTheRecord() throws InputException {
        var prepared = read();
        var forecasts = RunForecasts.of(prepared, prepared.run(1, 3, 1, () -> {}));
        assertEquals(Status.OBSERVER, of(forecasts, "IND", 2015).cell().from());
        assertEquals(Status.PARTNER, of(forecasts, "BLR", 2015).cell().from());
    }
}
