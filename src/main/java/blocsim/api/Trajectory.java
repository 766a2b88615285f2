package blocsim.api;

import blocsim.model.Ladder;
import blocsim.model.World;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What one replicate did, from the first day of the horizon to the last. */
public final class Trajectory {
    /**
     * A step on the way of a state in a bloc.
     *
     * @param date when
     * @param bloc code of the bloc
     * @param state code of the state
     * @param from id of the rung in force before, {@code none} for an outsider
     * @param to id of the rung in force after it, or which it is about where none changes
     * @param cause what happened: founded, asked, stopped, approved, withdrawn, lapsed, declined, entered, left, expelled or merged
     */
    public record Event(LocalDate date, String bloc, String state, String from, String to, String cause) {}

    /**
     * A member's objection at a summit.
     *
     * @param date of the summit
     * @param bloc code of the bloc
     * @param state code of the candidate
     * @param status id of the rung that it had asked for
     * @param objector code of the member
     * @param first whether it was the first to object
     */
    public record Objection(LocalDate date, String bloc, String state, String status, String objector, boolean first) {}

    private final World world;
    private final blocsim.experiment.Trajectory run;
    private final int replicate;

    Trajectory(World world, blocsim.experiment.Trajectory run, int replicate) {
        this.world = world;
        this.run = run;
        this.replicate = replicate;
    }

    /** Its number, from 0. */
    public int replicate() {
        return replicate;
    }

    /** Everything that happened to a status, by date. */
    public List<Event> events() {
        var events = new ArrayList<Event>();
        for (var h : run.happenings()) {
            var ladder = ladder(h.bloc());
            events.add(new Event(
                    LocalDate.ofEpochDay(h.day()),
                    world.blocs().get(h.bloc()).code(),
                    world.states().get(h.state()).code(),
                    ladder.id(h.from()),
                    ladder.id(h.to()),
                    h.cause().label()));
        }
        return List.copyOf(events);
    }

    /**
     * What happened to one state in one bloc, by date.
     *
     * @throws IllegalArgumentException if the scenario has no such state or bloc
     */
    public List<Event> events(String state, String bloc) {
        Codes.state(world, state);
        Codes.bloc(world, bloc);
        return events().stream()
                .filter(event -> event.state().equals(state) && event.bloc().equals(bloc))
                .toList();
    }

    /** Every objection, by date. */
    public List<Objection> objections() {
        return run.objections().stream()
                .map(o -> new Objection(
                        LocalDate.ofEpochDay(o.day()),
                        world.blocs().get(o.bloc()).code(),
                        world.states().get(o.state()).code(),
                        ladder(o.bloc()).id(o.rung()),
                        world.states().get(o.objector()).code(),
                        o.first()))
                .toList();
    }

    /**
     * The id of the rung that a state holds in a bloc at the end of a day; {@code none} for an outsider.
     *
     * @throws IllegalArgumentException if the scenario has no such state or bloc, or the day is not within the horizon
     */
    public String status(String state, String bloc, LocalDate date) {
        int b = Codes.bloc(world, bloc);
        return ladder(b).id(rung(Codes.state(world, state), b, Codes.day(world, date)));
    }

    /**
     * The codes of the full members of a bloc at the end of a day, in order.
     *
     * @throws IllegalArgumentException if the scenario has no such bloc, or the day is not within the horizon
     */
    public List<String> members(String bloc, LocalDate date) {
        int b = Codes.bloc(world, bloc);
        int day = Codes.day(world, date);
        var members = new ArrayList<String>();
        for (int i = 0; i < world.states().size(); i++) {
            if (rung(i, b, day) == ladder(b).top()) {
                members.add(world.states().get(i).code());
            }
        }
        return List.copyOf(members);
    }

    /**
     * The first day on which a state holds a rung or a higher one: that of the horizon if it does from the start, and none if it never
     * does.
     *
     * @param status id of a rung above {@code none}
     * @throws IllegalArgumentException if the scenario has no such state, bloc or rung
     */
    public Optional<LocalDate> firstHeld(String state, String bloc, String status) {
        int day = firstDay(state, bloc, status);
        return day == Integer.MAX_VALUE ? Optional.empty() : Optional.of(LocalDate.ofEpochDay(day));
    }

    int firstDay(String state, String bloc, String status) {
        int b = Codes.bloc(world, bloc);
        int rung = Codes.rung(world, b, status);
        if (rung == 0) {
            throw new IllegalArgumentException("nobody comes to be an outsider; give a rung above " + status);
        }
        return run.firstHeld(b, Codes.state(world, state), rung);
    }

    /** Whether a state holds a rung or a higher one at the end of a day. */
    boolean holds(String state, String bloc, String status, LocalDate date) {
        int b = Codes.bloc(world, bloc);
        return rung(Codes.state(world, state), b, Codes.day(world, date)) >= Codes.rung(world, b, status);
    }

    private int rung(int state, int bloc, int day) {
        int rung = 0;
        for (var start : world.start()) {
            if (start.state() == state && start.bloc() == bloc) {
                rung = start.rung();
            }
        }
        for (var h : run.happenings()) {
            if (h.state() == state && h.bloc() == bloc && h.cause().changesRung() && h.day() <= day) {
                rung = h.to();
            }
        }
        return rung;
    }

    private Ladder ladder(int bloc) {
        return world.blocs().get(bloc).ladder();
    }
}
