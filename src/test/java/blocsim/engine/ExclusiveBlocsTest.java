package blocsim.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import blocsim.TestWorlds;
import blocsim.model.Cause;
import blocsim.model.Parameter;
import blocsim.model.Part;
import blocsim.model.World;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Blocs that shut each other out: what a move from one to the other is worth, and what it brings. */
class ExclusiveBlocsTest {
    private static final LocalDate ENTRY = LocalDate.of(2003, 3, 1);
    private static final LocalDate OFFER = LocalDate.of(2001, 3, 1);
    private static final int PARTNER = 1;
    private static final int MEMBER = 3;

    /** Belarus, a member of AAA with Russia, has a foot in the SCO, whose one member is China; only what is set going happens. */
    private static TestWorlds torn() {
        return TestWorlds.of("BLR", "CHN", "RUS")
                .andBloc("AAA")
                .holds("AAA", "BLR", "member")
                .holds("AAA", "RUS", "member")
                .holds("SCO", "BLR", "observer")
                .members("CHN")
                .eager()
                .with(Parameter.REQUEST_RATE, 0)
                .with(Parameter.STATUS, 50);
    }

    /** The SCO is by far the larger bloc, so that its prestige is worth a move. */
    private static TestWorlds drawn() {
        return torn().gdp("CHN", 9e13);
    }

    private static TestWorlds held() {
        return torn().gdp("RUS", 9e13);
    }

    private static Log.Line line(String bloc, String from, String to, Cause cause) {
        return new Log.Line(ENTRY, bloc, "BLR", from, to, cause);
    }

    private static List<Log.Line> lines(TestWorlds worlds) {
        return Log.of(worlds.approved("BLR", ENTRY).build(), 1).lines;
    }

    @Test
    void aFullMembershipFirstEndsTheOneThatItShutsOut() {
        assertEquals(
                List.of(line("AAA", "member", "none", Cause.LEFT), line("SCO", "observer", "member", Cause.ENTERED)),
                lines(drawn().exclusiveWith("AAA")));
    }

    @Test
    void whereNothingIsShutOutBothAreHeld() {
        assertEquals(List.of(line("SCO", "observer", "member", Cause.ENTERED)), lines(drawn()));
    }

    @Test
    void whatIsWorthLessThanWhatItWouldEndIsDeclined() {
        assertEquals(List.of(line("SCO", "observer", "member", Cause.DECLINED)), lines(held().exclusiveWith("AAA")));
        assertEquals(List.of(line("SCO", "observer", "member", Cause.ENTERED)), lines(held()));
    }

    @Test
    void aLowerRungEndsNothing() {
        var worlds = TestWorlds.of("BLR", "CHN", "RUS")
                .andBloc("AAA")
                .exclusiveWith("AAA")
                .holds("AAA", "BLR", "member")
                .members("CHN")
                .eager()
                .with(Parameter.REQUEST_RATE, 0)
                .offered(PARTNER, "BLR", OFFER);
        assertEquals(
                List.of(Cause.ASKED, Cause.APPROVED, Cause.ENTERED),
                Log.of(worlds.build(), 1).lines.stream().map(Log.Line::cause).toList());
    }

    @Test
    void aFounderLeavesWhatTheNewBlocShutsOut() {
        var log = Log.of(torn().exclusiveWith("AAA").founders("BLR").build(), 1);
        assertEquals(
                List.of(new Log.Line(LocalDate.of(2001, 6, 15), "AAA", "BLR", "member", "none", Cause.LEFT)),
                log.of("BLR", Cause.LEFT));
    }

    /** The loss stands in the gain; as a cost it would be counted twice. */
    @Test
    void aMembershipInTheWorldIsNoCostOfClash() {
        var world = drawn().exclusiveWith("AAA").build();
        var costs = new double[] {Double.NaN};
        new Simulator(world).run(1, 0, new Recorder() {
            @Override
            public boolean follows(int bloc, int state) {
                return true;
            }

            @Override
            public void worth(int tick, int bloc, int state, double[] parts) {
                if (tick == 0 && bloc == world.bloc("SCO") && state == world.state("BLR")) {
                    costs[0] = parts[Part.CLASH.ordinal()];
                }
            }
        });
        assertEquals(0, costs[0]);
    }

    private static Examination examined(TestWorlds worlds, String bloc) {
        var world = worlds.build();
        return new Examiner(world).examine(1, 0, 0, world.bloc(bloc), world.state("BLR"), MEMBER);
    }

    @Test
    void anExplanationNamesTheValueOfWhatWouldEnd() {
        double elsewhere = examined(drawn().exclusiveWith("AAA"), "AAA").value();
        assertTrue(elsewhere > 0);
        assertEquals(elsewhere, examined(drawn().exclusiveWith("AAA"), "SCO").forgone());
        assertEquals(0, examined(drawn(), "SCO").forgone());
    }

    @Test
    void anExplanationsUtilityIsThatOfTheWholeGain() {
        var examination = examined(
                drawn().exclusiveWith("AAA")
                        .with(Parameter.EFFORT_OBSERVER, 0)
                        .with(Parameter.SIZE, 0)
                        .with(Parameter.FACE, 0)
                        .with(Parameter.DISCOUNT, 1),
                "SCO");
        double gain = examination.value() - examination.valueNow() - examination.forgone();
        assertEquals(examination.hope() * gain, examination.utility(), 1e-12);
    }

    /** State 0 trades more with state 1, the one member of AAA, than with state 2, the one of BBB; it starts where it is put. */
    private static World pulled(int start, double sharpness, double rate) {
        return new TwoBlocs(new double[][] {{0, 0.3, 0.2}, {0.3, 0, 0.1}, {0.2, 0.1, 0}})
                .with(Parameter.CHOICE_SHARPNESS, sharpness)
                .with(Parameter.REQUEST_RATE, rate)
                .world(start, 0, 1);
    }

    private static final int RUNS = 2000;

    /** The share of runs of a year in which state 0 asks a bloc. */
    private static double asking(World world, String bloc) {
        var log = new Log(world);
        var simulator = new Simulator(world);
        IntStream.range(0, RUNS).forEach(replicate -> simulator.run(1, replicate, log));
        return log.of("S00", Cause.ASKED).stream()
                        .filter(line -> line.bloc().equals(bloc))
                        .count()
                / (double) RUNS;
    }

    private static final double THREE_ERRORS = 3 * 0.5 / StrictMath.sqrt(RUNS);

    /** Two moves and staying: at one occasion a year it asks with rate 2/3, for either bloc as often. */
    @Test
    void withoutSharpnessAnOutsidersMovesAndStayingAreEquallyLikely() {
        double either = -StrictMath.expm1(-2.0 / 3) / 2;
        var world = pulled(TwoBlocs.NEITHER, 0, 1);
        assertEquals(either, asking(world, "AAA"), THREE_ERRORS);
        assertEquals(either, asking(world, "BBB"), THREE_ERRORS);
    }

    /** One move and staying: it asks with rate 1/2, even for the worse bloc. */
    @Test
    void withoutSharpnessAMembersMoveAndStayingAreEquallyLikely() {
        assertEquals(-StrictMath.expm1(-0.5), asking(pulled(0, 0, 1), "BBB"), THREE_ERRORS);
    }

    @Test
    void withBoundlessSharpnessAnOutsiderAsksTheBetterBlocAlone() {
        var world = pulled(TwoBlocs.NEITHER, 1000, 12);
        assertEquals(1, asking(world, "AAA"), 0.001);
        assertEquals(0, asking(world, "BBB"));
    }

    @Test
    void withBoundlessSharpnessAMemberMovesToTheBetterBlocAndNeverToTheWorse() {
        assertEquals(1, asking(pulled(1, 1000, 12), "AAA"), 0.001);
        assertEquals(0, asking(pulled(0, 1000, 12), "BBB"));
    }

    /** Neither bloc ever takes a request up, and BLR is set on asking both. */
    private static TestWorlds waiting() {
        return TestWorlds.of("BLR", "CHN", "RUS")
                .andBloc("AAA")
                .holds("AAA", "RUS", "member")
                .members("CHN")
                .eager()
                .years(3)
                .with(Parameter.AGENDA_BASE, -20);
    }

    private static List<Log.Line> lines(TestWorlds worlds, Cause cause) {
        return Log.of(worlds.build(), 1).of("BLR", cause);
    }

    @Test
    void aStateThatWaitsMayAskTheRivalAndTakesTheOlderRequestBack() {
        var worlds = waiting().exclusiveWith("AAA");
        var asked = lines(worlds, Cause.ASKED);
        var withdrawn = lines(worlds, Cause.WITHDRAWN);
        assertEquals(asked.get(0).bloc(), withdrawn.get(0).bloc());
        assertEquals(asked.get(1).day(), withdrawn.get(0).day());
        assertNotEquals(asked.get(1).bloc(), withdrawn.get(0).bloc());
    }

    @Test
    void whereNothingIsShutOutBothRequestsStand() {
        assertEquals(List.of(), lines(waiting(), Cause.WITHDRAWN));
        assertEquals(2, lines(waiting(), Cause.ASKED).size());
    }

    /** Whether a log has BLR ask one bloc while the approval of another waits for the day of entry. */
    private static boolean asksOverAnApproval(Log log) {
        String approvedBy = "";
        for (var line :
                log.lines.stream().filter(line -> line.state().equals("BLR")).toList()) {
            switch (line.cause()) {
                case APPROVED -> approvedBy = line.bloc();
                case ENTERED, DECLINED, LAPSED -> approvedBy = "";
                case ASKED -> {
                    if (!approvedBy.isEmpty() && !approvedBy.equals(line.bloc())) {
                        return true;
                    }
                }
                default -> {}
            }
        }
        return false;
    }

    @Test
    void aStateDoesNotAskTheRivalOfABlocThatHasApprovedIt() {
        var world =
                waiting().exclusiveWith("AAA").with(Parameter.AGENDA_BASE, 0).build();
        assertEquals(
                0,
                IntStream.range(0, 2000)
                        .filter(seed -> asksOverAnApproval(Log.of(world, seed)))
                        .count());
    }
}
