package blocsim.api;

import blocsim.input.Nearest;
import blocsim.model.Bloc;
import blocsim.model.Ladder;
import blocsim.model.State;
import blocsim.model.World;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Codes as a world's indices, with a message that helps where there is no such code. */
final class Codes {
    private Codes() {}

    static List<String> states(World world) {
        return world.states().stream().map(State::code).toList();
    }

    static List<String> blocs(World world) {
        return world.blocs().stream().map(Bloc::code).toList();
    }

    /** The ids of a ladder, outsiders first. */
    static List<String> statuses(Ladder ladder) {
        var ids = new ArrayList<String>();
        for (int rung = 0; rung <= ladder.top(); rung++) {
            ids.add(ladder.id(rung));
        }
        return List.copyOf(ids);
    }

    static int state(World world, String code) {
        int state = world.state(code);
        if (state == World.NONE) {
            throw unknown("state", code, states(world));
        }
        return state;
    }

    static int bloc(World world, String code) {
        int bloc = world.bloc(code);
        if (bloc == World.NONE) {
            throw unknown("bloc", code, blocs(world));
        }
        return bloc;
    }

    /** A rung by its id; 0 for that of outsiders. */
    static int rung(World world, int bloc, String status) {
        var ids = statuses(world.blocs().get(bloc).ladder());
        int rung = ids.indexOf(status);
        if (rung < 0) {
            throw unknown("rung of " + world.blocs().get(bloc).code(), status, ids);
        }
        return rung;
    }

    /** A day of the horizon, counted from 1970-01-01. */
    static int day(World world, LocalDate date) {
        long day = date.toEpochDay();
        int first = world.bounds().get(0);
        int end = world.bounds().get(world.bounds().size() - 1);
        if (day < first || day >= end) {
            throw new IllegalArgumentException("the run knows nothing of " + date + "; give a day from "
                    + LocalDate.ofEpochDay(first) + " to " + LocalDate.ofEpochDay(end - 1L));
        }
        return (int) day;
    }

    private static IllegalArgumentException unknown(String what, String word, List<String> known) {
        return new IllegalArgumentException("there is no " + what + " \"" + word + "\"; " + Nearest.hint(word, known)
                + "The scenario has " + String.join(", ", known));
    }
}
