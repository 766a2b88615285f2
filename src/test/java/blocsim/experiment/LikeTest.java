package blocsim.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;

import blocsim.input.InputException;
import blocsim.input.Setting;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A world made from another is the one that would be made anew. */
class LikeTest {
    private static Prepared belarus() throws InputException {
        return Prepared.read(Path.of("scenarios/belarus-sco.json"), List.of());
    }

    private static List<Object> runs(Prepared prepared) {
        var told = new ArrayList<Object>();
        for (var run : prepared.run(7, 12, 2, () -> {}).trajectories()) {
            told.add(run.happenings());
            told.add(run.objections());
        }
        return told;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/events/uzbekistan-objects/strength=0.2",
                "/events/uzbekistan-objects/until=null",
                "/events/china-guarantees-belarus=null",
                "/events/russia-ukraine-2014=null",
                "/parameters/objectionBase=-1",
                "/parameters/weightNetwork=9",
                "/states/BLR/need/value=0.1",
                "/states/BLR/isolation=0",
                "/blocs/SCO/gates/moratorium-2006=null",
                "/blocs/SCO/admission={\"rule\":\"majority\",\"share\":0.5}"
            })
    void itRunsAsTheOneMadeAnew(String setting) throws InputException {
        var base = belarus();
        var changed = base.scenario().with(List.of(Setting.parse(setting)));
        assertEquals(runs(Prepared.of(changed)), runs(base.like(changed)));
    }

    @Test
    void anObjectionTakesNoNewFigures() throws InputException {
        var base = belarus();
        var changed = base.scenario().with(List.of(Setting.parse("/events/uzbekistan-objects/strength=0.2")));
        assertSame(
                base.world().figures().get(3),
                base.like(changed).world().figures().get(3));
    }

    @Test
    void sanctionsTakeNewFigures() throws InputException {
        var base = belarus();
        String sanctions = "{\"type\":\"sanctions\",\"sender\":\"EU\",\"target\":\"BLR\",\"from\":\"2003-01-01\"}";
        var changed = base.scenario().with(List.of(Setting.parse("/events/x=" + sanctions)));
        assertNotSame(
                base.world().figures().get(3),
                base.like(changed).world().figures().get(3));
    }
}
