package blocsim.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import blocsim.TestWorlds;
import blocsim.engine.Recorder;
import blocsim.engine.Simulator;
import blocsim.model.Cause;
import blocsim.model.Parameter;
import blocsim.model.Part;
import blocsim.model.StanceTerm;
import blocsim.model.World;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class DecisionLogTest {
    private static final World WORLD = TestWorlds.of("AAA", "BLR", "CCC", "CHN", "DDD", "UZB")
            .members("CHN", "UZB")
            .with(Parameter.EFFORT_OUTSIDER, 3)
            .with(Parameter.EFFORT_PARTNER, 3)
            .with(Parameter.AGENDA_BASE, 0)
            .dispute("UZB", "BLR", LocalDate.of(1990, 1, 1), LocalDate.of(2100, 1, 1))
            .years(20)
            .build();

    private static List<List<String>> rows(String stage) {
        var log = new DecisionLog(WORLD, 0);
        new Simulator(WORLD).run(4, 0, log);
        return log.rows().stream().filter(row -> row.get(4).equals(stage)).toList();
    }

    private static int column(String name) {
        return DecisionLog.TABLE.header().indexOf(name);
    }

    private static double number(List<String> row, String name) {
        return Double.parseDouble(row.get(column(name)));
    }

    /** η of an outsider: q̃·(δ^lag·(φB - ψK) + face) - face - effort + β_z·size, from the row alone. */
    @Test
    void thePartsOfAChoiceReproduceItsUtility() {
        var ladder = WORLD.blocs().get(0).ladder();
        var parameters = WORLD.parameters();
        int checked = 0;
        for (var row : rows("choice")) {
            int i = WORLD.state(row.get(3));
            boolean outsider = WORLD.start().stream().noneMatch(start -> start.state() == i);
            if (!outsider || !row.get(1).equals("2001-01-01")) {
                continue;
            }
            double benefits = 0;
            double cost = 0;
            for (var part : Part.values()) {
                double value = number(row, part.label());
                benefits += part.motive() == null ? 0 : value;
                cost += part.motive() == null ? value : 0;
            }
            var rung = ladder.rung(ladder.index(row.get(5)));
            double gain = rung.benefit() * benefits - rung.obligation() * cost;
            double discounted = StrictMath.pow(parameters.get(Parameter.DISCOUNT), rung.entryMonths() / 12.0);
            double face = parameters.get(Parameter.FACE);
            double utility = number(row, "hope") * (discounted * gain + face)
                    - face
                    - parameters.get(Parameter.EFFORT_OUTSIDER)
                    + parameters.get(Parameter.SIZE) * WORLD.figures().get(0).size(i);
            assertEquals(utility, number(row, "utility"), 1e-5, row.toString());
            checked++;
        }
        assertEquals(4 * 3, checked);
    }

    @Test
    void theTermsOfAVoteAddUpToItsLogIntensity() {
        int first = column(Part.CLASH.label()) + 1;
        var votes = rows("vote");
        for (var row : votes) {
            double sum = 0;
            for (int t = 0; t < StanceTerm.values().length; t++) {
                sum += Double.parseDouble(row.get(first + t));
            }
            assertEquals(sum, number(row, "utility"), 1e-5);
            assertEquals(-Math.expm1(-Math.exp(sum)), number(row, "probability"), 1e-5);
        }
        assertTrue(votes.size() > 5);
    }

    @Test
    void theDisputeStandsInTheVoteOfTheMemberThatHasIt() {
        for (var row : rows("vote")) {
            boolean disputes = row.get(3).equals("BLR") && row.get(6).equals("UZB");
            assertEquals(
                    disputes ? Parameter.OBJECTION_DISPUTE.standard() : 0,
                    number(row, "objectionDispute"),
                    row.toString());
        }
    }

    private static List<String> happened(Cause... causes) {
        var list = new ArrayList<String>();
        new Simulator(WORLD).run(4, 0, new Recorder() {
            @Override
            public void happened(int day, int bloc, int state, int from, int to, Cause cause) {
                if (List.of(causes).contains(cause)) {
                    list.add(LocalDate.ofEpochDay(day)
                            + WORLD.states().get(state).code()
                            + WORLD.blocs().get(bloc).ladder().id(to)
                            + cause.label());
                }
            }
        });
        return list;
    }

    private static List<String> outcomes(String stage, String... labels) {
        return rows(stage).stream()
                .filter(row -> List.of(labels).contains(row.get(11)))
                .map(row -> row.get(1) + row.get(3) + row.get(5) + row.get(11))
                .toList();
    }

    @Test
    void theOutcomesOfSummitsAreWhatHappened() {
        assertEquals(happened(Cause.APPROVED, Cause.STOPPED), outcomes("summit", "approved", "stopped"));
    }

    @Test
    void theOutcomesOfEntriesAreWhatHappened() {
        assertEquals(happened(Cause.ENTERED, Cause.DECLINED), outcomes("entry", "entered", "declined"));
    }

    @Test
    void aChoiceIsMarkedWhereTheStateAsked() {
        assertEquals(happened(Cause.ASKED).size(), outcomes("choice", "asked").size());
    }

    @Test
    void everySummitHasAnOutcome() {
        assertTrue(rows("summit").stream().noneMatch(row -> row.get(11).isEmpty()));
    }
}
