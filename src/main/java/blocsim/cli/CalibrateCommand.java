package blocsim.cli;

import blocsim.fit.Calibration;
import blocsim.fit.FitStudy;
import blocsim.fit.Recovery;
import blocsim.input.InputException;
import blocsim.report.CalibrationResults;
import blocsim.report.RunFolder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code blocsim calibrate}: what parameters the record speaks for. */
@Command(
        name = "calibrate",
        description = "Fits parameters to the record of requests and decisions, and writes a calibrated scenario.")
final class CalibrateCommand implements Callable<Integer> {
    @Spec
    private @Nullable CommandSpec spec;

    @Mixin
    private final StudyOptions given = new StudyOptions();

    @Option(names = "--out", paramLabel = "DIR", description = "Where results go; else results/<study>-fit.")
    private @Nullable Path out;

    @Option(
            names = "--recover",
            description =
                    "Makes histories with known parameters instead, fits them, and says how well they are found again.")
    private boolean recover;

    @Override
    public Integer call() throws InputException, IOException {
        var study = FitStudy.read(given.file(StudyKind.FIT));
        if (recover) {
            return recover(study);
        }
        Path target = out == null ? Path.of("results", study.name() + "-fit") : out;
        try (var folder = RunFolder.begin(target)) {
            var found = Calibration.of(study);
            String command = "./blocsim calibrate " + given.quoted();
            CalibrationResults.write(found, Main.version(), command, scenario(target, study), folder.draft());
            folder.publish();
            if (!given.quiet()) {
                var told = Objects.requireNonNull(spec).commandLine().getOut();
                told.print(CalibrationResults.text(found, command));
                told.println();
                told.println("Calibrated scenario: " + target.resolve("calibrated.json"));
            }
        }
        return 0;
    }

    private int recover(FitStudy study) throws InputException, IOException {
        Path target = out == null ? Path.of("results", study.name() + "-recovery") : out;
        var told = Objects.requireNonNull(spec).commandLine();
        try (var folder = RunFolder.begin(target)) {
            var found = Recovery.of(study, history -> {
                if (!given.quiet()) {
                    told.getErr().println("History " + (history + 1) + " of " + study.histories() + " is fitted.");
                }
            });
            String command = "./blocsim calibrate " + given.quoted() + " --recover";
            CalibrationResults.write(found, Main.version(), command, folder.draft());
            folder.publish();
            if (!given.quiet()) {
                told.getOut().print(CalibrationResults.text(found, command));
            }
        }
        return 0;
    }

    /** The scenario's file as seen from the folder of results, so that the calibrated one may extend it. */
    private static String scenario(Path target, FitStudy study) {
        Path from = target.toAbsolutePath().normalize();
        String path = from.relativize(study.scenario().toAbsolutePath().normalize())
                .toString()
                .replace('\\', '/');
        return path.replaceAll("\\.(json|yaml|yml)$", "");
    }
}
