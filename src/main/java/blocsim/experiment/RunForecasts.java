package blocsim.experiment;

import blocsim.forecast.BaseRate;
import blocsim.forecast.Baselines;
import blocsim.forecast.Forecast;
import blocsim.history.Cell;
import blocsim.history.Cells;
import blocsim.model.Bloc;
import blocsim.model.Cause;
import blocsim.model.Ladder;
import blocsim.model.World;
import blocsim.panel.Status;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.TreeMap;

/** What the runs of a scenario that looks ahead hold likely of each state and bloc, to be scored when the years have passed. */
public final class RunForecasts {
    private static final int DECEMBER = 12;

    private RunForecasts() {}

    /** Whether a scenario forecasts: it begins on a 1 January, and nothing that came after the day before may be known. */
    public static boolean isForecast(Prepared prepared) {
        var start = prepared.scenario().horizon().start();
        var known = prepared.scenario().dataUntil();
        return known != null
                && known.isBefore(start)
                && start.getDayOfYear() == 1
                && !prepared.scenario().invented();
    }

    /**
     * Forecasts of every state below the top rung of a bloc on record, for the end of each year.
     *
     * <p>Each is a share of runs, to which comes one that brings the next rung up at the {@link BaseRate} of the scenario's blocs until the
     * origin: nothing is impossible for want of runs.
     *
     * @param prepared a scenario that forecasts: see {@link #isForecast}
     * @return by target date, then by bloc and state
     */
    public static List<Forecast> of(Prepared prepared, Ensemble ensemble) {
        var world = ensemble.world();
        var origin = prepared.scenario().horizon().start().minusDays(1);
        var indices = new TreeMap<String, Integer>();
        for (int b = 0; b < world.blocs().size(); b++) {
            String record = world.blocs().get(b).record();
            if (record != null) {
                indices.put(record, b);
            }
        }
        var known = prepared.panel().asOf(origin);
        var records = List.copyOf(indices.keySet());
        var cells = Cells.at(known, origin, records).stream()
                .filter(cell -> world.state(cell.state()) >= 0)
                .toList();
        if (cells.isEmpty()) {
            return List.of();
        }
        double yearly = new BaseRate(Baselines.FIRST_YEAR, records, false)
                .forecast(known, cells.subList(0, 1), 1)
                .get(0)
                .decision();
        var forecasts = new ArrayList<Forecast>();
        var counts = new Counts(world);
        ensemble.trajectories().forEach(counts::add);
        for (int tick = 0; tick < world.ticks(); tick++) {
            var target = LocalDate.ofEpochDay(world.bounds().get(tick + 1) - 1);
            if (target.getMonthValue() == DECEMBER && target.getDayOfMonth() == 31) {
                int years = target.getYear() - origin.getYear();
                double base = -StrictMath.expm1(years * StrictMath.log1p(-yearly));
                for (Cell cell : cells) {
                    int b = indices.getOrDefault(cell.bloc(), World.NONE);
                    forecasts.add(of(cell, target, counts, tick, b, base));
                }
            }
        }
        return forecasts;
    }

    private static Forecast of(Cell cell, LocalDate target, Counts counts, int tick, int b, double base) {
        Bloc bloc = counts.world.blocs().get(b);
        int at = b * counts.world.states().size() + counts.world.state(cell.state());
        double all = counts.runs + 1.0;
        var statuses = new EnumMap<Status, Double>(Status.class);
        statuses.put(Status.NONE, 0.0);
        for (int rung = 1; rung <= bloc.ladder().top(); rung++) {
            statuses.put(Status.of(bloc.ladder(), rung), 0.0);
        }
        statuses.merge(next(bloc.ladder(), counts.held[at], cell), base / all, Double::sum);
        for (int rung = 0; rung <= bloc.ladder().top(); rung++) {
            Status status = rung == counts.held[at] ? cell.from() : Status.of(bloc.ladder(), rung);
            statuses.merge(status, counts.reached[tick][at][rung] / all, Double::sum);
        }
        statuses.merge(cell.from(), (1 - base) / all, Double::sum);
        double up = 0;
        for (var one : statuses.entrySet()) {
            up += one.getKey().isAbove(cell.from()) ? one.getValue() : 0;
        }
        return new Forecast(cell, target, statuses, Math.min(1, up), (counts.decided[tick][at] + base) / all);
    }

    /** The lowest rung above the one held that can be asked for at the origin; the top one where there is none. */
    private static Status next(Ladder ladder, int held, Cell cell) {
        for (int rung = held + 1; rung < ladder.top(); rung++) {
            Status status = Status.of(ladder, rung);
            if (ladder.rung(rung).exists(cell.origin())
                    && !ladder.rung(rung).offered()
                    && status.isAbove(cell.from())) {
                return status;
            }
        }
        return Status.MEMBER;
    }

    /** In how many runs each state had been granted a rise by the end of each tick, and what it had reached. */
    private static final class Counts {
        private final World world;
        private final int states;
        private final int[] held;
        private final int[][] decided;
        private final int[][][] reached;
        private int runs;

        Counts(World world) {
            this.world = world;
            this.states = world.states().size();
            int cells = world.blocs().size() * states;
            this.held = new int[cells];
            world.start().forEach(start -> held[start.bloc() * states + start.state()] = start.rung());
            this.decided = new int[world.ticks()][cells];
            this.reached = new int[world.ticks()][cells][];
            for (var tick : reached) {
                for (int cell = 0; cell < cells; cell++) {
                    tick[cell] =
                            new int[world.blocs().get(cell / states).ladder().top() + 1];
                }
            }
        }

        void add(Trajectory run) {
            runs++;
            var granted = new int[held.length];
            world.start().forEach(start -> granted[start.bloc() * states + start.state()] = start.approved());
            var now = new boolean[held.length];
            int next = 0;
            for (int tick = 0; tick < world.ticks(); tick++) {
                int end = world.bounds().get(tick + 1);
                for (;
                        next < run.happenings().size()
                                && run.happenings().get(next).day() < end;
                        next++) {
                    var one = run.happenings().get(next);
                    int cell = one.bloc() * states + one.state();
                    if (one.cause() == Cause.APPROVED) {
                        now[cell] = true;
                        granted[cell] = one.to();
                    } else if (one.cause() == Cause.LEFT
                            || one.cause() == Cause.EXPELLED
                            || one.cause() == Cause.DECLINED) {
                        granted[cell] = 0;
                    }
                }
                for (int cell = 0; cell < held.length; cell++) {
                    int rung = run.rung(tick, cell / states, cell % states);
                    decided[tick][cell] += now[cell] ? 1 : 0;
                    reached[tick][cell][Math.max(rung, granted[cell])]++;
                }
            }
        }
    }
}
