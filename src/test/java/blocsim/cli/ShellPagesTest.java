package blocsim.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ShellPagesTest {
    @TempDir
    private Path folder;

    @Test
    void everyCommandHasAManualPage() throws IOException {
        ShellPages.write(folder);
        var lacking = ShellPages.commands().stream()
                .map(command -> command.getCommandSpec().qualifiedName("-") + ".1")
                .filter(page -> !Files.exists(folder.resolve("man/man1").resolve(page)))
                .toList();
        assertEquals(List.of(), lacking);
    }

    @Test
    void theManualOfACommandTellsItsOptions() {
        String page = ShellPages.commands().stream()
                .filter(command -> command.getCommandName().equals("run"))
                .map(ShellPages::manual)
                .findFirst()
                .orElseThrow();
        assertTrue(page.contains(".B \\-\\-replicates=N\nHow often"), page);
    }

    @Test
    void fishKnowsTheOptionsOfACommand() {
        String expected = "complete -c blocsim -n '__fish_seen_subcommand_from run' -l replicates -r -d 'How often";
        assertTrue(ShellPages.fish().contains(expected), ShellPages.fish());
    }

    @Test
    void theFirstWordCompletedInZshIsCompletedByThePageThatLoads() {
        assertTrue(ShellPages.zsh().endsWith("&& _bash_complete -o default -F _complete_blocsim\n"));
    }

    @Test
    void zshTakesOverWhatBashCompletesBy() {
        assertTrue(ShellPages.zsh().startsWith("#compdef blocsim\n")
                && ShellPages.zsh().contains("complete -F"));
    }
}
