package blocsim.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import blocsim.TestWorlds;
import blocsim.model.Cause;
import blocsim.model.World;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** BLR is state 0, CHN state 1 and a member, the SCO bloc 0; its rungs are partner, observer and member. */
class OwnRuleTest {
    private static final int FIRST = (int) TestWorlds.START.toEpochDay();

    /** An outsider that asks for nothing of its own, and a member. */
    private static World world() {
        return TestWorlds.of("BLR", "CHN").members("CHN").years(3).build();
    }

    private record Named(String name, Consumer<Turn> deed) implements OwnRule {
        @Override
        public void act(Turn turn) {
            deed.accept(turn);
        }
    }

    /** A rule that does something in the first tick only. */
    private static OwnRule first(Consumer<Turn> deed) {
        return new Named("test", turn -> {
            if (turn.firstDay() == FIRST) {
                deed.accept(turn);
            }
        });
    }

    private static List<String> told(World world, OwnRule rule) {
        var told = new ArrayList<String>();
        new Simulator(world, List.of(rule)).run(7, 0, new Recorder() {
            @Override
            public void happened(int day, int bloc, int state, int from, int to, Cause cause) {
                if (cause != Cause.FOUNDED) {
                    told.add(LocalDate.ofEpochDay(day) + " "
                            + world.states().get(state).code() + " " + cause.label() + " " + to);
                }
            }
        });
        return told;
    }

    @Test
    void aRequestIsMadeOnItsDay() {
        assertEquals(
                "2001-01-11 BLR asked 1",
                told(world(), first(turn -> turn.ask(0, 0, 1, FIRST + 10))).get(0));
    }

    @Test
    void aRequestIsTakenBackOnItsDay() {
        assertEquals(List.of("2001-01-11 BLR asked 1", "2001-01-21 BLR withdrawn 1"), told(world(), first(turn -> {
            turn.ask(0, 0, 1, FIRST + 10);
            turn.withdraw(0, 0, 1, FIRST + 20);
        })));
    }

    @Test
    void anApprovalNeedsNoSummit() {
        assertEquals(
                "2001-01-11 BLR approved 1",
                told(world(), first(turn -> turn.approve(0, 0, 1, FIRST + 10))).get(0));
    }

    @Test
    void aMemberLeavesOnTheDay() {
        assertEquals(List.of("2001-01-11 CHN left 0"), told(world(), first(turn -> turn.leave(0, 1, FIRST + 10))));
    }

    @Test
    void aMemberIsPutOutOnTheDay() {
        assertEquals(List.of("2001-01-11 CHN expelled 0"), told(world(), first(turn -> turn.expel(0, 1, FIRST + 10))));
    }

    @Test
    void anOutsiderCannotLeave() {
        assertEquals(List.of(), told(world(), first(turn -> turn.leave(0, 0, FIRST + 10))));
    }

    @Test
    void aDayBeyondTheTickIsRefused() {
        var rule = first(turn -> turn.expel(0, 1, turn.endDay()));
        assertThrows(IllegalArgumentException.class, () -> told(world(), rule));
    }

    @Test
    void aRuleSeesWhereStatesStand() {
        var seen = new ArrayList<Integer>();
        told(world(), first(turn -> {
            turn.expel(0, 1, FIRST);
            seen.add(turn.rung(0, 0));
            seen.add(turn.rung(0, 1));
        }));
        assertEquals(List.of(0, 3), seen);
    }

    @Test
    void aWordDrawsTheSameNumberAgain() {
        var drawn = draws("test");
        assertEquals(drawn.get(0), drawn.get(2));
    }

    @Test
    void anotherWordDrawsAnotherNumber() {
        var drawn = draws("test");
        assertNotEquals(drawn.get(0), drawn.get(1));
    }

    @Test
    void anotherTickDrawsAnotherNumber() {
        var drawn = draws("test");
        assertNotEquals(drawn.get(0), drawn.get(3));
    }

    @Test
    void anotherRuleDrawsAnotherNumber() {
        assertNotEquals(draws("test").get(0), draws("other").get(0));
    }

    private static List<Double> draws(String name) {
        var drawn = new ArrayList<Double>();
        told(world(), new Named(name, turn -> {
            drawn.add(turn.uniform("BLR"));
            drawn.add(turn.uniform("CHN"));
            drawn.add(turn.uniform("BLR"));
        }));
        return drawn;
    }
}
