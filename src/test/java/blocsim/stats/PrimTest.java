package blocsim.stats;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;

class PrimTest {
    private static final double[][] POINTS = UnitDesigns.latinHypercube(1000, 4, UnitDesignsTest.random(10));

    private static double[] share(ToDoubleFunction<double[]> function) {
        return Arrays.stream(POINTS).mapToDouble(function).toArray();
    }

    private static double[] where(Predicate<double[]> holds) {
        return share(point -> holds.test(point) ? 1 : 0);
    }

    private static Prim.Found find(double[] share, int boxes) {
        return Prim.find(POINTS, new boolean[4], share, 25, boxes);
    }

    @Test
    void aBoxThatIsThereIsFound() {
        var box = find(where(x -> x[0] >= .6 && x[2] <= .5), 1).boxes().get(0);
        assertEquals(2, box.limits().size(), box::toString);
        var first = assertInstanceOf(Prim.Limit.AtLeast.class, box.limits().get(0));
        var second = assertInstanceOf(Prim.Limit.AtMost.class, box.limits().get(1));
        assertEquals(0, first.factor());
        assertEquals(.6, first.value(), .02);
        assertEquals(2, second.factor());
        assertEquals(.5, second.value(), .02);
    }

    @Test
    void coverageAndDensityAreThoseOfTheBoxFound() {
        double[] share = where(x -> x[0] >= .6 && x[2] <= .5);
        var box = find(share, 1).boxes().get(0);
        double least = ((Prim.Limit.AtLeast) box.limits().get(0)).value();
        double most = ((Prim.Limit.AtMost) box.limits().get(1)).value();
        double inside = 0;
        double hits = 0;
        for (int i = 0; i < POINTS.length; i++) {
            if (POINTS[i][0] >= least && POINTS[i][2] <= most) {
                inside++;
                hits += share[i];
            }
        }
        assertEquals(inside, box.points());
        assertEquals(hits / inside, box.density(), 1e-15);
        assertEquals(hits / Arrays.stream(share).sum(), box.coverage(), 1e-15);
    }

    @Test
    void aSecondBoxIsFoundOutsideTheFirst() {
        var found = find(where(x -> (x[0] >= .6 && x[2] <= .5) || (x[0] <= .2 && x[3] >= .4)), 3);
        assertEquals(2, found.boxes().size(), found::toString);
        assertEquals(1, found.boxes().stream().mapToDouble(Prim.Box::coverage).sum(), .06);
    }

    @Test
    void luckMakesNoBox() {
        int boxes = 0;
        for (int seed = 0; seed < 20; seed++) {
            var random = new Random(seed);
            boxes += find(share(x -> random.nextDouble() < .3 ? 1 : 0), 1)
                    .boxes()
                    .size();
        }
        assertTrue(boxes <= 3, boxes + " boxes in 20 draws of luck");
    }

    @Test
    void aCommonOutcomeHasABoxWhereItIsMoreCommonStill() {
        var random = new Random(6);
        var box = find(share(x -> random.nextDouble() < (x[1] > .5 ? .95 : .6) ? 1 : 0), 1)
                .boxes()
                .get(0);
        assertEquals(1, box.limits().size(), box::toString);
        assertEquals(.5, ((Prim.Limit.AtLeast) box.limits().get(0)).value(), .05);
    }

    @Test
    void luckAddsNoLimit() {
        var random = new Random(5);
        var box = find(share(x -> random.nextDouble() < (x[1] > .7 ? .8 : .1) ? 1 : 0), 1)
                .boxes()
                .get(0);
        assertEquals(1, box.limits().size(), box::toString);
        assertEquals(.7, ((Prim.Limit.AtLeast) box.limits().get(0)).value(), .05);
    }

    @Test
    void sharesOfReplicatesCountAsTheyAre() {
        var box = find(share(x -> x[1] > .7 ? .9 : .1), 1).boxes().get(0);
        assertEquals(.9, box.density(), .02);
    }

    @Test
    void aCategoryIsLimitedToItsValues() {
        double[][] points = Arrays.stream(POINTS)
                .map(x -> new double[] {Math.floor(5 * x[0]), x[1]})
                .toArray(double[][]::new);
        double[] share = Arrays.stream(points)
                .mapToDouble(x -> x[0] == 1 || x[0] == 3 ? 1 : 0)
                .toArray();
        var box = Prim.find(points, new boolean[] {true, false}, share, 25, 1)
                .boxes()
                .get(0);
        assertEquals(List.of(new Prim.Limit.OneOf(0, List.of(1.0, 3.0))), box.limits());
        assertEquals(1, box.density());
        assertEquals(1, box.coverage());
    }

    @Test
    void anOrderedFactorOfFewValuesIsCutBetweenThem() {
        double[][] points = Arrays.stream(POINTS)
                .map(x -> new double[] {Math.floor(5 * x[0])})
                .toArray(double[][]::new);
        double[] share =
                Arrays.stream(points).mapToDouble(x -> x[0] >= 3 ? 1 : 0).toArray();
        var box = Prim.find(points, new boolean[1], share, 25, 1).boxes().get(0);
        assertEquals(List.of(new Prim.Limit.AtLeast(0, 3)), box.limits());
    }

    @Test
    void pointsWithoutAFinishedRunAreLeftOut() {
        double[] share = where(x -> x[0] >= .6);
        share[3] = Double.NaN;
        assertEquals(1, find(share, 1).droppedPoints());
    }

    @Test
    void whatAlwaysHoldsHasNoBox() {
        assertEquals(List.of(), find(share(x -> 1), 1).boxes());
    }

    @Test
    void whatNeverHoldsHasNoBox() {
        assertEquals(List.of(), find(share(x -> 0), 1).boxes());
    }

    @Test
    void aShareAboveOneIsRefused() {
        double[] share = share(x -> 2);
        assertThrows(IllegalArgumentException.class, () -> find(share, 1));
    }
}
