package blocsim.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import blocsim.TestWorlds;
import blocsim.model.Streams;
import blocsim.model.World;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InputTablesTest {
    @TempDir
    Path folder = Path.of("");

    @Test
    void everyTableIsWritten() throws IOException {
        dump();
        for (var table : InputTables.tables()) {
            assertTrue(Files.exists(folder.resolve(table.file())), table.file());
        }
    }

    @Test
    void figuresKeepTheirBits() throws IOException {
        var world = dump();
        for (var row : rows("figures.csv")) {
            int tick = Integer.parseInt(row.getField("tick"));
            int state = Integer.parseInt(row.getField("state"));
            assertEquals(world.figures().get(tick).gdp(state), Double.parseDouble(row.getField("gdp")));
        }
    }

    @Test
    void pairsStandForEveryTickAndEntry() throws IOException {
        var world = dump();
        for (int k = 0; k < world.ticks(); k++) {
            double sum = 0;
            for (var row : rows("pairs.csv")) {
                boolean holds = Integer.parseInt(row.getField("from_tick")) <= k
                        && k < Integer.parseInt(row.getField("until_tick"));
                sum += holds && row.getField("figure").equals("trade") ? Double.parseDouble(row.getField("value")) : 0;
            }
            assertEquals(allTrade(world, k), sum, 1e-12);
        }
    }

    @Test
    void keysOfStatesAreThoseOfTheDraws() throws IOException {
        dump();
        var first = rows("states.csv").get(0);
        assertEquals(Streams.key(first.getField("code")), Long.parseUnsignedLong(first.getField("key"), 16));
    }

    private static double allTrade(World world, int tick) {
        double sum = 0;
        for (int i = 0; i < world.states().size(); i++) {
            for (int j = 0; j < world.states().size(); j++) {
                sum += world.figures().get(tick).tradeShare(i, j);
            }
        }
        return sum;
    }

    private World dump() throws IOException {
        var world = TestWorlds.of("BLR", "CHN", "RUS").members("CHN", "RUS").build();
        InputTables.write(world, 1, 10, folder);
        return world;
    }

    private List<NamedCsvRecord> rows(String file) throws IOException {
        try (var csv = CsvReader.builder().ofNamedCsvRecord(folder.resolve(file))) {
            return csv.stream().toList();
        }
    }
}
