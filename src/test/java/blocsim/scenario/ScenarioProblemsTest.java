package blocsim.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import blocsim.input.InputException;
import blocsim.input.JsonSource;
import blocsim.input.Setting;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is wrong in a scenario is said with file, line, pointer, cause and remedy, all at once. */
class ScenarioProblemsTest {
    @TempDir
    private Path folder = Path.of("set by JUnit");

    @Test
    void theSmallScenarioHasNone() throws IOException {
        assertEquals(List.of(), SmallScenario.problems(folder));
    }

    @Test
    void aFileLinePointerCauseAndRemedyAreNamed() throws IOException {
        var text = SmallScenario.JSON.replace("[\"CHN\", \"UZB\"]", "[\"CHN\", \"UZN\"]");
        var file = SmallScenario.write(folder, "sco.json", text);
        assertEquals(
                List.of(
                        "sco.json:7 /blocs/SCO/founders/1: no state has the code \"UZN\"; did you mean \"UZB\"? Codes stand under"
                                + " /states."),
                SmallScenario.problemsOf(file));
    }

    @Test
    void everyProblemIsNamedAtOnce() throws IOException {
        var text = SmallScenario.JSON
                .replace("\"2010-12-31\"", "\"1999-12-31\"")
                .replace("{\"height\": 1}", "{\"height\": 9}")
                .replace("\"events\"", "\"evnets\"");
        var file = SmallScenario.write(folder, "three.json", text);
        var lines = SmallScenario.problemsOf(file).stream()
                .map(problem -> problem.split(" ", 2)[0])
                .toList();
        assertEquals(List.of("three.json:3", "three.json:8", "three.json:12"), lines);
    }

    @Test
    void anUnknownKeyComesWithTheNearestKnownOne() throws IOException {
        var problem = SmallScenario.problems(folder, "/states/BLR/patron={}").get(0);
        assertTrue(
                problem.startsWith(
                        "--set /states/BLR/patron: unknown key \"patron\"; did you mean \"patrons\"? The keys"),
                problem);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "/replicates=many | the text \"many\" does not fit here; give a whole number from 1 to 1000000.",
                "/replicates=2.5 | the number 2.5 does not fit here; give a whole number from 1 to 1000000.",
                "/replicates=0 | the number 0 is out of range; give a whole number from 1 to 1000000.",
                "/parameters/objectionShared=1 | the number 1 is out of range; give a number from 0 to 0.99.",
                "/parameters/discount=NaN | the text \"NaN\" does not fit here; give a number from 0 to 1.",
                "/horizon/start=2001-02-30 | the text \"2001-02-30\" does not fit here; give a date such as \"2015-07-10\", from 1900 to 2199.",
                "/horizon/step=P2Y | \"P2Y\" is not known here; did you mean \"P2M\"? Give one of \"P1M\", \"P2M\", \"P3M\", \"P4M\", \"P6M\", \"P1Y\".",
                "/horizon/end=2001-01-01 | \"end\" 2001-01-01 is not after \"start\" 2001-01-01; put the dates in order.",
                "/focus/state=BRL | no state has the code \"BRL\"; did you mean \"BLR\"? Codes stand under /states.",
                "/focus/bloc=SCOO | no bloc has the code \"SCOO\"; did you mean \"SCO\"? Codes stand under /blocs.",
                "/blocs/SCO/ladder={} | the ladder is empty; give it at least a rung of height 3, for full members.",
                "/blocs/SCO/ladder={\"partner\":{\"height\":1}} | the ladder has no rung for full members, so nobody could vote; give one rung the height 3.",
                "/blocs/SCO/founders=[] | the bloc has no voter: neither founders nor a record of members; name its founders, or its \"record\" in the history.",
                "/blocs/SCO/ladder/partner/height=3 | two rungs of the same height exist at once; give them different heights, or dates that do not overlap.",
                "/blocs/SCO/ladder/partner/mergesInto=member | a rung without end merges into no other; give its \"until\".",
                "/blocs/SCO/capacity={\"20x\":1} | unknown key \"20x\"; a judgement has the keys value, evidence, knownFrom; values by date have dates as keys.",
                "/blocs/SCO/capacity={\"2005x\":1} | \"2005x\" is no date; values by date have keys such as \"2015-07-10\", or \"2015\" for its 1 January.",
                "/states/Blr={} | \"Blr\" cannot be a key here; give three capital letters such as BLR.",
                "/states/BLR/patrons/BLR=1 | a state cannot stand here for itself; take the key away.",
                "/states/BLR/tradeShares={\"CHN\":0.6,\"UZB\":0.6} | the shares in trade add up to 1.2; let them add up to 1 at most.",
                "/states/BLR/need={\"2005\":1,\"2005-01-01\":0} | there are two values for 2005-01-01; keep one of the two.",
                "/states/BLR/need={\"value\":1,\"evidence\":\"A3: investment\"} | the key \"knownFrom\" is missing beside \"evidence\"; give the date from which one could know this, so that back-tests can leave it out.",
                "/states/BLR/need={\"value\":1,\"evidence\":\"A33: investment\",\"knownFrom\":\"2015-07-31\"} | no work has the id \"A33\"; did you mean \"A13\"? Ids are those of the bundled bibliography and of /evidence.",
                "/states/BLR/evidence=A3 | the text \"A3\" does not fit here; give a text such as \"D2: what it says, in your own words\", or a list of such texts.",
                "/events/war={\"type\":\"war\",\"states\":[\"CHN\"],\"from\":\"2005-01-01\"} | the list has not two or more different states; name each once.",
                "/events/war={\"type\":\"war\",\"states\":[\"CHN\",\"UZB\"]} | the key \"from\" is missing; give a date such as \"2015-07-10\", from 1900 to 2199: the first day it holds.",
                "/panel/gdp=none.csv | there is no file \"none.csv\" beside this one; check the path.",
                "/whatIfs=[{\"file\":\"none.json\"}] | there is no file \"none.json\" beside this one; check the path.",
                "/extends=small | a setting cannot extend a scenario; name the other scenario in the file.",
                "/focus/state/x=1 | here stands the text \"BLR\", below which nothing can stand; set the value at /focus/state itself.",
                "replicates=1 | \"replicates=1\" is not of the form POINTER=VALUE; write for example --set /parameters/weightNetwork=6.",
            })
    void aWrongValueIsNamedWithWhatWouldBeRight(String set, String message) throws IOException {
        var problems = SmallScenario.problems(folder, set);
        assertTrue(problems.stream().anyMatch(problem -> problem.contains(message)), problems.toString());
    }

    @Test
    void anEventTakesOnlyTheKeysOfItsType() throws IOException {
        var event =
                "/events/war={\"type\":\"war\",\"states\":[\"CHN\",\"UZB\"],\"from\":\"2005-01-01\",\"strength\":1}";
        assertEquals(
                List.of(
                        "--set /events/war/strength: \"strength\" has no meaning where the type is \"war\"; the keys are type,"
                                + " states, from, until, evidence, knownFrom."),
                SmallScenario.problems(folder, event));
    }

    @Test
    void anEventThatObjectsToItselfIsNamed() throws IOException {
        var event = "/events/odd={\"type\":\"objection\",\"bloc\":\"SCO\",\"objector\":\"BLR\",\"candidate\":\"BLR\","
                + "\"rungs\":[\"member\"],\"from\":\"2005-01-01\"}";
        assertEquals(
                List.of("--set /events/odd/objector: the objector is the candidate itself; name another state."),
                SmallScenario.problems(folder, event));
    }

    @Test
    void aRungThatTheBlocLacksIsNamedWithItsRungs() throws IOException {
        var gate = "/blocs/SCO/gates/pause={\"type\":\"closed\",\"rungs\":[\"membr\"]}";
        assertEquals(
                List.of(
                        "--set /blocs/SCO/gates/pause/rungs/0: the bloc has no rung \"membr\"; did you mean \"member\"? Its rungs"
                                + " are partner, member."),
                SmallScenario.problems(folder, gate));
    }

    @Test
    void gateDatesOutOfOrderAreNamed() throws IOException {
        var gate = "/blocs/SCO/gates/pause={\"type\":\"closed\",\"rungs\":[\"member\"],\"from\":\"2010-06-11\","
                + "\"until\":\"2006-06-15\"}";
        assertEquals(
                List.of(
                        "--set /blocs/SCO/gates/pause/until: \"until\" 2006-06-15 is not after \"from\" 2010-06-11; put the dates"
                                + " in order."),
                SmallScenario.problems(folder, gate));
    }

    @Test
    void aScenarioThatExtendsItselfIsNamed() throws IOException {
        SmallScenario.write(folder, "a.json", "{\"extends\": \"b\"}");
        SmallScenario.write(folder, "b.json", "{\n\"extends\": \"c.yaml\"}");
        SmallScenario.write(folder, "c.yaml", "extends: a\n");
        assertEquals(
                List.of(
                        "c.yaml:1 /extends: the scenarios extend each other in a circle: a.json → b.json → c.yaml → a.json; take one"
                                + " \"extends\" away."),
                SmallScenario.problemsOf(folder.resolve("a.json")));
    }

    @Test
    void aScenarioToExtendThatIsMissingIsNamed() throws IOException {
        var file = SmallScenario.write(folder, "a.json", "{\"extends\": \"nowhere\"}");
        assertEquals(
                List.of(
                        "a.json:1 /extends: there is no scenario \"nowhere\" beside this file; give a path from this file, such as"
                                + " \"../belarus-sco\"."),
                SmallScenario.problemsOf(file));
    }

    @Test
    void problemsOfTheExtendedFileAreNamedThere() throws IOException {
        SmallScenario.write(folder, "base.json", SmallScenario.JSON.replace("\"height\": 1", "\"height\": \"low\""));
        var file = SmallScenario.write(folder, "a.json", "{\"extends\": \"base\"}");
        assertEquals(
                List.of(
                        "base.json:8 /blocs/SCO/ladder/partner/height: the text \"low\" does not fit here; give a whole number from"
                                + " 1 to 3."),
                SmallScenario.problemsOf(file));
    }

    @Test
    void aWhatIfThatTakesAwayAMistypedKeyIsNamed() throws IOException {
        SmallScenario.write(folder, "base.json", SmallScenario.JSON);
        var file = SmallScenario.write(folder, "a.json", "{\"extends\": \"base\", \"horizon\": {\"stepp\": null}}");
        assertTrue(SmallScenario.problemsOf(file).get(0).contains("did you mean \"step\"?"));
    }

    @Test
    void aScenarioThatIsNoObjectIsNamed() throws IOException {
        var file = SmallScenario.write(folder, "a.json", "[]");
        assertEquals(
                List.of("a.json:1: a scenario is an object, and this is a list; write { … }."),
                SmallScenario.problemsOf(file));
    }

    @Test
    void aStateThatThePanelLacksIsNamed() throws IOException {
        var file = SmallScenario.write(folder, "small.json", SmallScenario.JSON);
        var reader = new ScenarioReader(code -> !code.equals("UZB"));
        try {
            reader.read(file, List.of());
        } catch (InputException wrong) {
            assertEquals("/states/UZB", wrong.problems().get(0).pointer());
            return;
        }
        throw new AssertionError("the state was let through");
    }

    @Test
    void aThousandProblemsAreEnough() throws IOException {
        var text = new StringBuilder("{");
        for (int i = 0; i < 5000; i++) {
            text.append("\"k").append(i).append("\": 1,\n");
        }
        var file = SmallScenario.write(
                folder, "many.json", text.append("\"z\": 1}").toString());
        var problems = SmallScenario.problemsOf(file);
        assertEquals(1001, problems.size());
        assertTrue(problems.get(1000).contains("problems more"), problems.get(1000));
    }

    @Test
    void textsInMessagesAreShortAndOnOneLine() throws IOException {
        var problem = SmallScenario.problems(folder, "/seed=\"" + "\\n\\u001b[31mred".repeat(100) + "\"")
                .get(0);
        assertTrue(problem.length() < 200 && !problem.contains("\n") && !problem.contains("\u001b"), problem);
    }

    @Test
    void aBaseThatIsNoTextIsTheOnlyProblem() throws IOException {
        var file = SmallScenario.write(folder, "a.json", "{\"extends\": 1}");
        assertEquals(
                List.of(
                        "a.json:1 /extends: the number 1 does not fit here; give a path such as \"../belarus-sco\", or a list of"
                                + " paths."),
                SmallScenario.problemsOf(file));
    }

    /** Every value of the bundled scenario, replaced in turn by values of other shapes. */
    @ParameterizedTest
    @ValueSource(
            strings = {"null", "true", "-1", "1e300", "\"x\"", "\"2015-07-10\"", "[]", "[[]]", "{}", "{\"2005\":{}}"})
    void noValueAnywhereBringsAnythingButProblems(String odd) throws InputException {
        var scenario = new ScenarioReader().read(Path.of("scenarios", "belarus-sco.json"), List.of());
        var pointers = new ArrayList<String>();
        collect(scenario.tree(), pointers);
        for (var pointer : pointers.subList(1, pointers.size())) {
            for (var until : List.of("2035-12-31", "2007-12-31")) {
                var settings = List.of(Setting.parse("/dataUntil=" + until), Setting.parse(pointer + "=" + odd));
                try {
                    scenario.with(settings);
                } catch (InputException expected) {
                    assertTrue(!expected.problems().isEmpty(), pointer);
                }
            }
        }
    }

    private static void collect(JsonSource value, List<String> pointers) {
        pointers.add(value.place().pointer());
        if (value instanceof JsonSource.Members object) {
            object.members().values().forEach(member -> collect(member, pointers));
        } else if (value instanceof JsonSource.Items list) {
            list.items().forEach(item -> collect(item, pointers));
        }
    }
}
