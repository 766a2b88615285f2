package blocsim.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import blocsim.input.InputException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class AccessionsTest {
    private static final Path FILE = Path.of("scenarios", "belarus-sco.json");

    private static Accessions sco(String... sets) throws InputException {
        var prepared = Prepared.read(FILE, List.of(sets));
        var ensemble = prepared.run(3, 100, 2, () -> {});
        return Accessions.of(prepared, ensemble, LocalDate.of(2025, 12, 31)).get(0);
    }

    private static Accessions eurasia(String bloc) throws InputException {
        var prepared = Prepared.read(
                Path.of("scenarios", "eurasia.json"), List.of("/horizon/end=\"2008-12-31\"", "/focus/bloc=" + bloc));
        var ensemble = prepared.run(1, 1, 1, () -> {});
        return Accessions.of(prepared, ensemble, LocalDate.of(2008, 12, 31)).stream()
                .filter(one -> one.bloc().equals(bloc))
                .findFirst()
                .orElseThrow();
    }

    /** Austria, Finland and Sweden were in on the first day; ten came in 2004 and two in 2007. */
    @Test
    void whoIsAMemberOnTheFirstDayDidNotAccede() throws InputException {
        assertEquals(12, eurasia("EU").recorded());
    }

    /** Uzbekistan, out from 1999 to 2006. */
    @Test
    void aReturnIsAnAccession() throws InputException {
        assertEquals(1, eurasia("CSTO").recorded());
    }

    @Test
    void fourStatesHaveAccededToTheScoOnRecord() throws InputException {
        assertEquals(4, sco().recorded());
    }

    @Test
    void whereNobodyAsksTheBandIsEmptyAndTheScoreIsTheRecordedNumber() throws InputException {
        var none = sco("/parameters/requestRate=0");
        assertEquals(0, none.width(), 0);
        assertEquals(4, none.score(), 1e-12);
    }

    /** 59 states outside for 24.5 years, less the members of 2017, 2023 and 2024, at .31 % a year: about 4.4. */
    @Test
    void theBaseRateIsThatOfTheYearsOutside() throws InputException {
        assertEquals(4.4, sco().baseMean(), 0.1);
    }

    @Test
    void theBandHoldsTheMedian() throws InputException {
        var sco = sco();
        assertTrue(sco.lower() <= sco.median() && sco.median() <= sco.upper() && sco.upper() > sco.lower());
    }
}
