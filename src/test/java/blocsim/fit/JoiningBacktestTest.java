package blocsim.fit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import blocsim.forecast.Forecast;
import blocsim.forecast.Measure;
import blocsim.forecast.ScoreReport;
import blocsim.history.Organisations;
import blocsim.input.InputException;
import blocsim.panel.Membership;
import blocsim.panel.Panel;
import blocsim.panel.PerturbedPanel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** States join what their neighbours joined. */
class JoiningBacktestTest {
    private static final int NEVER = MadeMemberships.LAST + 1;
    private static final int ORIGIN = 2005;

    @TempDir
    private static Path folder;

    private static JoiningStudy study;
    private static JoiningBacktest found;

    @BeforeAll
    static void run() throws Exception {
        study = study(MadeMemberships.write(folder.resolve("made.csv"), NEVER));
        found = JoiningBacktest.of(study, origin -> {});
    }

    private static JoiningStudy study(Path memberships) throws IOException, InputException {
        Path file = Path.of("scenarios/studies/made.json");
        Path written = folder.resolve("made.json");
        Files.writeString(written, """
                {
                  "title": "A made world",
                  "scenario": "%s",
                  "memberships": "made.csv",
                  "factors": ["effortOutsider", "weightNetwork", "weightEconomy"],
                  "from": 2000,
                  "starts": 1,
                  "evaluations": 100,
                  "backtest": {"first": 2005, "last": 2006}
                }
                """.formatted(file.toAbsolutePath().resolveSibling("../eurasia")));
        return JoiningStudy.read(written, List.of("/memberships=" + memberships));
    }

    private static List<Forecast> on(Panel panel, Path memberships) throws Exception {
        return on(panel, memberships, ORIGIN);
    }

    private static List<Forecast> on(Panel panel, Path memberships, int origin) throws Exception {
        var own = study(memberships);
        var file = new Organisations(Membership.read(memberships, Panel.bundled()));
        var regional = file.regional(panel, own.fit().from(), ORIGIN);
        var model = JoiningBacktest.model(own, JoiningBacktest.scenario(own, file, regional, Panel.bundled()));
        return model.rolling(file.record(panel), origin, origin, regional, 1);
    }

    @Test
    void organisationsOfNeighboursAreRegional() {
        assertEquals(List.of("EAST", "WEST"), found.organisations());
    }

    @Test
    void everyJoiningOfTheYearsScoredIsAnEvent() {
        assertEquals(
                4,
                found.scores()
                        .score("model", ScoreReport.ALL, Measure.AUROC, "")
                        .events());
    }

    @Test
    void theModelTellsWhoseNeighboursJoinedFromTheRest() {
        double auroc = found.scores()
                .score("model", ScoreReport.ALL, Measure.AUROC, "")
                .value()
                .value();
        assertTrue(auroc > .9, "AUROC is " + auroc);
    }

    @Test
    void theModelBeatsTheBaseRate() {
        double skill = found.scores()
                .score("model", ScoreReport.ALL, Measure.LOG_SKILL, "base-rate")
                .value()
                .value();
        assertTrue(skill > .1, "skill is " + skill);
    }

    @Test
    void theSameStudyGivesTheSameBits() throws Exception {
        assertEquals(found.yearly(), JoiningBacktest.of(study, origin -> {}).yearly());
    }

    @Test
    void itDoesNotSeeWhatThePanelHoldsAfterTheOrigin() throws Exception {
        assertEquals(on(Panel.bundled(), study.memberships()), on(PerturbedPanel.after(ORIGIN), study.memberships()));
    }

    @Test
    void itDoesNotSeeWhoJoinsAfterTheOrigin() throws Exception {
        var other = MadeMemberships.write(folder.resolve("later.csv"), ORIGIN + 1);
        assertEquals(on(Panel.bundled(), study.memberships()), on(Panel.bundled(), other));
    }

    @Test
    void itSeesWhoJoinsBeforeTheOrigin() throws Exception {
        var other = MadeMemberships.write(folder.resolve("earlier.csv"), ORIGIN);
        assertNotEquals(on(Panel.bundled(), study.memberships()), on(Panel.bundled(), other));
    }

    @Test
    void aModelThatLooksAYearAheadIsCaught() throws Exception {
        var other = MadeMemberships.write(folder.resolve("leak.csv"), ORIGIN + 1);
        assertNotEquals(late(study.memberships()), late(other));
    }

    /** A planted leak: what this origin's forecast would be with the record of a year later. */
    private static List<Double> late(Path memberships) throws Exception {
        return on(Panel.bundled(), memberships, ORIGIN + 1).stream()
                .map(Forecast::decision)
                .toList();
    }

    @Test
    void aFileOfTooFewYearsIsAProblem() throws Exception {
        Path shorter = folder.resolve("short.csv");
        Files.writeString(shorter, "year,igo,iso3,status\n2003,EAST,KAZ,1\n2004,EAST,KAZ,1\n");
        var thrown = assertThrows(InputException.class, () -> JoiningBacktest.of(study(shorter), origin -> {}));
        assertEquals(
                shorter + ": the years are 2003 to 2004; the study needs 2000 to 2007; give them, or change from and"
                        + " backtest of the study.",
                thrown.problems().get(0).toString());
    }
}
