package blocsim.gui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import blocsim.experiment.Prepared;
import blocsim.experiment.Trajectory;
import blocsim.input.InputException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The run under the console, without a window, against the run of the command line. */
class RunConsoleTest {
    private static final Path BELARUS = Path.of("scenarios/belarus-sco.json");
    private static final String WEIGHT = "/parameters/weightNetwork";

    private static RunConsole console(List<String> sets, long seed) throws InputException {
        return RunConsole.of(BELARUS, sets, seed, false);
    }

    private static void play(RunConsole console) {
        console.start();
        goOn(console);
        console.finish();
    }

    private static void goOn(RunConsole console) {
        while (!console.state.schedule.scheduleComplete()) {
            console.step();
        }
    }

    private static Trajectory replicate0(Path file, List<String> sets, long seed) throws InputException {
        return Prepared.read(file, sets)
                .run(seed, 1, 1, () -> {})
                .trajectories()
                .get(0);
    }

    private static List<Trajectory.Happening> happenings(Path file, List<String> sets, long seed)
            throws InputException {
        return replicate0(file, sets, seed).happenings();
    }

    @ParameterizedTest
    @ValueSource(strings = {"belarus-sco", "belarus-crossroads", "forecast-2035"})
    void theRunSeenIsReplicateZeroOfTheCommandLine(String name) throws InputException {
        var file = Path.of("scenarios", name + ".json");
        var console = RunConsole.of(file, List.of(), 7L, false);
        play(console);
        assertEquals(happenings(file, List.of(), 7), console.course().happenings());
    }

    @Test
    void theRungsSeenAreThoseOfTheRecorderAfterEveryTick() throws InputException {
        var run = replicate0(BELARUS, List.of(), 3);
        var console = console(List.of(), 3);
        console.start();
        for (int tick = 0; tick < console.course().world().ticks(); tick++) {
            console.step();
            for (int i = 0; i < console.course().world().states().size(); i++) {
                assertEquals(run.rung(tick, 0, i), console.course().rung(0, i));
            }
        }
    }

    @Test
    void playingAgainGivesTheSameRun() throws InputException {
        var console = console(List.of(), 11);
        play(console);
        var first = List.copyOf(console.course().happenings());
        play(console);
        assertEquals(first, console.course().happenings());
    }

    @Test
    void allBitsOfASeedCount() throws InputException {
        long seed = (1L << 40) + 5;
        var console = console(List.of(), seed);
        console.state.setSeed(console.state.seed());
        play(console);
        assertEquals(happenings(BELARUS, List.of(), seed), console.course().happenings());
    }

    @Test
    void aSeedTypedIntoTheConsoleIsThatOfTheNextRun() throws InputException {
        var console = console(List.of(), 1);
        console.state.setSeed(8);
        play(console);
        assertEquals(happenings(BELARUS, List.of(), 8), console.course().happenings());
    }

    @Test
    void aValueSetMeanwhileLeavesTheRunAsItWas() throws InputException {
        var console = console(List.of(), 4);
        console.start();
        console.step();
        console.run().shown().set(WEIGHT, "14");
        goOn(console);
        assertEquals(happenings(BELARUS, List.of(), 4), console.course().happenings());
    }

    @Test
    void aValueSetHoldsFromTheNextReset() throws InputException {
        var console = console(List.of(), 4);
        play(console);
        console.run().shown().set(WEIGHT, "14");
        play(console);
        assertEquals(
                happenings(BELARUS, List.of(WEIGHT + "=14"), 4),
                console.course().happenings());
        assertNotEquals(happenings(BELARUS, List.of(), 4), console.course().happenings());
    }

    @Test
    void theCommandToldSaysWhatWasSet() throws InputException {
        var console = console(List.of("/states/BLR/patrons/RUS=0.4"), 4);
        console.run().shown().set(WEIGHT, "14");
        assertEquals(
                "./blocsim run scenarios/belarus-sco.json --set /states/BLR/patrons/RUS=0.4 --set " + WEIGHT
                        + "=14 --replicates 1 --seed 4",
                console.run().command());
    }

    @Test
    void aValueOutOfItsRangeIsAProblemAndChangesNothing() throws InputException {
        var console = console(List.of(), 4);
        var shown = console.run().shown();
        assertThrows(InputException.class, () -> shown.set(WEIGHT, "-3"));
        assertFalse(console.run().command().contains(WEIGHT));
    }

    @Test
    void theDateTellsTheDayAfterTheLastTick() throws InputException {
        var console = console(List.of(), 4);
        console.start();
        console.step();
        assertEquals("2002-01-01", console.state.schedule.getTimestamp("", ""));
    }

    @Test
    void anInspectorOfAStateTellsItsStandingAndItsMotives() throws InputException {
        var console = console(List.of(), 4);
        play(console);
        String text =
                NodeText.ofState(console.course(), console.course().world().state("BLR"));
        assertTrue(text.contains("SCO: ") && text.contains("alignment") && text.contains("asked: none to"), text);
    }

    @Test
    void anInspectorOfABlocNamesItsMembers() throws InputException {
        var console = console(List.of(), 4);
        play(console);
        String text = NodeText.ofBloc(console.course(), 0);
        assertTrue(text.contains("  Kazakhstan\n"), text);
    }
}
