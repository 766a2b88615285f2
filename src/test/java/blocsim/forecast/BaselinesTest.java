package blocsim.forecast;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import blocsim.history.Cells;
import blocsim.history.Outcome;
import blocsim.panel.Panel;
import blocsim.panel.Status;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The baselines one year ahead, 2015 to 2025.
 *
 * <p>The figures to compare with were computed by another program from the same tables, on 13,591 cells with 48 decisions; its exact
 * inputs are not on record, so these tests allow for a little.
 */
class BaselinesTest {
    private static ScoreReport report;
    private static List<Forecast> logit = List.of();

    @BeforeAll
    static void score() {
        Panel panel = Panel.bundled();
        var sources = Baselines.of(Cells.BLOCS).stream()
                .map(one -> new ScoreReport.Source(one.name(), one.rolling(panel, 2014, 2024, Cells.BLOCS, 1)))
                .toList();
        logit = sources.get(sources.size() - 1).forecasts();
        var cells = logit.stream().map(Forecast::cell).toList();
        report = ScoreReport.of(
                sources,
                Outcome.of(panel, cells, 1),
                Outcome::decided,
                new ScoreReport.Draws(1, Integer.getInteger("draws", 20)));
        if (Boolean.getBoolean("print")) {
            print();
        }
    }

    /** With {@code -Dprint=true -Ddraws=1000}: the table of the baselines, for people. */
    @SuppressWarnings("SystemOut") // asked for on the command line
    private static void print() {
        for (Score score : report.scores()) {
            if (score.reference().isEmpty() || score.reference().equals("base-rate")) {
                System.out.printf(
                        Locale.ROOT,
                        "%-18s %-6s %-18s %8.4f (%8.4f to %8.4f) %6d cells %3d events%n",
                        score.source(),
                        score.subset(),
                        score.measure().label(),
                        score.value().value(),
                        score.value().lower(),
                        score.value().upper(),
                        score.cells(),
                        score.events());
            }
        }
    }

    private static double pooled(String source, Measure measure, String reference) {
        return report.score(source, ScoreReport.ALL, measure, reference).value().value();
    }

    @ParameterizedTest
    @CsvSource({"logit-a, .889", "logit-b, .898", "logit-c, .930"})
    void theLogitsSortAsThoseOfAnotherProgram(String source, double auroc) {
        assertEquals(auroc, pooled(source, Measure.AUROC, ""), .01);
    }

    @ParameterizedTest
    @CsvSource({"logit-a, .146", "logit-b, .174", "logit-c, .253"})
    void theLogitsGainOnTheBaseRateAsThoseOfAnotherProgram(String source, double skill) {
        assertEquals(skill, pooled(source, Measure.LOG_SKILL, "base-rate"), .02);
    }

    @ParameterizedTest
    @CsvSource({"logit-a, .026, .005", "logit-b, .080, .03", "logit-c, .104, .01"})
    void theLogitsAreAsPreciseAsThoseOfAnotherProgram(String source, double precision, double within) {
        assertEquals(precision, pooled(source, Measure.AVERAGE_PRECISION, ""), within);
    }

    @ParameterizedTest
    @CsvSource({"SCO, .94", "BRICS, .84", "EAEU, .78", "NATO, .97", "EU, .93"})
    void theLogitWithRequestsSortsEachBlocAsThatOfAnotherProgram(String bloc, double auroc) {
        assertEquals(
                auroc, report.score("logit-c", bloc, Measure.AUROC, "").value().value(), .03);
    }

    @Test
    void persistenceExpectsNothing() {
        assertEquals(-1, pooled("persistence", Measure.BIAS, ""), 1e-12);
    }

    @Test
    void aRungWithoutDecisionsStillHasARate() {
        assertTrue(new BaseRate(2010, List.of("CSTO"), true)
                .rolling(Panel.bundled(), 2012, 2012, List.of("CSTO"), 1).stream()
                        .allMatch(one -> one.decision() > 0));
    }

    @Test
    void moreYearsAreSoManyYearsAlike() {
        var rate = new BaseRate(2010, Cells.BLOCS, false);
        double one = rate.rolling(Panel.bundled(), 2014, 2014, List.of("SCO"), 1)
                .get(0)
                .decision();
        double eleven = rate.rolling(Panel.bundled(), 2014, 2014, List.of("SCO"), 11)
                .get(0)
                .decision();
        assertEquals(1 - Math.pow(1 - one, 11), eleven, 1e-12);
    }

    @Test
    void aStatusThatTheBlocLacksIsLeftOut() {
        var early = logit.stream()
                .filter(one -> one.cell().bloc().equals("BRICS") && one.target().getYear() == 2015)
                .findFirst()
                .orElseThrow();
        assertFalse(early.statuses().containsKey(Status.PARTNER));
    }
}
