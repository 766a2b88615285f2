package blocsim.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import blocsim.input.InputException;
import blocsim.model.Motive;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class ComparisonTest {
    private static final Path FILE = Path.of("scenarios", "belarus-sco.json");
    private static final int REPLICATES = 200;

    private static Comparison compare(String... sets) throws InputException {
        var base = Prepared.read(FILE, List.of());
        var changed = Prepared.read(FILE, List.of(sets));
        return Comparison.of(
                base, base.run(5, REPLICATES, 2, () -> {}), changed, changed.run(5, REPLICATES, 2, () -> {}));
    }

    @Test
    void aScenarioBesideItselfDiffersNowhere() throws InputException {
        var comparison = compare();
        var world = comparison.before().world();
        for (int k = 0; k < world.ticks(); k++) {
            for (int i = 0; i < world.states().size(); i++) {
                var difference = Objects.requireNonNull(comparison.status(k, 0, i, 1));
                assertEquals(0, difference.value(), 0);
            }
            assertEquals(0, comparison.motive(k, Motive.NETWORK).value(), 0);
        }
    }

    @Test
    void theDifferenceIsThatOfTheShares() throws InputException {
        var comparison = compare("/blocs/SCO/effort=-8");
        int last = comparison.before().world().ticks() - 1;
        int belarus = comparison.before().world().state("BLR");
        for (int rung = 0; rung <= 3; rung++) {
            double before = comparison.before().count(last, 0, belarus, rung) / (double) REPLICATES;
            double after = comparison.after().count(last, 0, belarus, rung) / (double) REPLICATES;
            var difference = comparison.status(last, 0, belarus, rung);
            assertNotNull(difference);
            assertEquals(after - before, Objects.requireNonNull(difference).value(), 1e-12);
        }
    }

    @Test
    void aHeavierWeightCarriesItsMotive() throws InputException {
        var comparison = compare("/parameters/weightStatus=3");
        assertTrue(comparison.motive(10, Motive.STATUS).lower() > 0);
    }

    @Test
    void scenariosWithOtherHorizonsAreNotCompared() throws InputException {
        var base = Prepared.read(FILE, List.of());
        var shorter = Prepared.read(FILE, List.of("/horizon/end=\"2020-12-31\""));
        var wrong = assertThrows(InputException.class, () -> Comparison.check(List.of(base, shorter)));
        assertEquals("/horizon", wrong.problems().get(0).pointer());
    }
}
