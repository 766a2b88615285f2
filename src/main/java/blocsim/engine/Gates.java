package blocsim.engine;

import blocsim.model.Bloc;
import blocsim.model.Condition;
import blocsim.model.Facts;
import blocsim.model.Gate;
import blocsim.model.World;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The gates that hang on the run: on the rung a state holds, on who the members are and on other blocs. Those that do not are
 * worked out before any run and stand in {@link blocsim.model.Figures} and {@link blocsim.model.Meetings}.
 */
final class Gates {
    /** One such gate; bit r of {@code rungs} stands for rung r. */
    private record Guard(
            String id,
            Kind kind,
            boolean barsAsking,
            int rungs,
            int from,
            int until,
            int priorRungs,
            double years,
            int[] blocs) {}

    private enum Kind {
        PRIOR_RUNG,
        MINIMUM_YEARS,
        NOT_MEMBER_OF,
        NO_OPEN_CONFLICT,
        DIPLOMATIC_RELATIONS
    }

    private final World world;
    private final Standings standings;
    private final Guard[][] guards;
    private final Guard[][] askingGuards;

    Gates(World world, Standings standings) {
        this.world = world;
        this.standings = standings;
        this.guards = world.blocs().stream()
                .map(bloc -> guards(world, bloc))
                .map(list -> list.toArray(Guard[]::new))
                .toArray(Guard[][]::new);
        this.askingGuards = Arrays.stream(guards)
                .map(ofBloc -> Arrays.stream(ofBloc).filter(Guard::barsAsking).toArray(Guard[]::new))
                .toArray(Guard[][]::new);
    }

    private static List<Guard> guards(World world, Bloc bloc) {
        var list = new ArrayList<Guard>();
        for (Gate gate : bloc.gates()) {
            int prior = 0;
            double years = 0;
            int[] blocs = {};
            Kind kind;
            if (gate.condition() instanceof Condition.PriorRung required) {
                kind = Kind.PRIOR_RUNG;
                prior = bits(bloc, required.rungs());
            } else if (gate.condition() instanceof Condition.NotMemberOf others) {
                kind = Kind.NOT_MEMBER_OF;
                blocs = others.blocs().stream()
                        .mapToInt(world::bloc)
                        .filter(b -> b != World.NONE)
                        .toArray();
            } else if (gate.condition() instanceof Condition.MinimumYears minimum) {
                kind = Kind.MINIMUM_YEARS;
                years = minimum.years();
            } else if (gate.condition() instanceof Condition.NoOpenConflict) {
                kind = Kind.NO_OPEN_CONFLICT;
            } else if (gate.condition() instanceof Condition.DiplomaticRelations) {
                kind = Kind.DIPLOMATIC_RELATIONS;
            } else {
                continue;
            }
            list.add(new Guard(
                    gate.id(),
                    kind,
                    gate.condition().barsAsking(),
                    bits(bloc, gate.rungs()),
                    day(gate.from(), Integer.MIN_VALUE),
                    day(gate.until(), Facts.NEVER),
                    prior,
                    years,
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
        return shut(guards[bloc], bloc, state, day);
    }

    /** The rungs that a state may not even ask for on a day. */
    int unaskable(int bloc, int state, int day) {
        return shut(askingGuards[bloc], bloc, state, day);
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

    private int shut(Guard[] all, int bloc, int state, int day) {
        int shut = 0;
        for (Guard guard : all) {
            if (guard.from() <= day
                    && day < guard.until()
                    && (shut | guard.rungs()) != shut
                    && !passes(guard, bloc, state, day)) {
                shut |= guard.rungs();
            }
        }
        return shut;
    }

    private boolean passes(Guard guard, int bloc, int state, int day) {
        int cell = standings.cell(bloc, state);
        return switch (guard.kind()) {
            case PRIOR_RUNG -> (guard.priorRungs() >> standings.rung[cell] & 1) == 1;
            case MINIMUM_YEARS ->
                standings.rung[cell] > 0 && Standings.years(standings.since[cell], day) >= guard.years();
            case NOT_MEMBER_OF -> isMemberOfNone(guard, state);
            case NO_OPEN_CONFLICT -> !atOdds(true, bloc, state, day);
            case DIPLOMATIC_RELATIONS -> !atOdds(false, bloc, state, day);
        };
    }

    private boolean isMemberOfNone(Guard guard, int state) {
        for (int b : guard.blocs()) {
            if (standings.full(b, state)) {
                return false;
            }
        }
        return true;
    }

    /** Whether a state is at war, or else without relations, with a member. */
    private boolean atOdds(boolean war, int bloc, int state, int day) {
        if (!world.facts().atOdds(state)) {
            return false;
        }
        for (int n = 0; n < standings.members(bloc); n++) {
            int member = standings.member(bloc, n);
            if (war ? world.facts().atWar(state, member, day) : world.facts().estranged(state, member, day)) {
                return true;
            }
        }
        return false;
    }
}
