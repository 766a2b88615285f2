package blocsim.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import blocsim.experiment.RequestOutcomes.Measure;
import blocsim.input.InputException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class RequestOutcomesTest {
    private static final LocalDate UNTIL = LocalDate.of(2025, 12, 31);

    private static RequestOutcomes of(String scenario, int replicates, String bloc, String... sets)
            throws InputException {
        var prepared = Prepared.read(Path.of("scenarios", scenario + ".json"), List.of(sets));
        return RequestOutcomes.of(prepared, prepared.run(3, replicates, 2, () -> {}), UNTIL).stream()
                .filter(one -> one.bloc().equals(bloc))
                .findFirst()
                .orElseThrow();
    }

    private static RequestOutcomes sco(String... sets) throws InputException {
        return of("belarus-sco", 50, "SCO", sets);
    }

    @Test
    void everyRequestOnRecordHasOneFate() throws InputException {
        var sco = sco();
        assertTrue(sco.line(Measure.REQUESTS).recorded() > 0);
        assertEquals(
                sco.line(Measure.REQUESTS).recorded(),
                sco.line(Measure.APPROVED).recorded()
                        + sco.line(Measure.ENDED).recorded()
                        + sco.line(Measure.PENDING).recorded());
    }

    @Test
    void everyRequestOfTheRunsHasOneFate() throws InputException {
        var sco = sco();
        assertEquals(
                1,
                sco.line(Measure.APPROVED).mean()
                        + sco.line(Measure.ENDED).mean()
                        + sco.line(Measure.PENDING).mean(),
                1e-12);
    }

    @Test
    void nobodyIsStoppedWhereNobodyWishesToObject() throws InputException {
        assertTrue(sco().line(Measure.STOPPED).mean() > 0);
        assertEquals(
                0, sco("/parameters/objectionBase=-20").line(Measure.STOPPED).mean(), 0);
    }

    @Test
    void withoutARequestThereIsNoShare() throws InputException {
        var none = sco("/parameters/requestRate=0");
        assertEquals(0, none.line(Measure.REQUESTS).mean(), 0);
        assertTrue(Double.isNaN(none.line(Measure.APPROVED).mean()));
    }

    @Test
    void theVotersAreTheFullMembers() throws InputException {
        var sco = sco("/parameters/requestRate=0", "/parameters/exitRate=0");
        assertEquals(6, sco.line(Measure.VOTERS_AT_START).mean(), 0);
        assertEquals(6, sco.line(Measure.VOTERS_AT_END).mean(), 0);
        assertEquals(10, sco.line(Measure.VOTERS_AT_END).recorded());
    }

    /** Finland and Sweden asked before the first day; Ukraine asked on 30 September 2022 and was held up in 2024. */
    @Test
    void aStopNamedLaterCountsForTheRequest() throws InputException {
        var nato = of("nato-nordic-2022", 1, "NATO");
        assertEquals(1, nato.line(Measure.REQUESTS).recorded());
        assertEquals(1, nato.line(Measure.STOPPED).recorded());
    }

    /** Georgia, Moldova and Ukraine each applied in 2022 and were named candidates on the same application. */
    @Test
    void candidacyAndMembershipOnOneApplicationAreTwoRequests() throws InputException {
        var eu = of("eurasia", 1, "EU", "/horizon/start=\"2022-01-01\"", "/horizon/end=\"2023-12-31\"");
        assertEquals(6, eu.line(Measure.REQUESTS).recorded());
        assertEquals(3, eu.line(Measure.APPROVED).recorded());
    }

    /** Of the three, Moldova and Ukraine were named in 2022 and Georgia on 14 December 2023. */
    @Test
    void anAnswerAfterTheLastDayIsNoneYet() throws InputException {
        var eu = of("eurasia", 1, "EU", "/horizon/start=\"2022-01-01\"", "/horizon/end=\"2022-12-31\"");
        assertEquals(2, eu.line(Measure.APPROVED).recorded());
    }

    @Test
    void programmesOnOfferAreNoRequests() throws InputException {
        var nato = of("eurasia", 1, "NATO", "/parameters/requestRate=0", "/horizon/end=\"1996-12-31\"");
        assertEquals(0, nato.line(Measure.REQUESTS).mean(), 0);
    }
}
