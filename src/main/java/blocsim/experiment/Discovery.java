package blocsim.experiment;

import blocsim.input.InputException;
import blocsim.input.InputProblem;
import blocsim.input.JsonSource;
import blocsim.scenario.ColumnType;
import blocsim.stats.Prim;
import blocsim.store.Column;
import blocsim.store.RunStore;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Where an outcome happens in a study: boxes of factor values by PRIM, from the rows of its store alone.
 *
 * <p>Failed runs are left out, and so is a point without a finished one. A point counts once however many runs it has: where replicates go
 * on until an interval is narrow, a point has many because its outcome is uncertain, not because its values are more common. Of a Saltelli design only the points of A and B count, since
 * the others of a block repeat their coordinates. Factors that do not vary are left out.
 *
 * @param study facts of the study, by key
 * @param sought the outcome
 * @param factors the columns of {@link Prim.Limit#factor}
 * @param labels for each factor what the numbers 0, 1 and so on stand for; none where its values are numbers
 * @param found the boxes
 * @param runs how many runs were read
 * @param failed how many of them failed
 * @param fewest the number of finished runs of the point that has fewest, at least 1
 * @param most that of the point that has most
 * @param trajectories whether the points are Morris trajectories, which hang together
 */
public record Discovery(
        Map<String, String> study,
        Sought sought,
        List<Column> factors,
        List<List<String>> labels,
        Prim.Found found,
        long runs,
        long failed,
        int fewest,
        int most,
        boolean trajectories) {
    /** The least share of a study's points that a box may hold. */
    private static final double LEAST = .05;

    /** Copies the lists and the map. */
    public Discovery {
        study = Map.copyOf(study);
        factors = List.copyOf(factors);
        labels = labels.stream().map(List::copyOf).toList();
    }

    /**
     * Seeks boxes.
     *
     * @param folder of the study, as messages name it
     * @param outcome a condition on an output, see {@link Sought}
     * @param boxes how many to seek at most, at least 1
     * @throws InputException if the condition is wrong, nothing has finished, or fewer than two factors vary
     */
    public static Discovery of(RunStore store, Path folder, String outcome, int boxes)
            throws InputException, IOException {
        var sought = Sought.of(outcome, store.columns());
        String design = design(store.facts());
        var all = store.columns().stream().filter(Column::factor).toList();
        var points = Points.read(store, all, sought, design.equals("saltelli"));
        if (points.finished == 0) {
            throw new InputException(List.of(new InputProblem(
                    folder.toString(), 0, "", "no run has finished", "Go on with it by sweep --resume.")));
        }
        if (points.beyondOne && outcome.strip().equals(sought.output().name())) {
            throw sought.bare();
        }
        if (sought.value() instanceof String text && !points.texts.contains(text)) {
            throw sought.unheardOf(List.copyOf(points.texts));
        }
        var columns = new ArrayList<Integer>();
        var labels = new ArrayList<List<String>>();
        for (int f = 0; f < all.size(); f++) {
            int column = f;
            var values = new TreeSet<String>();
            points.levels.forEach(level -> values.add(String.valueOf(level.get(column))));
            if (values.size() > 1) {
                columns.add(f);
                labels.add(all.get(f).type() == ColumnType.TEXT ? List.copyOf(values) : List.of());
            }
        }
        if (columns.size() < 2) {
            throw new InputException(List.of(new InputProblem(
                    folder.toString(),
                    0,
                    "",
                    "fewer than two factors vary, so that there is no box to find",
                    "Ask by results query how the outcome goes with the one there is.")));
        }
        var category = new boolean[columns.size()];
        for (int n = 0; n < category.length; n++) {
            category[n] = !labels.get(n).isEmpty();
        }
        int least = Math.max(1, (int) Math.ceil(LEAST * points.levels.size()));
        return new Discovery(
                store.facts(),
                sought,
                columns.stream().map(all::get).toList(),
                labels,
                Prim.find(points.numbers(columns, labels), category, points.shares(), least, boxes),
                points.runs,
                points.failed,
                points.finishedRuns().min().orElse(0),
                points.finishedRuns().max().orElse(0),
                design.equals("morris"));
    }

    private static String design(Map<String, String> facts) throws InputException {
        String text = facts.getOrDefault("design", "{}");
        return JsonSource.parse(text.substring(0, text.lastIndexOf('}') + 1), "design")
                                instanceof JsonSource.Members members
                        && members.get("type") instanceof JsonSource.Text type
                ? type.text()
                : "";
    }

    /** What was read of each design point. */
    private static final class Points {
        private final List<List<@Nullable Object>> levels = new ArrayList<>();
        private final List<int[]> counts = new ArrayList<>();
        private final TreeSet<String> texts = new TreeSet<>();
        private long runs;
        private long failed;
        private long finished;
        private long last = -1;
        private boolean beyondOne;

        static Points read(RunStore store, List<Column> factors, Sought sought, boolean saltelli) throws IOException {
            var wanted = new ArrayList<>(factors);
            wanted.add(sought.output());
            int k = factors.size();
            var points = new Points();
            store.values(wanted, (point, replicate, ok, cells) -> {
                long row = point % (k + 2);
                if (!saltelli || row == 0 || row == k + 1) {
                    points.note(point, ok, cells, sought);
                }
            });
            return points;
        }

        private void note(long point, boolean ok, List<@Nullable Object> cells, Sought sought) {
            int k = cells.size() - 1;
            if (point != last) {
                last = point;
                levels.add(new ArrayList<>(cells.subList(0, k)));
                counts.add(new int[2]);
            }
            runs++;
            if (!ok) {
                failed++;
                return;
            }
            finished++;
            if (cells.get(k) instanceof String text) {
                texts.add(text);
            }
            beyondOne |=
                    cells.get(k) instanceof Number number && number.doubleValue() != 0 && number.doubleValue() != 1;
            int[] count = counts.get(counts.size() - 1);
            count[0]++;
            count[1] += sought.holds(cells.get(k)) ? 1 : 0;
        }

        double[][] numbers(List<Integer> columns, List<List<String>> labels) {
            var numbers = new double[levels.size()][columns.size()];
            for (int point = 0; point < numbers.length; point++) {
                for (int n = 0; n < columns.size(); n++) {
                    var cell = levels.get(point).get(columns.get(n));
                    numbers[point][n] = cell instanceof Number number
                            ? number.doubleValue()
                            : labels.get(n).indexOf(String.valueOf(cell));
                }
            }
            return numbers;
        }

        /** How many runs finished, point by point, without points where none did. */
        IntStream finishedRuns() {
            return counts.stream().mapToInt(count -> count[0]).filter(count -> count > 0);
        }

        double[] shares() {
            return counts.stream()
                    .mapToDouble(count -> count[0] == 0 ? Double.NaN : (double) count[1] / count[0])
                    .toArray();
        }
    }

    /** Whether points have different numbers of finished runs, so that shares of points are not shares of runs. */
    public boolean uneven() {
        return fewest != most;
    }

    /** The name of the study. */
    public String name() {
        return study.getOrDefault("name", "");
    }

    /** A name for the outcome that is fit for a folder: {@code members_2024-at-least-12}. */
    public String slug() {
        String sign = switch (sought.sign()) {
            case IS -> "is";
            case IS_NOT -> "is-not";
            case AT_LEAST -> "at-least";
            case AT_MOST -> "at-most";
            case ABOVE -> "above";
            case BELOW -> "below";
        };
        String value = sought.text()
                .substring(
                        sought.output().name().length() + sought.sign().text().length() + 2);
        return sought.output().name() + "-" + sign + "-" + value.replaceAll("[^A-Za-z0-9_.-]+", "-");
    }
}
