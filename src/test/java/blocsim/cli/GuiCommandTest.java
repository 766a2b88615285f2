package blocsim.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

/** {@code blocsim gui} where there is no screen, as in these tests. */
class GuiCommandTest {
    private final StringWriter said = new StringWriter();

    private int gui(String... args) {
        var writer = new PrintWriter(said);
        var all = new String[args.length + 1];
        all[0] = "gui";
        System.arraycopy(args, 0, all, 1, args.length);
        return Main.commandLine(writer, writer).execute(all);
    }

    @Test
    void withoutAScreenItEndsWithStatusOne() {
        assertEquals(1, gui("scenarios/belarus-sco.json"));
    }

    @Test
    void withoutAScreenItSaysSoInOneLine() {
        gui("scenarios/belarus-sco.json");
        String text = said.toString();
        assertTrue(
                text.startsWith("blocsim: gui needs a screen") && text.lines().count() == 1, text);
    }
}
