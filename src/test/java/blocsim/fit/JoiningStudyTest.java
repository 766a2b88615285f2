package blocsim.fit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import blocsim.input.InputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JoiningStudyTest {
    private static final Path SHIPPED = Path.of("scenarios", "studies", "igo-world.json");

    @TempDir
    private Path folder;

    private static List<String> problems(Path file, String... sets) {
        return assertThrows(InputException.class, () -> JoiningStudy.read(file, List.of(sets))).problems().stream()
                .map(Object::toString)
                .toList();
    }

    @Test
    void theShippedStudyNamesNoFileAndSaysHowTo() {
        assertEquals(
                List.of(SHIPPED
                        + ":5 /memberships: no file of memberships is named; it is not shipped: name your own, as --set"
                        + " /memberships=igo_membership.csv.gz, with the columns year,igo,iso3,status."),
                problems(SHIPPED));
    }

    @Test
    void aFileNamedOnTheCommandLineIsSeenFromWhereTheProgramRuns() throws Exception {
        var study = JoiningStudy.read(SHIPPED, List.of("/memberships=own/file.csv.gz"));
        assertEquals(Path.of("own/file.csv.gz"), study.memberships());
    }

    @Test
    void theShippedStudyScoresTheOriginsFrom2006To2012() throws Exception {
        var study = JoiningStudy.read(SHIPPED, List.of("/memberships=file.csv")).fit();
        assertEquals(List.of(1995, 2006, 2012), List.of(study.from(), study.first(), study.last()));
    }

    @Test
    void everyProblemIsNamedAtOnce() throws Exception {
        Path file = folder.resolve("wrong.json");
        Files.writeString(file, """
                {
                  "scenario": "nowhere",
                  "memberships": "some.csv",
                  "deep": 0.1,
                  "depth": 2,
                  "factors": ["weightNetwork", "weightMoon"],
                  "backtest": {"first": 1990}
                }
                """);
        assertEquals(
                List.of("/deep", "/backtest/first", "/scenario", "/factors/1", "/depth"),
                assertThrows(InputException.class, () -> JoiningStudy.read(file, List.of())).problems().stream()
                        .map(problem -> problem.pointer())
                        .toList());
    }

    @Test
    void oneFactorIsTooFewToSearch() {
        assertEquals(
                List.of("--set /factors: the search needs two factors at least; name another."),
                problems(SHIPPED, "/memberships=file.csv", "/factors=[\"size\"]"));
    }

    @Test
    void aFactorStandsOnce() {
        assertEquals(
                List.of("--set /factors/1: \"size\" is named twice; name it once."),
                problems(SHIPPED, "/memberships=file.csv", "/factors=[\"size\", \"size\"]"));
    }

    @Test
    void aNameThatNoFileCanHaveIsAProblem() {
        assertEquals(
                List.of("/memberships no file of memberships is named"),
                assertThrows(
                                InputException.class,
                                () -> JoiningStudy.read(SHIPPED, List.of("/memberships=\"a\\u0000b\"")))
                        .problems()
                        .stream()
                        .map(problem -> problem.pointer() + " " + problem.what())
                        .toList());
    }

    @Test
    void aStudyWithMembershipsIsOneOfJoinings() throws Exception {
        assertTrue(JoiningStudy.isJoining(SHIPPED));
        assertFalse(JoiningStudy.isJoining(SHIPPED.resolveSibling("all-blocs-hindcast.json")));
    }
}
