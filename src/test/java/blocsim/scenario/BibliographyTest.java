package blocsim.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The bundled bibliography. */
class BibliographyTest {
    @Test
    void itHasEveryFactOfTheDocuments() {
        var ids = new ArrayList<String>();
        for (int i = 1; i <= 13; i++) {
            ids.add("A" + i);
            if (i <= 10) {
                ids.add("I" + i);
            }
            if (i <= 9) {
                ids.add("S" + i);
            }
        }
        var facts = Bibliography.bundled().values().stream()
                .filter(work -> work.kind().equals("fact"))
                .map(Work::id)
                .toList();
        assertEquals(ids.stream().sorted().toList(), facts);
    }

    @Test
    void everyFactCitesADocument() {
        for (var work : Bibliography.bundled().values()) {
            boolean cites = work.cites().stream().anyMatch(id -> id.matches("D[0-4]"));
            assertTrue(!work.kind().equals("fact") || cites, work.id());
        }
    }

    @Test
    void whatIsCitedIsThere() {
        for (var work : Bibliography.bundled().values()) {
            assertTrue(Bibliography.bundled().keySet().containsAll(work.cites()), work.id());
        }
    }

    @Test
    void everyWorkHasAKindAndATitle() {
        var kinds = List.of("document", "fact", "rule", "data", "paper", "note");
        for (var work : Bibliography.bundled().values()) {
            assertTrue(kinds.contains(work.kind()) && !work.title().isEmpty(), work.id());
        }
    }
}
