package blocsim.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import blocsim.forecast.Measure;
import blocsim.forecast.Score;
import blocsim.input.InputException;
import blocsim.stats.Interval;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The scores that reports show; {@code mvn test -Dtest=SkillTest -Dupdate=true} takes them from the gallery anew. */
class SkillTest {
    private static final int YEARS = 11;

    private static Skill.Line line(Measure measure, String reference, double value, double lower, double upper) {
        return new Skill.Line(
                "1 year", new Score("model", "all", measure, reference, new Interval(value, lower, upper), 13606, 49));
    }

    private static String said(double lower, double value, double upper) {
        return Sentences.skill(new Skill(List.of(
                        line(Measure.AUROC, "", .95, .93, .98),
                        line(Measure.LOG_SKILL, "base-rate", value, lower, upper))))
                .replace('\u00a0', ' ');
    }

    @Test
    void reportsShowTheScoresOfTheGallery() throws IOException, InputException {
        var file = Path.of("src", "main", "resources", "blocsim", "report", "skill.csv");
        var text = Skill.text(Path.of("results", "gallery", "all-blocs-hindcast"), YEARS);
        if (Boolean.getBoolean("update")) {
            Files.writeString(file, text);
        }
        assertEquals(text, Files.readString(file), file + " is stale: run this test with -Dupdate=true");
    }

    @Test
    void theSentenceFollowsFromTheScores() {
        assertEquals(
                "In a back-test of eight blocs, fitted at each origin to the years before it, 49 decisions came in 13,606 cells of "
                        + "a state, a bloc and a year. A cell with a decision was held likelier than one without in 95.0 % (95 % "
                        + "interval 93.0 to 98.0 %) of pairs; the log score is 36 % (95 % interval 26 to 47 %) better than that of a base "
                        + "rate.",
                said(.26, .36, .47));
    }

    @Test
    void skillBelowNothingIsCalledWorse() {
        assertTrue(said(-.47, -.36, -.26).contains("36 % (95 % interval 26 to 47 %) worse than that of a base rate"));
    }

    @Test
    void skillThatMayBeNothingIsNotClaimed() {
        assertTrue(said(-.1, .1, .3).contains("the log score is not told from that of a base rate"));
    }

    @Test
    void withoutScoresNothingIsSaid() {
        assertEquals("", Sentences.skill(new Skill(List.of())));
    }
}
