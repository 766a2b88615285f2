package blocsim.forecast;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import blocsim.history.Cell;
import blocsim.history.Cells;
import blocsim.history.Outcome;
import blocsim.panel.Panel;
import blocsim.panel.PerturbedPanel;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Everything dated after the origin is changed: an honest forecast is the same, and one that peeps is caught. */
class LookAheadTest {
    private static final int ORIGIN = 2014;
    private static final int FIRST = 2008;
    private static final Panel PERTURBED = PerturbedPanel.after(ORIGIN);

    static Stream<Forecaster> baselines() {
        return Stream.of(
                new Persistence(),
                new BaseRate(FIRST, Cells.BLOCS, false),
                new BaseRate(FIRST, Cells.BLOCS, true),
                new PooledLogit(PooledLogit.Set.BASIC, FIRST, Cells.BLOCS),
                new PooledLogit(PooledLogit.Set.PENDING, FIRST, Cells.BLOCS),
                new PooledLogit(PooledLogit.Set.TRADE, FIRST, Cells.BLOCS),
                new PooledLogit(PooledLogit.Set.STRUCTURE, FIRST, Cells.BLOCS));
    }

    private static List<Forecast> on(Panel panel, Function<Panel, Forecaster> maker) {
        return maker.apply(panel).rolling(panel, ORIGIN, ORIGIN, Cells.BLOCS, 1);
    }

    @ParameterizedTest
    @MethodSource("baselines")
    void aBaselineDoesNotSeeWhatComesAfterTheOrigin(Forecaster baseline) {
        assertEquals(on(Panel.bundled(), panel -> baseline), on(PERTURBED, panel -> baseline));
    }

    @Test
    void aForecasterThatReadsTheFutureIsCaught() {
        assertNotEquals(on(Panel.bundled(), Prophet::new), on(PERTURBED, Prophet::new));
    }

    /** A planted leak: it keeps the whole panel and looks up what came. */
    private record Prophet(Panel whole) implements Forecaster {
        @Override
        public String name() {
            return "prophet";
        }

        @Override
        public List<Forecast> forecast(Panel known, List<Cell> cells, int years) {
            var shares = new StatusShares(known, Cells.BLOCS);
            return Outcome.of(whole, cells, years).stream()
                    .map(outcome -> shares.forecast(outcome.cell(), outcome.target(), outcome.decided() ? .9 : .1))
                    .toList();
        }
    }
}
