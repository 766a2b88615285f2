package blocsim.experiment;

import blocsim.engine.Recorder;
import blocsim.model.Cause;
import blocsim.model.Facts;
import blocsim.model.World;
import blocsim.scenario.Measure;
import blocsim.scenario.Output;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the outputs of a study off runs of one world, one run after the other, and keeps nothing else of them. */
final class Readings implements Recorder {
    private static final double DAYS_A_YEAR = 365.25;

    private final World world;
    private final List<Gauge> gauges = new ArrayList<>();

    /** @throws IllegalArgumentException if the world lacks a bloc, state or rung that an output names */
    Readings(World world, List<Output> outputs) {
        this.world = world;
        for (var output : outputs) {
            gauges.add(gauge(output.measure()));
        }
    }

    /** Forgets the run before. */
    void begin() {
        gauges.forEach(Gauge::begin);
        for (var start : world.start()) {
            for (var gauge : gauges) {
                if (gauge.bloc == start.bloc() && (gauge.state == start.state() || gauge.state == World.NONE)) {
                    gauge.moved(world.bounds().get(0), start.state(), 0, start.rung());
                }
            }
        }
    }

    /** What was read off the run, by output. */
    List<@Nullable Object> cells() {
        var cells = new ArrayList<@Nullable Object>();
        gauges.forEach(gauge -> cells.add(gauge.cell()));
        return cells;
    }

    @Override
    public void happened(int day, int bloc, int state, int from, int to, Cause cause) {
        for (var gauge : gauges) {
            if (gauge.bloc == bloc && (gauge.state == state || gauge.state == World.NONE)) {
                if (cause.changesRung()) {
                    gauge.moved(day, state, from, to);
                } else {
                    gauge.told(day, state, to, cause);
                }
            }
        }
    }

    @Override
    public void objected(int day, int bloc, int state, int rung, int objector, boolean first) {
        if (first) {
            for (var gauge : gauges) {
                if (gauge.bloc == bloc && gauge.state == state) {
                    gauge.objected(objector);
                }
            }
        }
    }

    private Gauge gauge(Measure measure) {
        int bloc = world.bloc(measure.bloc());
        if (bloc == World.NONE) {
            throw new IllegalArgumentException("the world has no bloc " + measure.bloc());
        }
        if (measure instanceof Measure.FirstDate m) {
            return new First(bloc, state(m.state()), rung(bloc, m.status()), Integer.MAX_VALUE);
        }
        if (measure instanceof Measure.Reached m) {
            return new First(bloc, state(m.state()), rung(bloc, m.status()), (int)
                    m.date().toEpochDay());
        }
        if (measure instanceof Measure.StatusOn m) {
            return new Held(bloc, state(m.state()), (int) m.date().toEpochDay());
        }
        if (measure instanceof Measure.Size m) {
            return new Size(bloc, rung(bloc, m.status()), (int) m.date().toEpochDay());
        }
        if (measure instanceof Measure.FirstObjector m) {
            return new Objector(bloc, state(m.state()));
        }
        if (measure instanceof Measure.YearsAt m) {
            return new Years(bloc, state(m.state()), rung(bloc, m.status()));
        }
        var m = (Measure.Count) measure;
        return new Tally(bloc, m.state() == null ? World.NONE : state(m.state()), m.kind());
    }

    private int state(String code) {
        int state = world.state(code);
        if (state == World.NONE) {
            throw new IllegalArgumentException("the world has no state " + code);
        }
        return state;
    }

    private int rung(int bloc, String status) {
        int rung = world.blocs().get(bloc).ladder().index(status);
        if (rung < 1) {
            throw new IllegalArgumentException(
                    "the ladder of " + world.blocs().get(bloc).code() + " has no " + status);
        }
        return rung;
    }

    /** Listens for one output; a state of {@link World#NONE} means all. */
    private abstract static class Gauge {
        final int bloc;
        final int state;

        Gauge(int bloc, int state) {
            this.bloc = bloc;
            this.state = state;
        }

        abstract void begin();

        /** A rung came into force. */
        void moved(int day, int who, int from, int to) {}

        /** Something happened that changes no rung. */
        void told(int day, int who, int rung, Cause cause) {}

        /** A member was the first to object. */
        void objected(int objector) {}

        abstract @Nullable Object cell();
    }

    /** The first day at a rung or higher, or whether that comes by a last day. */
    private static final class First extends Gauge {
        private final int rung;
        private final int by;
        private int day;

        First(int bloc, int state, int rung, int by) {
            super(bloc, state);
            this.rung = rung;
            this.by = by;
        }

        @Override
        void begin() {
            day = Integer.MAX_VALUE;
        }

        @Override
        void moved(int on, int who, int from, int to) {
            if (to >= rung) {
                day = Math.min(day, on);
            }
        }

        @Override
        @Nullable Object cell() {
            if (by < Integer.MAX_VALUE) {
                return day <= by ? 1L : 0L;
            }
            return day == Integer.MAX_VALUE ? null : LocalDate.ofEpochDay(day);
        }
    }

    /** The status on a day. */
    private final class Held extends Gauge {
        private final int on;
        private int rung;

        Held(int bloc, int state, int on) {
            super(bloc, state);
            this.on = on;
        }

        @Override
        void begin() {
            rung = 0;
        }

        @Override
        void moved(int day, int who, int from, int to) {
            if (day <= on) {
                rung = to;
            }
        }

        @Override
        Object cell() {
            return world.blocs().get(bloc).ladder().id(rung);
        }
    }

    /** The number of states at a rung or higher on a day. */
    private static final class Size extends Gauge {
        private final int rung;
        private final int on;
        private long count;

        Size(int bloc, int rung, int on) {
            super(bloc, World.NONE);
            this.rung = rung;
            this.on = on;
        }

        @Override
        void begin() {
            count = 0;
        }

        @Override
        void moved(int day, int who, int from, int to) {
            if (day <= on) {
                count += (to >= rung ? 1 : 0) - (from >= rung ? 1 : 0);
            }
        }

        @Override
        Object cell() {
            return count;
        }
    }

    /** Who objected first at the first stop. */
    private final class Objector extends Gauge {
        private int first;

        Objector(int bloc, int state) {
            super(bloc, state);
        }

        @Override
        void begin() {
            first = World.NONE;
        }

        @Override
        void objected(int objector) {
            if (first == World.NONE) {
                first = objector;
            }
        }

        @Override
        @Nullable Object cell() {
            return first == World.NONE ? null : world.states().get(first).code();
        }
    }

    /** The years at a rung. */
    private final class Years extends Gauge {
        private final int rung;
        private int since;
        private int days;

        Years(int bloc, int state, int rung) {
            super(bloc, state);
            this.rung = rung;
        }

        @Override
        void begin() {
            since = Integer.MAX_VALUE;
            days = 0;
        }

        @Override
        void moved(int day, int who, int from, int to) {
            if (since < Integer.MAX_VALUE) {
                days += day - since;
            }
            since = to == rung ? day : Integer.MAX_VALUE;
        }

        @Override
        Object cell() {
            int end = world.bounds().get(world.ticks());
            return (days + (since < Integer.MAX_VALUE ? end - since : 0)) / DAYS_A_YEAR;
        }
    }

    /** The number of requests, stops or approvals. */
    private final class Tally extends Gauge {
        private final Measure.Count.Kind kind;
        private long count;

        Tally(int bloc, int state, Measure.Count.Kind kind) {
            super(bloc, state);
            this.kind = kind;
        }

        @Override
        void begin() {
            count = 0;
        }

        @Override
        void told(int day, int who, int rung, Cause cause) {
            boolean counted = switch (kind) {
                case REQUESTS -> cause == Cause.ASKED;
                case STOPS -> cause == Cause.STOPPED;
                case APPROVALS -> cause == Cause.APPROVED;
            };
            if (counted && !offered(day, who, rung)) {
                count++;
            }
        }

        private boolean offered(int day, int who, int rung) {
            return world.blocs().get(bloc).ladder().rung(rung).offered()
                    || (kind == Measure.Count.Kind.REQUESTS
                            && world.facts().offers().contains(new Facts.Offer(bloc, who, rung, day)));
        }

        @Override
        Object cell() {
            return count;
        }
    }
}
