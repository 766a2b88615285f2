package blocsim.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import blocsim.TestWorlds;
import blocsim.model.Figures;
import blocsim.model.Parameter;
import blocsim.model.Streams;
import blocsim.model.World;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** GDP and trade walk where their sources have ended. */
class CarriedTest {
    private static final long[] KEYS = {1, 2, 3};

    /** Three states whose figures have been carried on for so many years in the first tick, and one more in each tick after it. */
    private static World world(int held) {
        var base = TestWorlds.of("AAA", "BLR", "CHN")
                .members("CHN")
                .with(Parameter.GDP_DRIFT, .12)
                .with(Parameter.TRADE_DRIFT, .19)
                .build();
        var figures = new ArrayList<Figures>();
        for (int k = 0; k < base.ticks(); k++) {
            var draft = new Figures.Draft(3, 1).worldGdp(1e13).tradeHeld(held + k);
            for (int i = 0; i < 3; i++) {
                draft.gdp(i, 1e12).gdpHeld(i, held + k).concentration(i, .5);
                draft.tradeShare(i, (i + 1) % 3, .3).tradeShare(i, (i + 2) % 3, .1);
            }
            figures.add(draft.freeze());
        }
        return with(base, figures);
    }

    private static World with(World base, List<Figures> figures) {
        return new World(
                base.states(),
                base.blocs(),
                base.parameters(),
                base.bounds(),
                figures,
                base.driftTicks(),
                base.geography(),
                base.start(),
                base.meetings(),
                base.facts(),
                base.unitedStates());
    }

    private static Figures first(World world, int replicate) {
        var carried = new Carried(world, KEYS);
        carried.begin(0, world.bounds().get(0), new Streams(5, replicate));
        return carried.now();
    }

    @Test
    void figuresOfTheirOwnYearAreTheWorlds() {
        var world = TestWorlds.of("AAA", "BLR", "CHN")
                .members("CHN")
                .with(Parameter.GDP_DRIFT, .12)
                .with(Parameter.TRADE_DRIFT, .19)
                .build();
        assertSame(world.figures().get(0), first(world, 0));
    }

    @Test
    void gdpHasMovedByAsManyStepsAsItWasCarriedOn() {
        var world = world(4);
        double squares = 0;
        for (int n = 0; n < 2000; n++) {
            double moved = StrictMath.log(first(world, n).gdp(1) / 1e12);
            squares += moved * moved / 2000;
        }
        assertEquals(4 * .12 * .12, squares, .005);
    }

    @Test
    void theWorldsGdpFollowsItsStates() {
        var moved = first(world(4), 1);
        assertEquals(1e13 + moved.gdp(0) + moved.gdp(1) + moved.gdp(2) - 3e12, moved.worldGdp(), 1);
    }

    @Test
    void partnersInTheWorldKeepTheirShareTogether() {
        var moved = first(world(4), 1);
        assertNotEquals(.3, moved.tradeShare(0, 1));
        assertEquals(.4, moved.tradeShare(0, 1) + moved.tradeShare(0, 2), 1e-12);
    }

    @Test
    void concentrationFollowsShares() {
        var moved = first(world(4), 1);
        double shares =
                moved.tradeShare(0, 1) * moved.tradeShare(0, 1) + moved.tradeShare(0, 2) * moved.tradeShare(0, 2);
        assertEquals(StrictMath.sqrt(.25 - .1 + shares), moved.concentration(0), 1e-12);
    }

    @Test
    void theWalkGoesOnFromTickToTick() {
        var world = world(0);
        var carried = new Carried(world, KEYS);
        var streams = new Streams(5, 0);
        carried.begin(1, world.bounds().get(1), streams);
        double once = StrictMath.log(carried.now().gdp(0) / 1e12);
        carried.begin(2, world.bounds().get(2), streams);
        double twice = StrictMath.log(carried.now().gdp(0) / 1e12);
        carried.reset();
        carried.begin(1, world.bounds().get(1), streams);
        assertEquals(once, StrictMath.log(carried.now().gdp(0) / 1e12));
        assertNotEquals(once, twice);
    }

    @Test
    void aFigureOfItsOwnYearEndsTheWalkOfItsStateAlone() {
        var base = world(4);
        var figures = new ArrayList<>(base.figures());
        var given = new Figures.Draft(3, 1).worldGdp(1e13);
        for (int i = 0; i < 3; i++) {
            given.gdp(i, 1e12).gdpHeld(i, i == 0 ? 0 : 5);
        }
        figures.set(1, given.freeze());
        var world = with(base, figures);
        var carried = new Carried(world, KEYS);
        var streams = new Streams(5, 0);
        carried.begin(0, world.bounds().get(0), streams);
        carried.begin(1, world.bounds().get(1), streams);
        assertEquals(1e12, carried.now().gdp(0));
        assertNotEquals(1e12, carried.now().gdp(1));
    }
}
