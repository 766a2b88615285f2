package blocsim.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;

import blocsim.input.InputException;
import blocsim.model.Part;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * One replicate of the bundled scenario, so that no bit changes unnoticed; {@code mvn test -Dtest=GoldenRunTest -Dupdate=true}
 * writes it anew, and the commit then says why numbers of a seed have shifted.
 */
class GoldenRunTest {
    private static final Path FILE = Path.of("src", "test", "resources", "golden", "belarus-sco.txt");
    private static final int REPLICATE = 3;

    @Test
    void theRunIsTheSameToTheLastBit() throws InputException, IOException {
        String text = text();
        if (Boolean.getBoolean("update")) {
            Files.createDirectories(FILE.toAbsolutePath().getParent());
            Files.writeString(FILE, text);
        }
        assertEquals(Files.readString(FILE), text);
    }

    private static String text() throws InputException {
        var prepared = Prepared.read(Path.of("scenarios", "belarus-sco.json"), List.of());
        var world = prepared.world();
        var run = prepared.run(prepared.scenario().seed(), REPLICATE + 1, 1, () -> {})
                .trajectories()
                .get(REPLICATE);
        var text = new StringBuilder(
                "Replicate " + REPLICATE + " of belarus-sco: date, state, from, to, cause; then who objected;"
                        + " then the bits of the parts of the focus state's benefits and costs, tick by tick\n");
        for (var h : run.happenings()) {
            var ladder = world.blocs().get(h.bloc()).ladder();
            text.append(LocalDate.ofEpochDay(h.day()))
                    .append(' ')
                    .append(world.states().get(h.state()).code());
            text.append(' ').append(ladder.id(h.from())).append(' ').append(ladder.id(h.to()));
            text.append(' ').append(h.cause().label()).append('\n');
        }
        for (var o : run.objections()) {
            text.append(LocalDate.ofEpochDay(o.day()))
                    .append(' ')
                    .append(world.states().get(o.state()).code());
            text.append(" objector ").append(world.states().get(o.objector()).code());
            text.append(o.first() ? " first\n" : "\n");
        }
        for (int k = 0; k < world.ticks(); k++) {
            long bits = 1;
            for (var part : Part.values()) {
                bits = 31 * bits + Double.doubleToLongBits(run.part(k, part));
            }
            text.append(LocalDate.ofEpochDay(world.bounds().get(k))).append(' ').append(Long.toHexString(bits));
            text.append('\n');
        }
        return text.toString();
    }
}
