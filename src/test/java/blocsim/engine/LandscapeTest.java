package blocsim.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import blocsim.model.Cause;
import blocsim.model.Parameter;
import blocsim.model.World;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The landscape of Axelrod and Bennett (1993), "A Landscape Theory of Aggregation", British Journal of Political Science 23: with
 * two blocs that shut each other out, forced choice, symmetric propensities and best replies, each move goes downhill in the energy
 * E(X) = -Σ s_i s_j p_ij over the pairs in the same bloc, and a run comes to rest where no state alone can lower it.
 *
 * <p>A configuration is a number from 0 to 255, whose bit i is the bloc of state i. Trade shares x_ij = s_j p_ij / Σ_k s_k |p_ik|
 * make what a bloc is worth to i proportional to Σ s_j p_ij over its members; a negative one stands for a rival, which no figure of
 * the panel does. In the landscape states move one at a time, in a run they may in the same tick: of several seeds, the first is
 * taken with which they do not.
 */
class LandscapeTest {
    private static final int STATES = 8;
    private static final int CONFIGURATIONS = 1 << STATES;
    private static final int TICKS = 240;
    private static final int DAYS = 14;
    private static final int SEEDS = 40;

    /** Sizes s_i and propensities p_ij. */
    private enum Landscape {
        /** Pairs of close friends in two camps, none of them at odds. */
        FRIENDS {
            @Override
            int size(int i) {
                return List.of(5, 3, 4, 2, 3, 1, 2, 1).get(i);
            }

            @Override
            double propensity(int i, int j) {
                return i / 2 == j / 2 ? 1 : i / 4 == j / 4 ? 0.13 : 0.11;
            }
        },
        /** States around a ring: friends of the next two, rivals of those across. To each the whole of the others is a rival. */
        RIVALS {
            @Override
            int size(int i) {
                return List.of(5, 3, 4, 2, 3, 4, 2, 3).get(i);
            }

            @Override
            double propensity(int i, int j) {
                int apart = Math.min(Math.floorMod(i - j, STATES), Math.floorMod(j - i, STATES));
                return List.of(1.0, 0.2, -0.9, -1.6).get(apart - 1);
            }
        };

        abstract int size(int i);

        abstract double propensity(int i, int j);

        double energy(int x) {
            double energy = 0;
            for (int i = 0; i < STATES; i++) {
                for (int j = i + 1; j < STATES; j++) {
                    energy -= (x >> i & 1) == (x >> j & 1) ? size(i) * size(j) * propensity(i, j) : 0;
                }
            }
            return energy;
        }

        /** By how much the energy rises if a state moves. */
        double rise(int x, int i) {
            return energy(x ^ 1 << i) - energy(x);
        }

        boolean isMinimum(int x) {
            return IntStream.range(0, STATES).allMatch(i -> rise(x, i) >= 0);
        }

        double[][] tradeShares() {
            var shares = new double[STATES][STATES];
            for (int i = 0; i < STATES; i++) {
                double all = 0;
                for (int j = 0; j < STATES; j++) {
                    shares[i][j] = i == j ? 0 : size(j) * propensity(i, j);
                    all += Math.abs(shares[i][j]);
                }
                for (int j = 0; j < STATES; j++) {
                    shares[i][j] /= all;
                }
            }
            return shares;
        }

        World world(int x) {
            return new TwoBlocs(tradeShares())
                    .with(Parameter.ECONOMY, 100)
                    .with(Parameter.CHOICE_SHARPNESS, 1000)
                    .with(Parameter.REQUEST_RATE, 1)
                    .ticks(TICKS, DAYS)
                    .world(IntStream.range(0, STATES).map(i -> x >> i & 1).toArray());
        }
    }

    /** The configurations that a run passes, and the days of its moves. */
    private static final class Path implements Recorder {
        final List<Integer> configurations = new ArrayList<>();
        final List<Integer> days = new ArrayList<>();
        private int outside;

        Path(int x) {
            configurations.add(x);
        }

        static Path of(Landscape landscape, int x, int seed) {
            var path = new Path(x);
            new Simulator(landscape.world(x)).run(seed, 0, path);
            assertEquals(0, path.outside, "states that left a bloc entered the other");
            return path;
        }

        @Override
        public void happened(int day, int bloc, int state, int from, int to, Cause cause) {
            if (cause == Cause.LEFT) {
                outside |= 1 << state;
            } else if (cause == Cause.ENTERED) {
                assertEquals(1 << state, outside, "a state leaves its bloc as it enters the other");
                outside = 0;
                configurations.add(last() ^ 1 << state);
                days.add(day);
            }
        }

        int last() {
            return configurations.get(configurations.size() - 1);
        }

        /** All happen on the last day of a tick, so two in a tick share a day. */
        boolean movesOneAtATime() {
            return new TreeSet<>(days).size() == days.size();
        }
    }

    private static final Map<Landscape, List<Path>> PATHS = new EnumMap<>(Landscape.class);

    @BeforeAll
    static void runFromEveryConfiguration() {
        for (var landscape : Landscape.values()) {
            PATHS.put(
                    landscape,
                    starts(landscape).mapToObj(x -> path(landscape, x)).toList());
        }
    }

    private static List<Path> paths(Landscape landscape) {
        return Objects.requireNonNull(PATHS.get(landscape));
    }

    /** The run from a configuration with the first of the seeds whose moves come one at a time. */
    private static Path path(Landscape landscape, int x) {
        return IntStream.range(0, SEEDS)
                .mapToObj(seed -> Path.of(landscape, x, seed))
                .filter(Path::movesOneAtATime)
                .findFirst()
                .orElseThrow();
    }

    private static boolean hasEmptyBloc(int x) {
        return x == 0 || x == CONFIGURATIONS - 1;
    }

    /**
     * The configurations to start from: all of them among friends, of whom none would rather be alone. A bloc without members has
     * nobody to let a state in, so among rivals the two configurations with an empty bloc stand apart: there a state alone could
     * lower the energy, and cannot. No other run comes there, as to each state the whole of the others is a rival.
     */
    private static IntStream starts(Landscape landscape) {
        return IntStream.range(0, CONFIGURATIONS).filter(x -> !hasEmptyBloc(x) || landscape.isMinimum(x));
    }

    private static List<Integer> minima(Landscape landscape) {
        return IntStream.range(0, CONFIGURATIONS)
                .filter(landscape::isMinimum)
                .boxed()
                .toList();
    }

    /** The figures come from another program that counts ties with the own bloc against those with the other. */
    @Test
    void theLandscapesHaveTheseMinima() {
        assertEquals(
                List.of(
                        0b00000000,
                        0b00000011,
                        0b00001100,
                        0b00110011,
                        0b00111100,
                        0b11000011,
                        0b11001100,
                        0b11110011,
                        0b11111100,
                        0b11111111),
                minima(Landscape.FRIENDS));
        assertEquals(
                List.of(0b00001111, 0b00011110, 0b00111100, 0b01111000, 0b10000111, 0b11000011, 0b11100001, 0b11110000),
                minima(Landscape.RIVALS));
    }

    /** Otherwise a best reply would be a toss. */
    @ParameterizedTest
    @EnumSource
    void noMoveLeavesTheEnergyAsItIs(Landscape landscape) {
        double smallest = IntStream.range(0, CONFIGURATIONS)
                .boxed()
                .flatMap(x -> IntStream.range(0, STATES).mapToObj(i -> Math.abs(landscape.rise(x, i))))
                .min(Double::compare)
                .orElseThrow();
        assertTrue(smallest > 0.005, "smallest change " + smallest);
    }

    @Test
    void amongFriendsEveryConfigurationIsARunsStart() {
        assertEquals(CONFIGURATIONS, paths(Landscape.FRIENDS).size());
    }

    @Test
    void amongRivalsOnlyThoseWithAnEmptyBlocAreLeftOut() {
        assertEquals(CONFIGURATIONS - 2, paths(Landscape.RIVALS).size());
    }

    @ParameterizedTest
    @EnumSource
    void everyRunEndsInALocalMinimum(Landscape landscape) {
        var elsewhere = paths(landscape).stream()
                .filter(path -> !landscape.isMinimum(path.last()))
                .map(path -> path.configurations)
                .toList();
        assertEquals(List.of(), elsewhere);
    }

    @ParameterizedTest
    @EnumSource
    void noMoveOfARunRaisesTheEnergy(Landscape landscape) {
        var rising = paths(landscape).stream()
                .map(path -> path.configurations)
                .filter(x -> IntStream.range(1, x.size())
                        .anyMatch(n -> landscape.energy(x.get(n)) > landscape.energy(x.get(n - 1))))
                .toList();
        assertEquals(List.of(), rising);
    }

    @ParameterizedTest
    @EnumSource
    void whatIsNoLocalMinimumIsLeftForLowerGround(Landscape landscape) {
        var stuck = paths(landscape).stream()
                .map(path -> path.configurations)
                .filter(x -> !landscape.isMinimum(x.get(0)))
                .filter(x -> landscape.energy(x.get(x.size() - 1)) >= landscape.energy(x.get(0)))
                .toList();
        assertEquals(List.of(), stuck);
    }

    @ParameterizedTest
    @EnumSource
    void aLocalMinimumIsKept(Landscape landscape) {
        var left = paths(landscape).stream()
                .map(path -> path.configurations)
                .filter(x -> landscape.isMinimum(x.get(0)) && x.size() > 1)
                .toList();
        assertEquals(List.of(), left);
    }

    @ParameterizedTest
    @EnumSource
    void everyLocalMinimumIsTheEndOfARunFromElsewhere(Landscape landscape) {
        var reached = new TreeSet<Integer>();
        paths(landscape).stream()
                .filter(path -> path.configurations.size() > 1)
                .forEach(path -> reached.add(path.last()));
        assertEquals(minima(landscape), List.copyOf(reached));
    }

    @Test
    void aBlocWithoutMembersIsClosedToAStateAmongItsRivals() {
        assertTrue(IntStream.range(0, STATES).anyMatch(i -> Landscape.RIVALS.rise(0, i) < 0));
        assertEquals(List.of(0), Path.of(Landscape.RIVALS, 0, 1).configurations);
    }
}
