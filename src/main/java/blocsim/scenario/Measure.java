package blocsim.scenario;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What a study reads off a run. */
public sealed interface Measure {
    /** The code of the bloc it is about. */
    String bloc();

    /** What stands in its column. */
    ColumnType type();

    /** The first day on which a state holds a status or a higher one; missing if it never does. */
    record FirstDate(String bloc, String state, String status) implements Measure {
        @Override
        public ColumnType type() {
            return ColumnType.DATE;
        }
    }

    /** 1 if a state holds a status or a higher one on some day up to a date, else 0. */
    record Reached(String bloc, String state, String status, LocalDate date) implements Measure {
        @Override
        public ColumnType type() {
            return ColumnType.WHOLE;
        }
    }

    /** The status that a state holds at the end of a date. */
    record StatusOn(String bloc, String state, LocalDate date) implements Measure {
        @Override
        public ColumnType type() {
            return ColumnType.TEXT;
        }
    }

    /** How many states hold a status or a higher one at the end of a date. */
    record Size(String bloc, String status, LocalDate date) implements Measure {
        @Override
        public ColumnType type() {
            return ColumnType.WHOLE;
        }
    }

    /** Who objected first when a request of a state was first stopped; missing if none was. */
    record FirstObjector(String bloc, String state) implements Measure {
        @Override
        public ColumnType type() {
            return ColumnType.TEXT;
        }
    }

    /** How many years of the horizon a state holds a status. */
    record YearsAt(String bloc, String state, String status) implements Measure {
        @Override
        public ColumnType type() {
            return ColumnType.NUMBER;
        }
    }

    /** How many requests, stops or approvals there are, but for programmes on offer. */
    record Count(Kind kind, String bloc, @Nullable String state) implements Measure {
        /** What is counted. */
        public enum Kind {
            /** Requests. */
            REQUESTS,
            /** Decisions of summits by which a request is stopped. */
            STOPS,
            /** Decisions of summits by which a request is approved. */
            APPROVALS
        }

        @Override
        public ColumnType type() {
            return ColumnType.WHOLE;
        }
    }

    /** What it is, in words. */
    default String told() {
        if (this instanceof FirstDate m) {
            return "first day on which " + m.state() + " is " + m.status() + " of " + m.bloc() + " or higher";
        }
        if (this instanceof Reached m) {
            return "1 if " + m.state() + " is " + m.status() + " of " + m.bloc() + " or higher by " + m.date()
                    + ", else 0";
        }
        if (this instanceof StatusOn m) {
            return "status of " + m.state() + " in " + m.bloc() + " on " + m.date();
        }
        if (this instanceof Size m) {
            return "number of states that are " + m.status() + " of " + m.bloc() + " or higher on " + m.date();
        }
        if (this instanceof FirstObjector m) {
            return "who objected first at the first stop of " + m.state() + " before " + m.bloc();
        }
        if (this instanceof YearsAt m) {
            return "years for which " + m.state() + " is " + m.status() + " of " + m.bloc();
        }
        var count = (Count) this;
        String what = switch (count.kind()) {
            case REQUESTS -> "requests";
            case STOPS -> "stops of requests";
            case APPROVALS -> "approvals of requests";
        };
        return "number of " + what + (count.state() == null ? "" : " of " + count.state()) + " before " + count.bloc();
    }
}
