package blocsim.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;

/** Manual pages, and completion for bash, zsh and fish, written out of the command line itself when a download is made. */
final class ShellPages {
    private static final String NAME = "blocsim";

    private ShellPages() {}

    /**
     * Writes them all.
     *
     * @param args the folder in which {@code man/man1} and {@code completion} are made
     */
    public static void main(String[] args) throws IOException {
        Locale.setDefault(Locale.ROOT);
        write(Path.of(args[0]));
    }

    static void write(Path folder) throws IOException {
        var man = Files.createDirectories(folder.resolve("man/man1"));
        for (var command : commands()) {
            Files.writeString(man.resolve(pageName(command) + ".1"), manual(command));
        }
        var completion = Files.createDirectories(folder.resolve("completion"));
        Files.writeString(completion.resolve(NAME + ".bash"), bash());
        Files.writeString(completion.resolve("_" + NAME), zsh());
        Files.writeString(completion.resolve(NAME + ".fish"), fish());
    }

    /** The program and all its commands, those of commands after them. */
    static List<CommandLine> commands() {
        var silent = new PrintWriter(new StringWriter());
        var commands = new ArrayList<CommandLine>();
        collect(Main.commandLine(silent, silent), commands);
        return commands;
    }

    private static void collect(CommandLine command, List<CommandLine> into) {
        into.add(command);
        command.getSubcommands().values().forEach(sub -> collect(sub, into));
    }

    private static String pageName(CommandLine command) {
        return command.getCommandSpec().qualifiedName("-");
    }

    static String bash() {
        return AutoComplete.bash(NAME, commands().get(0));
    }

    /** What bash completes by, in zsh's own way of taking that over; the last line completes what was being typed when zsh loaded it. */
    static String zsh() {
        var bash = bash();
        var function = "_complete_" + NAME;
        if (!bash.contains("complete -F " + function + " -o default " + NAME)) {
            throw new IllegalStateException("the completion of bash no longer goes by " + function);
        }
        return String.join(
                "\n",
                "#compdef " + NAME,
                "autoload -U +X bashcompinit && bashcompinit",
                bash.replaceFirst("\\A#!.*\\R", ""),
                "[ \"${funcstack[1]}\" = _" + NAME + " ] && _bash_complete -o default -F " + function,
                "");
    }

    static String fish() {
        var text = new StringBuilder("# Completion of " + NAME + " for fish.\n");
        var commands = commands();
        var root = commands.get(0);
        for (var command : root.getSubcommands().values()) {
            text.append("complete -c " + NAME + " -n __fish_use_subcommand -f -a " + command.getCommandName())
                    .append(" -d ")
                    .append(quoted(summary(command)))
                    .append('\n');
        }
        for (var command : commands.subList(1, commands.size())) {
            var parent = command.getParent();
            String within = "__fish_seen_subcommand_from " + command.getCommandName();
            if (parent != root) {
                text.append("complete -c " + NAME + " -n ")
                        .append(quoted("__fish_seen_subcommand_from " + parent.getCommandName()))
                        .append(" -f -a " + command.getCommandName())
                        .append(" -d ")
                        .append(quoted(summary(command)))
                        .append('\n');
                within = "__fish_seen_subcommand_from " + parent.getCommandName() + "; and " + within;
            }
            for (var option : command.getCommandSpec().options()) {
                if (!option.hidden()) {
                    text.append("complete -c " + NAME + " -n ").append(quoted(within));
                    for (String name : option.names()) {
                        text.append(name.startsWith("--") ? " -l " : " -s ").append(name.replaceFirst("^-+", ""));
                    }
                    text.append(option.arity().max() > 0 ? " -r" : "")
                            .append(" -d ")
                            .append(quoted(words(option)))
                            .append('\n');
                }
            }
        }
        return text.toString();
    }

    private static String quoted(String words) {
        return "'" + words.replace("\\", "\\\\").replace("'", "\\'") + "'";
    }

    private static String summary(CommandLine command) {
        return String.join(" ", command.getCommandSpec().usageMessage().description());
    }

    private static String words(ArgSpec argument) {
        return String.join(" ", argument.description()).replace("%n", " ").replace("%%", "%");
    }

    /** A page in the macros of man(7). */
    static String manual(CommandLine command) {
        var spec = command.getCommandSpec();
        var text = new StringBuilder(".TH ")
                .append(pageName(command).toUpperCase(Locale.ROOT))
                .append(" 1 \"\" \"blocsim\" \"blocsim manual\"\n");
        text.append(".SH NAME\n")
                .append(roff(pageName(command)))
                .append(" \\- ")
                .append(roff(summary(command)));
        text.append("\n.SH SYNOPSIS\n")
                .append(roff(command.getHelp().synopsis(0).strip().replaceAll("\\s+", " ")))
                .append('\n');
        if (!spec.positionalParameters().isEmpty()) {
            text.append(".SH ARGUMENTS\n");
            spec.positionalParameters().stream()
                    .filter(parameter -> !parameter.hidden())
                    .forEach(parameter -> entry(text, parameter.paramLabel(), words(parameter)));
        }
        text.append(".SH OPTIONS\n");
        spec.options().stream()
                .filter(option -> !option.hidden())
                .forEach(option -> entry(text, names(option), words(option)));
        if (!command.getSubcommands().isEmpty()) {
            text.append(".SH COMMANDS\n");
            command.getSubcommands().values().forEach(sub -> entry(text, sub.getCommandName(), summary(sub)));
        }
        text.append(".SH EXIT STATUS\n");
        entry(text, "0", "Done.");
        entry(text, "2", "The user's input is wrong; each problem is told in a line.");
        entry(text, "130", "Interrupted; finished work is kept.");
        entry(text, "1", "Anything else.");
        var parent = command.getParent();
        if (parent != null) {
            text.append(".SH SEE ALSO\n").append(roff(pageName(parent) + "(1)")).append('\n');
        }
        return text.toString();
    }

    private static String names(OptionSpec option) {
        String names = String.join(", ", Arrays.asList(option.names()));
        return option.arity().max() > 0 ? names + "=" + option.paramLabel() : names;
    }

    private static void entry(StringBuilder text, String term, String words) {
        text.append(".TP\n.B ")
                .append(roff(term))
                .append('\n')
                .append(roff(words))
                .append('\n');
    }

    /** Words as troff reads them back: no command at the start of a line, and hyphens that can be copied. */
    private static String roff(String words) {
        String plain = words.replace("\\", "\\e")
                .replace("-", "\\-")
                .replace("\"", "\\(dq")
                .replace("'", "\\(aq");
        return plain.startsWith(".") ? "\\&" + plain : plain;
    }
}
