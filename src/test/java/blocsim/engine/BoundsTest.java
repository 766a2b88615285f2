package blocsim.engine;

import static org.junit.jupiter.api.Assertions.assertTrue;

import blocsim.TestWorlds;
import org.junit.jupiter.api.Test;

class BoundsTest {
    private static final int TICK = 5;

    @Test
    void noOutsiderGainsMoreByARungThanItsBoundSays() {
        var world = TestWorlds.of("BLR", "CHN", "RUS", "USA", "IND", "KAZ")
                .members("CHN", "RUS", "IND")
                .courted("CHN", "BLR", 0.5)
                .build();
        var run = new Simulator(world).runUpTo(1, 0, TICK, new Recorder() {});
        run.perception.open(TICK, run.dates[TICK], new long[0]);
        int bounded = 0;
        for (int i = 0; i < world.states().size(); i++) {
            for (int rung = 1; run.perception.isBounded(0, i) && rung <= 3; rung++) {
                run.perception.bound(0, i);
                double most = run.perception.gainAtMost(0, rung);
                double gain = run.perception.gain(0, i, rung);
                assertTrue(gain <= most, "gain " + gain + ", bound " + most);
                bounded++;
            }
        }
        assertTrue(bounded > 0, "nothing was bounded");
    }
}
