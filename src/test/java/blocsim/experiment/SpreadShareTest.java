package blocsim.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import blocsim.input.InputException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What twins have in common comes from their parameters. */
class SpreadShareTest {
    private static final int[] ONCE = {1, 1, 1, 1};

    @TempDir
    private Path folder = Path.of("set by JUnit");

    @Test
    void twinsThatAgreeLeaveNothingToChance() {
        double[] outcome = {0, 1, 1, 3};
        assertEquals(1, SpreadShare.share(outcome, outcome, ONCE), 1e-12);
    }

    @Test
    void twinsThatHaveNothingInCommonLeaveAllToChance() {
        assertEquals(0, SpreadShare.share(new double[] {0, 0, 1, 1}, new double[] {0, 1, 0, 1}, ONCE), 1e-12);
    }

    @Test
    void theShareIsFoundByHand() {
        // Means 0; products add up to 4 over 8 pairs, squares to 32 over 16 outcomes: .5 of 2.
        double[] first = {-2, 0, 0, 2, -2, 0, 0, 2};
        double[] second = {-2, -2, 2, 0, 0, 0, 2, 0};
        assertEquals(.25, SpreadShare.share(first, second, new int[] {1, 1, 1, 1, 1, 1, 1, 1}), 1e-12);
    }

    @Test
    void outcomesThatAreAllTheSameHaveNoShare() {
        double[] same = {1, 1, 1, 1};
        assertTrue(Double.isNaN(SpreadShare.share(same, same, ONCE)));
    }

    @Test
    void drawnParametersBringMoreThanNothing() throws IOException, InputException {
        var prepared = Prepared.read(CalibratedScenario.write(folder), List.of());
        var shares = Findings.of(prepared, List.of(), 1, 400, 1, () -> {}).shares();
        assertEquals(SpreadShare.Kind.MEMBERS, shares.get(1).kind());
        assertTrue(shares.get(1).parameters().lower() > 0, shares.toString());
    }

    @Test
    void fixedParametersHaveNoShares() throws IOException, InputException {
        var prepared =
                Prepared.read(CalibratedScenario.write(folder), List.of()).fixed();
        assertEquals(
                List.of(), Findings.of(prepared, List.of(), 1, 4, 1, () -> {}).shares());
    }
}
