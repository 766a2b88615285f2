package blocsim.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import blocsim.input.InputException;
import blocsim.model.AdmissionRule;
import blocsim.model.Bloc;
import blocsim.model.Dated;
import blocsim.model.Event;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rules of decision and the events that bend them are data of a scenario. */
class AdmissionRulesTest {
    private static final LocalDate NEW_YEAR_2005 = LocalDate.of(2005, 1, 1);
    private static final String EVIDENCE = "\"evidence\":\"RULES: read there\",\"knownFrom\":\"2006-01-01\"";

    @TempDir
    private Path folder = Path.of("set by JUnit");

    private Bloc sco(String... sets) throws IOException, InputException {
        return Objects.requireNonNull(SmallScenario.read(folder, sets).blocs().get("SCO"));
    }

    private AdmissionRule rule(String json) throws IOException, InputException {
        return Objects.requireNonNull(
                sco("/blocs/SCO/admission=" + json).admission().at(NEW_YEAR_2005));
    }

    @Test
    void aVetoIsReadWithItsHolders() throws IOException, InputException {
        assertEquals(
                new AdmissionRule.VetoHolders(List.of("CHN")),
                rule("{\"rule\":\"veto-holders\",\"holders\":[\"CHN\"]}"));
    }

    @Test
    void unanimityIsRead() throws IOException, InputException {
        assertEquals(new AdmissionRule.Unanimity(), rule("{\"rule\":\"unanimity\"}"));
    }

    @Test
    void aMajorityIsReadWithItsShare() throws IOException, InputException {
        assertEquals(new AdmissionRule.Majority(.75), rule("{\"rule\":\"majority\",\"share\":0.75}"));
    }

    @Test
    void weightsOfVotesAreRead() throws IOException, InputException {
        assertEquals(
                new AdmissionRule.WeightedMajority(.5, Map.of("CHN", 3.0, "UZB", 1.0)),
                rule("{\"rule\":\"weighted-majority\",\"share\":0.5,\"weights\":{\"CHN\":3,\"UZB\":1}}"));
    }

    @Test
    void aSponsoredCandidateIsDecidedOnByTheRuleBelow() throws IOException, InputException {
        assertEquals(
                new AdmissionRule.SponsorRequired(new AdmissionRule.Majority(.5)),
                rule("{\"rule\":\"sponsor-required\",\"then\":{\"rule\":\"majority\",\"share\":0.5}}"));
    }

    @Test
    void rulesMayChange() throws IOException, InputException {
        var bloc = sco(
                "/blocs/SCO/admission={\"2001\":{\"rule\":\"unanimity\"},\"2005\":{\"rule\":\"majority\",\"share\":1}}");
        assertEquals(
                Dated.from(Map.of(
                        LocalDate.of(2001, 1, 1),
                        new AdmissionRule.Unanimity(),
                        NEW_YEAR_2005,
                        new AdmissionRule.Majority(1))),
                bloc.admission());
    }

    @Test
    void aRungMayHaveARuleOfItsOwn() throws IOException, InputException {
        var bloc = sco("/blocs/SCO/ladder/partner/admission={\"rule\":\"majority\",\"share\":0.5}");
        assertEquals(new AdmissionRule.Majority(.5), bloc.admission(1, NEW_YEAR_2005));
        assertEquals(new AdmissionRule.NoObjection(), bloc.admission(2, NEW_YEAR_2005));
    }

    @Test
    void aRuleKnownLaterIsLeftOut() throws IOException, InputException {
        var set = "/blocs/SCO/ladder/partner/admission={\"rule\":\"unanimity\"," + EVIDENCE + "}";
        assertNull(sco(set, "/dataUntil=2005-12-31").ladder().rung(1).admission());
        assertEquals(
                Dated.always(new AdmissionRule.Unanimity()),
                sco(set, "/dataUntil=2006-01-01").ladder().rung(1).admission());
    }

    @Test
    void aRuleOfALaterDateIsLeftOut() throws IOException, InputException {
        var set =
                "/blocs/SCO/admission={\"2001\":{\"rule\":\"unanimity\"},\"2005\":{\"rule\":\"majority\",\"share\":1}}";
        assertEquals(
                new AdmissionRule.Unanimity(),
                sco(set, "/dataUntil=2004-12-31").admission().at(NEW_YEAR_2005));
    }

    @Test
    void whatARuleRestsOnIsCited() throws IOException, InputException {
        var cited = SmallScenario.read(folder, "/blocs/SCO/admission={\"rule\":\"unanimity\"," + EVIDENCE + "}")
                .cited();
        assertEquals(
                List.of(new Cited("/blocs/SCO/admission", "RULES", "read there", LocalDate.of(2006, 1, 1))), cited);
    }

    @Test
    void eventsThatBendTheRulesAreRead() throws IOException, InputException {
        var scenario = SmallScenario.read(
                folder,
                "/events/a={\"type\":\"offer\",\"bloc\":\"SCO\",\"rung\":\"partner\",\"states\":[\"BLR\"],\"from\":\"2005-01-01\"}",
                "/states/IND={}",
                "/events/b={\"type\":\"package\",\"bloc\":\"SCO\",\"rung\":\"member\",\"states\":[\"BLR\",\"IND\"],\"from\":\"2005-01-01\",\"until\":\"2006-01-01\"}",
                "/events/c={\"type\":\"suspension\",\"bloc\":\"SCO\",\"state\":\"UZB\",\"from\":\"2005-01-01\"}",
                "/events/d={\"type\":\"programme\",\"sponsor\":\"CHN\",\"states\":[\"BLR\"],\"strength\":0.5,\"from\":\"2005-01-01\"}");
        assertEquals(
                List.of(
                        new Event.Offer("a", "SCO", "partner", List.of("BLR"), NEW_YEAR_2005),
                        new Event.PackageVote(
                                "b", "SCO", "member", List.of("BLR", "IND"), NEW_YEAR_2005, LocalDate.of(2006, 1, 1)),
                        new Event.Suspension("c", "SCO", "UZB", NEW_YEAR_2005, null),
                        new Event.Programme("d", "CHN", List.of("BLR"), .5, NEW_YEAR_2005, null)),
                scenario.events());
    }

    @Test
    void anOfferOfARungMadeLaterIsLeftOut() throws IOException, InputException {
        var scenario = SmallScenario.read(
                folder,
                "/blocs/SCO/ladder/partner/knownFrom=2008-08-28",
                "/events/a={\"type\":\"offer\",\"bloc\":\"SCO\",\"rung\":\"partner\",\"states\":[\"BLR\"],\"from\":\"2005-01-01\"}",
                "/dataUntil=2007-01-01");
        assertEquals(List.of(), scenario.events());
    }

    @Test
    void theOfferOfARungThatDoesNotExistYetIsAProblem() throws IOException {
        assertEquals(
                List.of(
                        "--set /events/a/rung: the rung \"partner\" does not exist on 2005-01-01; offer it from the day on which it"
                                + " begins."),
                SmallScenario.problems(
                        folder,
                        "/blocs/SCO/ladder/partner/from=2005-01-02",
                        "/events/a={\"type\":\"offer\",\"bloc\":\"SCO\",\"rung\":\"partner\",\"states\":[\"BLR\"],\"from\":\"2005-01-01\"}"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "/blocs/SCO/admission={\"rule\":\"majority\"} | the key \"share\" is missing; give a number from 0.01 to 1: the share of votes",
                "/blocs/SCO/admission={\"rule\":\"majority\",\"share\":0} | the number 0 is out of range; give a number from 0.01 to 1.",
                "/blocs/SCO/admission={\"rule\":\"unanimity\",\"share\":1} | \"share\" has no meaning where the rule is \"unanimity\"; the keys are rule, evidence, knownFrom.",
                "/blocs/SCO/admission={\"rule\":\"veto-holders\",\"holders\":[]} | nobody holds a veto; name those who do, or choose another rule.",
                "/blocs/SCO/admission={\"rule\":\"veto-holders\",\"holders\":[\"RUS\"]} | no state has the code \"RUS\"",
                "/blocs/SCO/admission={\"2005\":{\"rule\":\"veto-holders\",\"holders\":[\"RUS\"]}} | no state has the code \"RUS\"",
                "/blocs/SCO/ladder/partner/admission={\"rule\":\"veto-holders\",\"holders\":[\"RUS\"]} | no state has the code \"RUS\"",
                "/blocs/SCO/admission={\"rule\":\"weighted-majority\",\"share\":1,\"weights\":{\"RUS\":1}} | no state has the code \"RUS\"",
                "/blocs/SCO/admission={\"rule\":\"weighted-majority\",\"share\":1,\"weights\":{\"CHN\":0}} | no vote has any weight; give one above 0, or take the key away for weights by GDP.",
                "/blocs/SCO/admission={\"rule\":\"sponsor-required\"} | the key \"then\" is missing; give an object: the rule by which a sponsored candidate is decided on.",
                "/blocs/SCO/admission={\"rule\":\"sponsor-required\",\"then\":{\"rule\":\"sponsor-required\"}} | \"sponsor-required\" is not known here; give one of",
                "/blocs/SCO/admission={\"rule\":\"consensus\"} | \"consensus\" is not known here;",
                "/events/a={\"type\":\"offer\",\"bloc\":\"SCO\",\"rung\":\"observer\",\"states\":[\"BLR\"],\"from\":\"2005-01-01\"} | the bloc has no rung \"observer\"",
                "/events/a={\"type\":\"offer\",\"bloc\":\"SCO\",\"rung\":\"partner\",\"states\":[],\"from\":\"2005-01-01\"} | the list has not one or more different states; name each once.",
                "/events/a={\"type\":\"package\",\"bloc\":\"SCO\",\"rung\":\"partner\",\"states\":[\"BLR\"],\"from\":\"2005-01-01\"} | the list has not two or more different states; name each once.",
                "/events/a={\"type\":\"suspension\",\"bloc\":\"SCO\",\"state\":\"RUS\",\"from\":\"2005-01-01\"} | no state has the code \"RUS\"",
                "/events/a={\"type\":\"programme\",\"sponsor\":\"CHN\",\"states\":[\"CHN\"],\"from\":\"2005-01-01\"} | the sponsor invests in itself; take it off the list, or name another.",
                "/events/a={\"type\":\"programme\",\"sponsor\":\"CHN\",\"states\":[\"BLR\"],\"strength\":2,\"from\":\"2005-01-01\"} | the number 2 is out of range; give a number from 0 to 1.",
                "/events/a={\"type\":\"offer\",\"bloc\":\"SCO\",\"rung\":\"partner\",\"states\":[\"BLR\"],\"from\":\"2005-01-01\",\"until\":\"2006-01-01\"} | \"until\" has no meaning where the type is \"offer\"",
            })
    void aWrongRuleIsNamedWithWhatWouldBeRight(String set, String message) throws IOException {
        var problems = SmallScenario.problems(folder, set);
        assertTrue(problems.stream().anyMatch(problem -> problem.contains(message)), problems.toString());
    }
}
