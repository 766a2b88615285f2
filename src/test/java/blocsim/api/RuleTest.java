package blocsim.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import blocsim.input.InputException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import org.junit.jupiter.api.Test;

class RuleTest {
    private record Own(BiFunction<Situation, Draws, List<Move>> act) implements Rule {
        @Override
        public String name() {
            return "own";
        }

        @Override
        public List<Move> moves(Situation now, Draws draws) {
            return act.apply(now, draws);
        }
    }

    private static Scenario belarus() throws InputException {
        return Scenario.read("scenarios/belarus-sco.json");
    }

    /** Each year, with one chance in two, Mongolia is put out and asks again. */
    private static Rule restless() {
        return new Own((now, draws) -> draws.uniform("MNG") < 0.5
                ? List.of(Move.expel("MNG", "SCO", now.firstDay()), Move.ask("MNG", "SCO", "observer", now.lastDay()))
                : List.of());
    }

    @Test
    void aRuleThatMovesNothingChangesNothing() throws InputException {
        var idle = belarus().with(new Own((now, draws) -> List.of()));
        assertEquals(
                Simulator.run(belarus(), 5).events(), Simulator.run(idle, 5).events());
    }

    @Test
    void aStateIsPutOutOnTheRulesDay() throws InputException {
        var strict = belarus()
                .with(new Own((now, draws) -> now.firstDay().getYear() == 2015
                        ? List.of(Move.expel("UZB", "SCO", now.firstDay()))
                        : List.of()));
        var left = Simulator.run(strict, 5).events("UZB", "SCO").stream()
                .filter(event -> event.cause().equals("expelled"))
                .map(event -> event.date().toString())
                .toList();
        assertEquals(List.of("2015-01-01"), left);
    }

    @Test
    void aRuleThatDrawsIsTheSameOnOneThreadAndTwo() throws InputException {
        var plan = Ensemble.of(belarus().with(restless())).replicates(12).seed(3);
        var one = new ArrayList<List<Trajectory.Event>>();
        var two = new ArrayList<List<Trajectory.Event>>();
        plan.threads(1).run().trajectories().forEach(run -> one.add(run.events()));
        plan.threads(2).run().trajectories().forEach(run -> two.add(run.events()));
        assertEquals(one, two);
    }

    @Test
    void aRuleDrawsDifferentlyInEachReplicate() throws InputException {
        var scenario = belarus().with(restless());
        var asked = Ensemble.of(scenario).replicates(12).seed(3).run().trajectories().stream()
                .map(run -> run.events("MNG", "SCO"))
                .distinct()
                .count();
        assertTrue(asked > 6);
    }

    @Test
    void aDayBeyondTheTickFailsTheRunWithTheRulesName() throws InputException {
        var wrong = belarus()
                .with(new Own((now, draws) ->
                        List.of(Move.expel("UZB", "SCO", now.lastDay().plusDays(1)))));
        var failure = assertThrows(IllegalArgumentException.class, () -> Simulator.run(wrong, 5));
        assertTrue(String.valueOf(failure.getMessage()).startsWith("the rule own moves UZB on 2002-01-01"));
    }

    @Test
    void anUnknownStateIsTold() throws InputException {
        var wrong = belarus().with(new Own((now, draws) -> List.of(Move.expel("UZN", "SCO", now.firstDay()))));
        assertThrows(IllegalArgumentException.class, () -> Simulator.run(wrong, 5));
    }

    @Test
    void chartsNameTheRule() throws InputException {
        var charts = Ensemble.of(belarus().with(restless())).replicates(4).run().charts();
        assertTrue(charts.get("bloc-size").svg().contains("belarus-sco, with the rule own, 4 runs"));
    }

    @Test
    void membersAreSeenAsTheyStand() throws InputException {
        var seen = new ArrayList<String>();
        var looking = belarus().with(new Own((now, draws) -> {
            if (now.firstDay().getYear() == 2002) {
                seen.addAll(now.members("SCO"));
            }
            return List.of();
        }));
        Simulator.run(looking, 5);
        assertEquals(List.of("CHN", "KAZ", "KGZ", "RUS", "TJK", "UZB"), seen);
    }
}
