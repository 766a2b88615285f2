package blocsim.cli;

import blocsim.experiment.StudyFolder;
import blocsim.experiment.Sweep;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Locale;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;

/** How far a study is: a bar with rate and time left on a terminal, a line now and then elsewhere. */
final class SweepProgress implements Sweep.Listener, AutoCloseable {
    private static final long EVERY_NANOS = 10_000_000_000L;
    private static final double NANOS = 1e9;

    private final boolean quiet;
    private final PrintWriter out;
    private final StudyFolder.Expected expected;
    private final Path folder;
    private final @Nullable ProgressBar bar;
    private final long begun = System.nanoTime();
    private long told = begun;
    private long before;
    private long runs;
    private boolean first = true;

    SweepProgress(boolean quiet, PrintWriter out, StudyFolder.Expected expected, Path folder) {
        this.quiet = quiet;
        this.out = out;
        this.expected = expected;
        this.folder = folder;
        this.bar = quiet || !Boolean.getBoolean("blocsim.terminal")
                ? null
                : new ProgressBarBuilder()
                        .setTaskName("runs")
                        .setInitialMax(expected.runs())
                        .setStyle(ProgressBarStyle.ASCII)
                        .setUpdateIntervalMillis(500)
                        .showSpeed()
                        .build();
    }

    @Override
    public void begun(long kept) {
        runs = kept;
        before = kept;
        StudyFolder.note(folder, runs, expected);
        if (bar != null) {
            bar.stepTo(kept);
        } else if (!quiet && kept > 0) {
            out.println("Going on after " + kept + " runs.");
        }
    }

    @Override
    public void committed(int more) {
        runs += more;
        StudyFolder.note(folder, runs, expected);
        long now = System.nanoTime();
        if (bar != null) {
            bar.stepTo(runs);
        } else if (!quiet && (now - told > EVERY_NANOS || first)) {
            told = now;
            first = false;
            out.println(line(now));
        }
    }

    private String line(long now) {
        double perSecond = (runs - before) / Math.max(1e-3, (now - begun) / NANOS);
        String left = expected.exact() && perSecond > 0
                ? String.format(Locale.ROOT, ", %.0f s left", (expected.runs() - runs) / perSecond)
                : "";
        return String.format(
                Locale.ROOT,
                "%d of %s%d runs, %.0f a second%s",
                runs,
                expected.exact() ? "" : "at most ",
                expected.runs(),
                perSecond,
                left);
    }

    @Override
    public void close() {
        if (bar != null) {
            bar.close();
        }
    }
}
