package blocsim.cli;

import blocsim.experiment.Progress;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;

/** A progress bar on a terminal, and nothing elsewhere: a run takes seconds. */
final class RunProgress implements Progress, AutoCloseable {
    private final @Nullable ProgressBar bar;

    RunProgress(boolean quiet, long steps) {
        this.bar = quiet || !Boolean.getBoolean("blocsim.terminal")
                ? null
                : new ProgressBarBuilder()
                        .setTaskName("runs")
                        .setInitialMax(steps)
                        .setStyle(ProgressBarStyle.ASCII)
                        .setUpdateIntervalMillis(200)
                        .clearDisplayOnFinish()
                        .build();
    }

    @Override
    public void step() {
        if (bar != null) {
            bar.step();
        }
    }

    @Override
    public void close() {
        if (bar != null) {
            bar.close();
        }
    }
}
