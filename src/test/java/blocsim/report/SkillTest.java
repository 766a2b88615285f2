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
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The scores that reports show; {@code mvn test -Dtest=SkillTest -Dupdate=true} takes them from the gallery anew. */
class SkillTest {
    private static final int YEARS = 11;
    private static final Path GALLERY = Path.of("results", "gallery", "all-blocs-hindcast");

    private static Skill.Line line(Measure measure, String reference, double value, double lower, double upper) {
        return new Skill.Line(
                "1 year", new Score("model", "all", measure, reference, new Interval(value, lower, upper), 13606, 49));
    }

    private static Skill skill(Skill.@Nullable Made made, Skill.Line... lines) {
        return new Skill(List.of(lines), made);
    }

    private static String said(double lower, double value, double upper) {
        return plain(Sentences.skill(skill(
                null,
                line(Measure.AUROC, "", .95, .93, .98),
                line(Measure.LOG_SKILL, "base-rate", value, lower, upper))));
    }

    private static String plain(String text) {
        return text.replace('\u00a0', ' ');
    }

    private static Skill.Made made(int last) {
        return new Skill.Made(
                LocalDate.of(2014, 12, 31), LocalDate.of(last, 12, 31), "0.1.0", LocalDate.of(2026, 3, 9));
    }

    @Test
    void reportsShowTheFileThatTheGallerysBacktestWrote() throws IOException {
        var file = Path.of("src", "main", "resources", "blocsim", "report", "skill.csv");
        var written = Files.readAllLines(GALLERY.resolve("skill.csv"));
        if (Boolean.getBoolean("update")) {
            Files.write(file, written);
        }
        assertEquals(written, Files.readAllLines(file), file + " is stale: run this test with -Dupdate=true");
    }

    @Test
    void theirScoresAreThoseOfTheGallery() throws IOException, InputException {
        var near = BacktestCharts.scores(GALLERY);
        var far = BacktestCharts.scores(GALLERY.resolve("far"));
        assertEquals(Skill.shown(near, far, YEARS), Skill.kept().scores());
    }

    @Test
    void aFileIsReadAsItWasWritten(@TempDir Path folder) throws IOException {
        var skill = skill(made(2024), line(Measure.AUROC, "", .95, .93, .98), line(Measure.BIAS, "", -.5, -.7, .3));
        skill.write(folder);
        try (var reader = Files.newBufferedReader(folder.resolve("skill.csv"))) {
            assertEquals(skill, Skill.read(reader));
        }
    }

    @Test
    void whenTheBacktestWasMadeIsSaid() {
        assertEquals(
                "It was made on 9 March 2026 with blocsim 0.1.0, from the end of each year from 2014 to 2024.",
                plain(Sentences.made(skill(made(2024)))));
    }

    @Test
    void aBacktestOfOneOriginNamesItOnce() {
        assertTrue(plain(Sentences.made(skill(made(2014)))).endsWith(", from the end of 2014."));
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
        assertEquals("", Sentences.skill(skill(null)) + Sentences.made(skill(null)));
    }
}
