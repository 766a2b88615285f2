package blocsim.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import blocsim.experiment.Findings;
import blocsim.experiment.Prepared;
import blocsim.input.InputException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class RunViewTest {
    private static List<Spell> spells(String state, String... sets) throws InputException {
        var prepared = Prepared.read(Path.of("scenarios", "belarus-sco.json"), List.of(sets));
        return new RunView(Findings.of(prepared, List.of(), 1, 1, 1, () -> {})).spells(state);
    }

    /** India observed from 2005 and was a member from 9 June 2017; the horizon ends between the two. */
    @Test
    void aSpellEndsWithTheHorizon() throws InputException {
        var india = spells("IND", "/horizon/end=\"2010-12-31\"");
        assertEquals(
                List.of(LocalDate.of(2010, 12, 31)),
                india.stream().map(Spell::to).toList());
    }

    /** Belarus became a partner, an observer and a member on later days, each followed by another or by the end of the record. */
    @Test
    void aSpellAfterTheHorizonIsNotShown() throws InputException {
        assertEquals(List.of(), spells("BLR", "/horizon/end=\"2008-12-31\""));
    }
}
