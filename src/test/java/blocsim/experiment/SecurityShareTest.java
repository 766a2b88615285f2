package blocsim.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import blocsim.engine.Recorder;
import blocsim.engine.Simulator;
import blocsim.input.InputException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How much of a bloc's security cooperation a rung opens is part of what asking for it is worth. */
class SecurityShareTest {
    /** η of Belarus for observer standing in the SCO in 2009. */
    private static double utility(String... sets) throws InputException {
        var settings = new ArrayList<>(List.of("/horizon/start=\"2006-01-01\"", "/horizon/end=\"2009-12-31\""));
        settings.addAll(List.of(sets));
        var world = Prepared.read(Path.of("scenarios", "belarus-sco.json"), settings)
                .world();
        int belarus = world.state("BLR");
        var found = new double[] {Double.NaN};
        new Simulator(world).run(1, 0, new Recorder() {
            @Override
            public boolean wantsReasons() {
                return true;
            }

            @Override
            public void weighed(
                    int tick, int bloc, int state, int rung, double hope, double utility, double probability) {
                if (state == belarus && rung == 2) {
                    found[0] = utility;
                }
            }
        });
        assertFalse(Double.isNaN(found[0]), "Belarus did not weigh it");
        return found[0];
    }

    @Test
    void theShareOfTheBenefitsIsTheDefault() throws InputException {
        assertEquals(utility(), utility("/blocs/SCO/ladder/observer/security=0.6"));
    }

    @Test
    void aRungThatOpensMoreSecurityIsWorthMore() throws InputException {
        assertTrue(utility("/blocs/SCO/ladder/observer/security=1") > utility());
    }

    @Test
    void aRungThatOpensNoneIsWorthLess() throws InputException {
        assertTrue(utility("/blocs/SCO/ladder/observer/security=0") < utility());
    }

    @Test
    void itMakesNoDifferenceWithoutSecurityCooperation() throws InputException {
        assertEquals(
                utility("/blocs/SCO/security=null"),
                utility("/blocs/SCO/security=null", "/blocs/SCO/ladder/observer/security=1"));
    }
}
