package blocsim.forecast;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import blocsim.history.Cell;
import blocsim.history.Cells;
import blocsim.history.Outcome;
import blocsim.panel.Decision;
import blocsim.panel.Status;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ScoreReportTest {
    private static final LocalDate ORIGIN = Cells.origin(2020);
    private static final LocalDate TARGET = Cells.origin(2021);
    private static final ScoreReport.Draws DRAWS = new ScoreReport.Draws(1, 200);

    private static Cell cell(String bloc, String state) {
        return new Cell(ORIGIN, bloc, state, Status.NONE, false);
    }

    private static Forecast forecast(Cell cell, double p) {
        return new Forecast(cell, TARGET, Map.of(Status.NONE, 1 - p, Status.PARTNER, p), p, p);
    }

    private static Outcome outcome(Cell cell, boolean came) {
        var decision = new Decision(cell.bloc(), cell.state(), Status.NONE, Status.PARTNER, ORIGIN.plusDays(100));
        return new Outcome(cell, TARGET, came ? List.of(decision) : List.of(), came ? Status.PARTNER : Status.NONE);
    }

    /** Two blocs and twenty states; every fourth is raised. */
    private static final List<Outcome> OUTCOMES = outcomes();

    private static List<Outcome> outcomes() {
        var list = new ArrayList<Outcome>();
        for (String bloc : List.of("ONE", "TWO")) {
            for (char letter = 'A'; letter < 'U'; letter++) {
                list.add(outcome(cell(bloc, "AA" + letter), (letter + bloc.charAt(0)) % 4 == 0));
            }
        }
        return list;
    }

    private static ScoreReport.Source source(String name, double ifComes, double ifNot) {
        return new ScoreReport.Source(
                name,
                OUTCOMES.stream()
                        .map(one -> forecast(one.cell(), one.decided() ? ifComes : ifNot))
                        .toList());
    }

    private static ScoreReport report() {
        return ScoreReport.of(
                List.of(source("flat", .25, .25), source("sharp", .8, .1)), OUTCOMES, Outcome::decided, DRAWS);
    }

    /** A quarter comes: (.25·.75² + .75·.25²) = .1875. */
    @Test
    void theBrierScoreOfAFlatForecastIsItsVariance() {
        assertEquals(
                .1875,
                report().score("flat", ScoreReport.ALL, Measure.BRIER, "")
                        .value()
                        .value(),
                1e-12);
    }

    /** Sharp: .25·.2² + .75·.1² = .0175. */
    @Test
    void skillComparesWithTheReference() {
        assertEquals(
                1 - .0175 / .1875,
                report().score("sharp", ScoreReport.ALL, Measure.BRIER_SKILL, "flat")
                        .value()
                        .value(),
                1e-12);
    }

    /** Five classes, of which two are in play: the ranked score is a quarter of Brier's. */
    @Test
    void theRankedScoreReadsTheStatuses() {
        assertEquals(
                .1875 / 4,
                report().score("flat", ScoreReport.ALL, Measure.RPS, "").value().value(),
                1e-12);
    }

    @Test
    void everyBlocIsScoredApart() {
        assertEquals(20, report().score("sharp", "TWO", Measure.AUROC, "").cells());
    }

    @Test
    void theIntervalHoldsTheScore() {
        var interval = report().score("sharp", ScoreReport.ALL, Measure.LOG, "").value();
        assertTrue(interval.lower() < interval.value() && interval.value() < interval.upper());
    }

    @Test
    void onlyCellsThatAllAnsweredAreScored() {
        var part = new ScoreReport.Source(
                "part", source("flat", .25, .25).forecasts().subList(0, 7));
        var report = ScoreReport.of(List.of(part, source("sharp", .8, .1)), OUTCOMES, Outcome::decided, DRAWS);
        assertEquals(
                7, report.score("sharp", ScoreReport.ALL, Measure.BRIER, "").cells());
    }

    @Test
    void sourcesWithoutACommonCellAreRefused() {
        var none = new ScoreReport.Source("none", List.of());
        assertThrows(
                IllegalArgumentException.class, () -> ScoreReport.of(List.of(none), OUTCOMES, Outcome::decided, DRAWS));
    }

    @Test
    void aBinOfTheReliabilityHoldsWhatWasHeldEquallyLikely() {
        var bins = report().reliability("sharp", 0, .5, 1);
        assertEquals(10, bins.get(1).events());
        assertEquals(.8, bins.get(1).forecast(), 1e-12);
    }

    /** Targets after one and two years hold .2 and .6; the decision comes in the middle of the second: .4 of .6. */
    @Test
    void theRankOfADateIsReadBetweenTargets() {
        var cell = new Cell(Cells.origin(2020), "ONE", "AAA", Status.NONE, false);
        var last = Cells.origin(2022);
        var decision = new Decision("ONE", "AAA", Status.NONE, Status.PARTNER, LocalDate.of(2022, 7, 2));
        var held = List.of(
                forecast(cell, .2), new Forecast(cell, last, Map.of(Status.NONE, .4, Status.PARTNER, .6), .6, .6));
        var rank = DateRank.of(held, List.of(new Outcome(cell, last, List.of(decision), Status.PARTNER)));
        assertEquals(.4 / .6, rank.get(0).rank(), .002);
    }

    @Test
    void statusesThatDoNotSumToOneAreRefused() {
        var cell = cell("ONE", "AAA");
        assertThrows(IllegalArgumentException.class, () -> new Forecast(cell, TARGET, Map.of(Status.NONE, .5), .5, .5));
    }
}
