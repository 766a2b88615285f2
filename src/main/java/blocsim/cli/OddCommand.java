package blocsim.cli;

import blocsim.experiment.Prepared;
import blocsim.input.InputException;
import blocsim.input.InputProblem;
import blocsim.report.OddPage;
import blocsim.report.OddText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code blocsim odd}: the model of a scenario by the ODD protocol. */
@Command(
        name = "odd",
        description =
                "Describes the model by the ODD protocol, as it is with a scenario's values: every equation, rule, event,"
                        + " parameter and source that the scenario uses.")
final class OddCommand implements Callable<Integer> {
    /** A name with an ending, such as {@code odd.pdf}. */
    private static final Pattern FILE = Pattern.compile(".+\\.[A-Za-z]{2,5}");

    /** The forms of the text. */
    @SuppressWarnings("JavaLangClash")
    enum Format {
        md,
        html
    }

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli fills it in before the command is called
    private CommandSpec spec;

    @Parameters(paramLabel = "SCENARIO", description = "A scenario file, JSON or YAML.")
    private Path file = Path.of("");

    @Option(
            names = "--out",
            paramLabel = "FILE|DIR",
            description =
                    "A file that ends in .md or .html, or a folder, which gets odd.md and odd.html. Without it the text goes"
                            + " to standard output.")
    private @Nullable Path out;

    @Option(
            names = "--format",
            paramLabel = "md|html",
            description =
                    "Markdown or one self-contained HTML page. Default: by the ending of the file, both in a folder, Markdown"
                            + " on standard output.")
    private @Nullable Format format;

    @Option(
            names = "--set",
            paramLabel = "POINTER=VALUE",
            description = "Sets a value, as in /parameters/weightNetwork=6; may be repeated.")
    private List<String> sets = new ArrayList<>();

    @Override
    public Integer call() throws InputException, IOException {
        check();
        var prepared = Prepared.read(file, sets);
        var markdown = OddText.markdown(prepared);
        if (out == null) {
            spec.commandLine().getOut().print(format == Format.html ? html(prepared, markdown) : markdown);
            spec.commandLine().getOut().flush();
            return 0;
        }
        var ending = ending(out);
        if (ending == null) {
            for (var each : format == null ? Format.values() : new Format[] {format}) {
                write(out.resolve("odd." + each), each, prepared, markdown);
            }
        } else {
            write(out, format == null ? ending : format, prepared, markdown);
        }
        return 0;
    }

    /** A name that looks like another kind of file is no folder. */
    private void check() throws InputException {
        if (out == null || Files.isDirectory(out) || ending(out) != null) {
            return;
        }
        var name = out.getFileName();
        if (name != null && FILE.matcher(name.toString()).matches()) {
            throw new InputException(List.of(new InputProblem(
                    "--out", 0, "", "names the file " + out, "give a file that ends in .md or .html, or a folder")));
        }
    }

    private static @Nullable Format ending(Path file) {
        var name = file.toString().toLowerCase(Locale.ROOT);
        if (Files.isDirectory(file)) {
            return null;
        }
        return name.endsWith(".html") || name.endsWith(".htm") ? Format.html : name.endsWith(".md") ? Format.md : null;
    }

    private static void write(Path target, Format form, Prepared prepared, String markdown) throws IOException {
        var folder = target.toAbsolutePath().getParent();
        if (folder != null) {
            Files.createDirectories(folder);
        }
        Files.writeString(target, form == Format.html ? html(prepared, markdown) : markdown);
    }

    private static String html(Prepared prepared, String markdown) {
        return OddPage.html("ODD: " + prepared.scenario().title(), markdown);
    }
}
