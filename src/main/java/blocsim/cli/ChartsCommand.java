package blocsim.cli;

import blocsim.input.InputException;
import blocsim.input.InputProblem;
import blocsim.report.Redrawing;
import blocsim.report.Size;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code blocsim charts}: the charts of a folder of results, drawn anew in another size or form. */
@Command(
        name = "charts",
        description =
                "Draws the charts of a folder of results anew. Scenarios of a run or a comparison are run again for it, to the same figures.")
final class ChartsCommand implements Callable<Integer> {
    private static final int LARGEST = 8;

    /** A frame. */
    enum Frame {
        slide,
        phone,
        print;

        private Size size() {
            return switch (this) {
                case slide -> Size.SLIDE;
                case phone -> Size.PHONE;
                case print -> Size.PRINT;
            };
        }
    }

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli fills it in before the command is called
    private CommandSpec spec;

    @Parameters(paramLabel = "DIR", description = "The folder of results.")
    private Path folder = Path.of("");

    @Option(
            names = "--only",
            paramLabel = "NAME",
            split = ",",
            description = "Charts by the names of their files; else those in the folder.")
    private List<String> only = new ArrayList<>();

    @Option(names = "--size", paramLabel = "SIZE", description = "slide (16:9), phone, or print (a page's width).")
    private Frame size = Frame.slide;

    @Option(names = "--format", paramLabel = "FORMAT", split = ",", description = "svg, png, or both as by default.")
    private Set<Redrawing.Format> formats = EnumSet.allOf(Redrawing.Format.class);

    @Option(names = "--scale", paramLabel = "N", description = "Pixels of PNG for one of the size's: 1 to 8.")
    private int scale = 1;

    @Option(names = "--out", paramLabel = "DIR", description = "Where charts go; else the folder's charts.")
    private @Nullable Path out;

    @Option(names = "--threads", paramLabel = "N", description = "How many at once; changes no figure. Else all cores.")
    private @Nullable Integer threads;

    @Option(names = "--quiet", description = "Says nothing but what is wrong.")
    private boolean quiet;

    @Override
    public Integer call() throws InputException, IOException {
        int atOnce = ThreadsOption.threads(threads);
        if (scale < 1 || scale > LARGEST) {
            throw new InputException(
                    List.of(new InputProblem("--scale", 0, "", "is " + scale, "give a number from 1 to " + LARGEST)));
        }
        var redrawing = Redrawing.of(folder);
        if (redrawing.runs() && !quiet) {
            spec.commandLine()
                    .getErr()
                    .println("What the charts show is run again, " + redrawing.replicates()
                            + " times, and compared with the folder.");
        }
        var target = out == null ? redrawing.charts() : out;
        var wish = new Redrawing.Wish(only, size.size(), formats, scale);
        List<Path> files;
        try (var progress = new RunProgress(quiet, redrawing.replicates())) {
            files = redrawing.draw(wish, target, atOnce, progress);
        }
        if (!quiet) {
            files.forEach(file -> spec.commandLine().getOut().println(file));
        }
        return 0;
    }
}
