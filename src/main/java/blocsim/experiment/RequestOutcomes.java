package blocsim.experiment;

import blocsim.model.Bloc;
import blocsim.model.Cause;
import blocsim.model.Facts;
import blocsim.model.Start;
import blocsim.model.World;
import blocsim.panel.Request;
import blocsim.panel.Status;
import blocsim.stats.Quantiles;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * What became of the requests that one bloc had, simulated and on record, beside the number of those who decided on them. A consensus
 * of thirty must neither pass everything nor block everything.
 *
 * <p>Counted are requests made between two days, for rungs that states ask for: programmes on offer are none. On record a request for
 * membership of a bloc that names candidates first counts as two, as in the runs: one for candidacy, one for membership.
 *
 * @param bloc code of the bloc
 * @param from the first day on which a counted request was made
 * @param to the last, and the day of the outcome
 * @param lines one for each measure, in their order
 */
public record RequestOutcomes(String bloc, LocalDate from, LocalDate to, List<Line> lines) {
    private static final double LOW = 0.05;
    private static final double HIGH = 0.95;

    /** Copies the list. */
    public RequestOutcomes {
        lines = List.copyOf(lines);
    }

    /** What is counted. */
    public enum Measure {
        /** Full members on the first day. */
        VOTERS_AT_START("voters at the start"),
        /** Full members on the last day. */
        VOTERS_AT_END("voters at the end"),
        /** Requests made. */
        REQUESTS("requests"),
        /** Requests granted. */
        APPROVED("approved"),
        /** Requests that at least one member stopped or held up at least once, whatever became of them. */
        STOPPED("stopped"),
        /** Requests that were withdrawn, lapsed or, on record, were refused by a rule. */
        ENDED("withdrawn or lapsed"),
        /** Requests without an answer on the last day. */
        PENDING("pending");

        private final String label;

        Measure(String label) {
            this.label = label;
        }

        /** The words in files and reports. */
        public String label() {
            return label;
        }

        /** Whether it is a part of the requests, and no number of its own. */
        public boolean share() {
            return ordinal() > REQUESTS.ordinal();
        }
    }

    /**
     * One measure.
     *
     * @param recorded the number on record
     * @param mean of a number its mean over replicates; of a share that of all requests of all replicates, from 0 to 1
     * @param lower the 5 % quantile over replicates, of shares over those with a request
     * @param upper the 95 % quantile
     */
    public record Line(Measure measure, int recorded, double mean, double lower, double upper) {}

    /** The line of a measure. */
    public Line line(Measure measure) {
        return lines.get(measure.ordinal());
    }

    /**
     * Counts the requests of every bloc of a world that has a record.
     *
     * @param until the last day to which the record was looked up
     */
    public static List<RequestOutcomes> of(Prepared prepared, Ensemble ensemble, LocalDate until) {
        var list = new ArrayList<RequestOutcomes>();
        var horizon = prepared.scenario().horizon();
        var to = until.isBefore(horizon.end()) ? until : horizon.end();
        var blocs = prepared.world().blocs();
        for (int b = 0; b < blocs.size(); b++) {
            var founded = blocs.get(b).founded();
            var from = founded == null || founded.isBefore(horizon.start()) ? horizon.start() : founded;
            if (blocs.get(b).record() != null && from.isBefore(to)) {
                list.add(new Count(prepared, ensemble, b, from, to).outcomes());
            }
        }
        return list;
    }

    /** The counts of one bloc. */
    private static final class Count {
        private static final int MEASURES = Measure.values().length;

        private final Prepared prepared;
        private final Ensemble ensemble;
        private final World world;
        private final int b;
        private final Bloc bloc;
        private final LocalDate from;
        private final LocalDate to;

        Count(Prepared prepared, Ensemble ensemble, int b, LocalDate from, LocalDate to) {
            this.prepared = prepared;
            this.ensemble = ensemble;
            this.world = prepared.world();
            this.b = b;
            this.bloc = world.blocs().get(b);
            this.from = from;
            this.to = to;
        }

        RequestOutcomes outcomes() {
            int[] recorded = recorded();
            int[][] simulated =
                    ensemble.trajectories().stream().map(this::simulated).toArray(int[][]::new);
            int requests = Arrays.stream(simulated)
                    .mapToInt(run -> run[Measure.REQUESTS.ordinal()])
                    .sum();
            var lines = new ArrayList<Line>();
            for (var measure : Measure.values()) {
                int m = measure.ordinal();
                double[] values = Arrays.stream(simulated)
                        .filter(run -> !measure.share() || run[Measure.REQUESTS.ordinal()] > 0)
                        .mapToDouble(
                                run -> measure.share() ? (double) run[m] / run[Measure.REQUESTS.ordinal()] : run[m])
                        .sorted()
                        .toArray();
                int sum = Arrays.stream(simulated).mapToInt(run -> run[m]).sum();
                double mean = (double) sum / (measure.share() ? requests : simulated.length);
                lines.add(
                        values.length == 0
                                ? new Line(measure, recorded[m], Double.NaN, Double.NaN, Double.NaN)
                                : new Line(
                                        measure,
                                        recorded[m],
                                        mean,
                                        Quantiles.of(values, LOW),
                                        Quantiles.of(values, HIGH)));
            }
            return new RequestOutcomes(bloc.code(), from, to, lines);
        }

        private static void add(int[] counts, Measure measure) {
            counts[measure.ordinal()]++;
        }

        /** The counts of one replicate, by measure. */
        private int[] simulated(Trajectory run) {
            int[] counts = new int[MEASURES];
            var open = new TreeMap<Integer, Boolean>();
            var full = new TreeMap<Integer, Boolean>();
            int top = bloc.ladder().top();
            for (Start start : world.start()) {
                if (start.bloc() == b && start.rung() == top) {
                    full.put(start.state(), true);
                }
            }
            int members = full.size();
            counts[Measure.VOTERS_AT_START.ordinal()] = members;
            for (var h : run.happenings()) {
                if (h.bloc() != b || h.day() > to.toEpochDay()) {
                    continue;
                }
                if (h.cause().changesRung()) {
                    members += (h.to() == top ? 1 : 0) - (h.from() == top ? 1 : 0);
                    if (h.cause() == Cause.FOUNDED) {
                        counts[Measure.VOTERS_AT_START.ordinal()] = members;
                    }
                } else {
                    follow(h, open, counts);
                }
            }
            counts[Measure.VOTERS_AT_END.ordinal()] = members;
            counts[Measure.PENDING.ordinal()] = open.size();
            return counts;
        }

        /** Follows the open requests of states, each with whether it was stopped yet. */
        private void follow(Trajectory.Happening h, Map<Integer, Boolean> open, int[] counts) {
            if (h.cause() == Cause.ASKED) {
                if (!offered(h)) {
                    add(counts, Measure.REQUESTS);
                    open.put(h.state(), false);
                }
                return;
            }
            Boolean stopped = open.get(h.state());
            if (stopped == null) {
                return;
            }
            switch (h.cause()) {
                case STOPPED -> {
                    if (!stopped) {
                        add(counts, Measure.STOPPED);
                    }
                    open.put(h.state(), true);
                }
                case APPROVED -> {
                    add(counts, Measure.APPROVED);
                    open.remove(h.state());
                }
                case WITHDRAWN, LAPSED -> {
                    add(counts, Measure.ENDED);
                    open.remove(h.state());
                }
                default -> {}
            }
        }

        private boolean offered(Trajectory.Happening h) {
            return bloc.ladder().rung(h.to()).offered()
                    || world.facts().offers().contains(new Facts.Offer(b, h.state(), h.to(), h.day()));
        }

        /** The counts on record, by measure. */
        private int[] recorded() {
            int[] counts = new int[MEASURES];
            var history = Findings.history(prepared, bloc);
            String member = bloc.ladder().id(bloc.ladder().top());
            if (history != null) {
                counts[Measure.VOTERS_AT_START.ordinal()] = voters(history.on(from), member);
                counts[Measure.VOTERS_AT_END.ordinal()] = voters(history.on(to), member);
            }
            var rows = rows();
            var requests = new TreeMap<String, Request>();
            for (var row : rows) {
                if (made(row) && (!row.gate() || stepOfAnother(row, rows))) {
                    requests.merge(
                            row.iso3() + ' ' + row.sought() + ' ' + row.applied(),
                            row,
                            (a, c) -> order(a).isAfter(order(c)) ? a : c);
                }
            }
            for (var request : requests.values()) {
                add(counts, Measure.REQUESTS);
                if (rows.stream().anyMatch(row -> stops(row, request))) {
                    add(counts, Measure.STOPPED);
                }
                add(
                        counts,
                        switch (request.outcome()) {
                            case APPROVED -> Measure.APPROVED;
                            case REJECTED, WITHDRAWN, LAPSED -> Measure.ENDED;
                            case OBJECTED, PENDING -> Measure.PENDING;
                        });
            }
            return counts;
        }

        private int voters(Map<String, String> statuses, String member) {
            return (int) world.states().stream()
                    .filter(state -> statuses.getOrDefault(state.code(), "none").equals(member))
                    .count();
        }

        /** The rows of the record on states of the world and rungs that are asked for, by the day of the request. */
        private List<Request> rows() {
            var record = bloc.record();
            return record == null
                    ? List.of()
                    : prepared.panel().requests(record).stream()
                            .filter(row -> world.state(row.iso3()) != World.NONE)
                            .filter(row -> asked(row.sought()))
                            .filter(row -> !row.applied().isAfter(to))
                            .map(this::asOfTheEnd)
                            .sorted(Comparator.comparing(Request::applied).thenComparing(Request::iso3))
                            .toList();
        }

        /** A row without an answer, and without objectors, that came after the last day. */
        private Request asOfTheEnd(Request row) {
            var decided = row.decided();
            return decided == null || !decided.isAfter(to)
                    ? row
                    : new Request(
                            row.bloc(),
                            row.iso3(),
                            row.sought(),
                            row.applied(),
                            row.precision(),
                            Request.Outcome.PENDING,
                            null,
                            List.of(),
                            Request.ObjectionKind.NONE,
                            row.note(),
                            row.source(),
                            row.check());
        }

        private boolean asked(Status status) {
            int rung = bloc.ladder().index(status.name().toLowerCase(Locale.ROOT));
            return rung > 0 && !bloc.ladder().rung(rung).offered();
        }

        private boolean made(Request row) {
            return !row.applied().isBefore(from);
        }

        /** Whether a decision point is the step of a request on record to a lower rung than it asks for. */
        private static boolean stepOfAnother(Request gate, List<Request> rows) {
            return rows.stream()
                    .anyMatch(row -> !row.gate()
                            && row.iso3().equals(gate.iso3())
                            && row.applied().equals(gate.applied())
                            && row.sought() != gate.sought());
        }

        private static LocalDate order(Request row) {
            return row.decided() == null ? LocalDate.MAX : row.decided();
        }

        /** Whether a row says that a request was stopped or held up by a member. */
        private static boolean stops(Request row, Request request) {
            return row.iso3().equals(request.iso3())
                    && row.sought() == request.sought()
                    && !row.applied().isBefore(request.applied())
                    && (row.outcome() == Request.Outcome.OBJECTED
                            || !row.objectors().isEmpty());
        }
    }
}
