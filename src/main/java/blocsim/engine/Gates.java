package blocsim.engine;

import blocsim.model.Bloc;
import blocsim.model.Condition;
import blocsim.model.Facts;
import blocsim.model.Gate;
import blocsim.model.World;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The gates that hang on the run: on the rung a state holds, on who the members are and on other blocs. Those that do not are
 * worked out before any run and stand in {@link blocsim.model.Figures} and {@link blocsim.model.Meetings}.
 */
final class Gates {
    /** One such gate; bit r of {@code rungs} stands for rung r. */
    private record Guard(
            String id, Condition condition, int rungs, int from, int until, int priorRungs, List<Integer> blocs) {}

    private final World world;
    private final Standings standings;
    private final Guard[][] guards;

    Gates(World world, Standings standings) {
        this.world = world;
        this.standings = standings;
        this.guards = world.blocs().stream()
                .map(bloc -> guards(world, bloc))
                .map(list -> list.toArray(Guard[]::new))
                .toArray(Guard[][]::new);
    }

    private static List<Guard> guards(World world, Bloc bloc) {
        var list = new ArrayList<Guard>();
        for (Gate gate : bloc.gates()) {
            int prior = 0;
            List<Integer> blocs = List.of();
            if (gate.condition() instanceof Condition.PriorRung required) {
                prior = bits(bloc, required.rungs());
            } else if (gate.condition() instanceof Condition.NotMemberOf others) {
                blocs = others.blocs().stream()
                        .map(world::bloc)
                        .filter(b -> b != World.NONE)
                        .toList();
            } else if (!(gate.condition() instanceof Condition.MinimumYears)
                    && !(gate.condition() instanceof Condition.NoOpenConflict)
                    && !(gate.condition() instanceof Condition.DiplomaticRelations)) {
                continue;
            }
            list.add(new Guard(
                    gate.id(),
                    gate.condition(),
                    bits(bloc, gate.rungs()),
                    day(gate.from(), Integer.MIN_VALUE),
                    day(gate.until(), Facts.NEVER),
                    prior,
                    blocs));
        }
        return list;
    }

    private static int bits(Bloc bloc, List<String> rungs) {
        return rungs.stream().mapToInt(id -> 1 << bloc.ladder().index(id)).reduce(0, (a, b) -> a | b);
    }

    private static int day(@Nullable LocalDate date, int otherwise) {
        return date == null ? otherwise : (int) date.toEpochDay();
    }

    /** The rungs that are shut to a state on a day: bit r for rung r. */
    int shut(int bloc, int state, int day) {
        return shut(bloc, state, day, false);
    }

    /** The rungs that a state may not even ask for on a day. */
    int unaskable(int bloc, int state, int day) {
        return shut(bloc, state, day, true);
    }

    /** The ids of those that shut a rung to a state on a day. */
    List<String> shutBy(int bloc, int state, int rung, int day) {
        var ids = new ArrayList<String>();
        for (Guard guard : guards[bloc]) {
            if (guard.from() <= day
                    && day < guard.until()
                    && (guard.rungs() >> rung & 1) == 1
                    && !passes(guard, bloc, state, day)) {
                ids.add(guard.id());
            }
        }
        return ids;
    }

    private int shut(int bloc, int state, int day, boolean onlyAsking) {
        int shut = 0;
        for (Guard guard : guards[bloc]) {
            if (guard.from() <= day
                    && day < guard.until()
                    && (!onlyAsking || guard.condition().barsAsking())
                    && (shut | guard.rungs()) != shut
                    && !passes(guard, bloc, state, day)) {
                shut |= guard.rungs();
            }
        }
        return shut;
    }

    private boolean passes(Guard guard, int bloc, int state, int day) {
        int cell = standings.cell(bloc, state);
        if (guard.condition() instanceof Condition.PriorRung) {
            return (guard.priorRungs() >> standings.rung[cell] & 1) == 1;
        }
        if (guard.condition() instanceof Condition.MinimumYears minimum) {
            return standings.rung[cell] > 0 && Standings.years(standings.since[cell], day) >= minimum.years();
        }
        if (guard.condition() instanceof Condition.NotMemberOf) {
            return guard.blocs().stream().noneMatch(b -> standings.full(b, state));
        }
        if (!world.facts().atOdds(state)) {
            return true;
        }
        boolean war = guard.condition() instanceof Condition.NoOpenConflict;
        for (int n = 0; n < standings.members(bloc); n++) {
            int member = standings.member(bloc, n);
            if (war ? world.facts().atWar(state, member, day) : world.facts().estranged(state, member, day)) {
                return false;
            }
        }
        return true;
    }
}
