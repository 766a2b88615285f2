package blocsim.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import blocsim.experiment.Prepared;
import blocsim.input.InputException;
import blocsim.model.Condition;
import blocsim.model.Parameter;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.xml.sax.SAXException;

/** The ODD text, out of whichever scenario. */
class OddTextTest {
    private static final Path SCENARIOS = Path.of("scenarios");
    private static final String BELARUS = "belarus-sco.json";
    private static final Pattern EMPTY_CELL = Pattern.compile("\\|[ \\t]*\\|");
    private static final Pattern REQUEST = Pattern.compile("<(script|img|iframe|object|embed)|\\bsrc=|url\\(|@import");

    /** How far the largest scenarios are looked at: what the text says does not hang on the years, which take the time. */
    private static final Map<String, String> ENDS = Map.of("eurasia", "1996-12-31", "world", "1996-12-31");

    /** Scenarios made ready before, and their texts: each is read once. */
    private static final Map<String, Prepared> READ = new HashMap<>();

    private static final IdentityHashMap<Prepared, String> TEXTS = new IdentityHashMap<>();

    @TempDir
    private Path folder = Path.of("set by JUnit");

    private static String text(String scenario, String... sets) throws InputException {
        return text(prepared(SCENARIOS.resolve(scenario), sets));
    }

    private static String text(Prepared prepared) {
        return TEXTS.computeIfAbsent(prepared, OddText::markdown);
    }

    private static Prepared prepared(Path scenario, String... sets) throws InputException {
        var all = new ArrayList<>(List.of(sets));
        ENDS.forEach((name, end) -> {
            if (scenario.toString().contains(name)) {
                all.add("/horizon/end=" + end);
            }
        });
        var key = scenario + " " + String.join(" ", all);
        var read = READ.get(key);
        if (read == null) {
            read = Prepared.read(scenario, all);
            READ.put(key, read);
        }
        return read;
    }

    @AfterAll
    static void letGoOfThem() {
        READ.clear();
        TEXTS.clear();
    }

    /** The sections on the start, the input and the submodels, without the table of parameters. */
    private static String equations(String text) {
        return text.substring(text.indexOf("## 5 "), text.indexOf("### 7.11"));
    }

    private static String html(String scenario) throws InputException {
        return OddPage.html("ODD", text(scenario));
    }

    /** The cells of the row of a parameter. */
    private static List<String> row(String text, String key) {
        var line = text.lines()
                .filter(each -> each.startsWith("| `" + key + "` |"))
                .findFirst()
                .orElseThrow();
        return Stream.of(line.split("\\|", -1)).map(String::strip).toList();
    }

    static List<Path> bundled() throws IOException {
        try (Stream<Path> files = Files.walk(SCENARIOS)) {
            return files.filter(file -> file.toString().endsWith(".json"))
                    .filter(file -> !file.startsWith(SCENARIOS.resolve("schema")))
                    .filter(file -> !file.startsWith(SCENARIOS.resolve("blocs")))
                    .filter(file -> !file.startsWith(SCENARIOS.resolve("studies")))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "## 1 Purpose and patterns",
                "## 2 Entities, state variables and scales",
                "## 3 Process overview and scheduling",
                "## 4 Design concepts",
                "**Basic principles.**",
                "**Emergence.**",
                "**Adaptation.**",
                "**Objectives.**",
                "**Learning.**",
                "**Prediction.**",
                "**Sensing.**",
                "**Interaction.**",
                "**Stochasticity.**",
                "**Collectives.**",
                "**Observation.**",
                "## 5 Initialisation",
                "## 6 Input data",
                "## 7 Submodels"
            })
    void hasEverySectionOfTheProtocol(String section) throws InputException {
        assertTrue(text(BELARUS).contains("\n" + section), section);
    }

    @ParameterizedTest
    @MethodSource("bundled")
    void leavesNothingOut(Path scenario) throws InputException {
        var text = text(prepared(scenario));
        assertFalse(
                text.contains("null")
                        || text.contains("NaN")
                        || text.contains("{{")
                        || EMPTY_CELL.matcher(text).find(),
                scenario.toString());
    }

    @ParameterizedTest
    @MethodSource("bundled")
    void everyRowOfATableHasTheCellsOfItsHead(Path scenario) throws InputException {
        int columns = 0;
        for (String line : text(prepared(scenario)).lines().toList()) {
            int bars = line.startsWith("|")
                    ? line.replace("\\|", "").replaceAll("[^|]", "").length()
                    : 0;
            assertTrue(columns == 0 || bars == 0 || bars == columns, line);
            columns = bars;
        }
    }

    @Test
    void everyParameterStandsWithItsValue() throws InputException {
        var text = text(BELARUS);
        var scenario = prepared(SCENARIOS.resolve(BELARUS)).scenario();
        for (Parameter parameter : Parameter.values()) {
            assertEquals(
                    OddWords.number(scenario.parameters().get(parameter)),
                    row(text, parameter.key()).get(3));
        }
    }

    @Test
    void aSettingChangesTheTable() throws InputException {
        assertEquals(
                "6.25",
                row(text(BELARUS, "/parameters/weightNetwork=6.25"), "weightNetwork")
                        .get(3));
    }

    @Test
    void aSettingChangesTheEquations() throws InputException {
        assertTrue(text(BELARUS, "/parameters/exitCap=7").contains("0.0025·min(7, e^(V₀ − V_now))"));
    }

    @ParameterizedTest
    @MethodSource("bundled")
    void everyEventStandsInIt(Path scenario) throws InputException {
        var prepared = prepared(scenario);
        var text = text(prepared);
        assertTrue(prepared.scenario().events().stream().allMatch(event -> text.contains("| `" + event.id() + "` |")));
    }

    @ParameterizedTest
    @MethodSource("bundled")
    void everyBlocAndDateOfARuleStandsInIt(Path scenario) throws InputException {
        var prepared = prepared(scenario);
        var text = text(prepared);
        for (var bloc : prepared.world().blocs()) {
            assertTrue(text.contains("\n#### " + bloc.code()), bloc.code());
            for (var gate : bloc.gates()) {
                assertTrue(text.contains("| `" + gate.id() + "` |"), gate.id());
            }
            for (var day : bloc.admission().changes().keySet()) {
                assertTrue(day.getYear() < 0 || text.contains("from " + day), day.toString());
            }
        }
    }

    @Test
    void everyParameterStandsInAnEquationOrASentence() throws InputException {
        var sets = Stream.of(Parameter.values())
                .map(p -> "/parameters/%s=%s".formatted(p.key(), OddWords.number(unlikeAnyOther(p))))
                .toArray(String[]::new);
        var equations = equations(text(BELARUS, sets));
        var missing = Stream.of(Parameter.values())
                .filter(p -> !equations.contains(
                        p.symbol().isEmpty() || p.symbol().startsWith("sd ")
                                ? OddWords.number(unlikeAnyOther(p))
                                : p.symbol()))
                .toList();
        assertEquals(List.of(), missing);
    }

    /** A value within a parameter's range that no other number of the text looks like. */
    private static double unlikeAnyOther(Parameter p) {
        return p.least() + (p.most() - p.least()) * (5123 + p.ordinal()) / 16384;
    }

    @Test
    void noTwoParametersShareASymbol() {
        var symbols = Stream.of(Parameter.values())
                .map(Parameter::symbol)
                .filter(symbol -> !symbol.isEmpty())
                .toList();
        assertEquals(symbols.size(), Set.copyOf(symbols).size());
    }

    @Test
    void everyGateThatBarsAskingSaysSo() throws InputException {
        var text = text("eurasia.json");
        for (var bloc : prepared(SCENARIOS.resolve("eurasia.json")).world().blocs()) {
            var page = text.substring(text.indexOf("\n#### " + bloc.code()));
            for (var gate : bloc.gates()) {
                assertEquals(
                        gate.condition().barsAsking(),
                        row(page, gate.id()).get(2).endsWith("; bars asking as well"),
                        gate.id());
            }
        }
    }

    @Test
    void aGateOnTheRegionNamesSubregionsAndStates() {
        assertEquals(
                "the state lies in Europe or Melanesia, by the panel's regions, or is TUR; bars asking as well",
                OddWords.condition(new Condition.Region(List.of("Europe"), List.of("Melanesia"), List.of("TUR"))));
    }

    @Test
    void aRungThatNobodyAsksForIsMarked() throws InputException {
        assertTrue(text("eurasia.json").contains("; by offer only |"));
    }

    @Test
    void everyValueOfAStateStandsInARowOfItsOwn() throws InputException {
        assertTrue(text(BELARUS)
                .contains("| Belarus (BLR) | π on RUS | from 2001-01-01 0.5, from 2015-01-01 0.7 | [A1](#ref-A1)"));
    }

    @Test
    void aStateOfWhichNothingIsGivenHasNoRow() throws InputException {
        assertFalse(text(BELARUS).contains("| Turkey (TUR) |"));
    }

    @Test
    void aMajoritySaysHowItCounts() throws InputException {
        assertTrue(text("belarus-crossroads/sco-by-majority.json").contains("⌊(1 − q)·n + 10⁻⁹⌋ object"));
    }

    @Test
    void withoutAMajorityNothingIsSaidOfOne() throws InputException {
        assertFalse(text(BELARUS).contains("**Majority**"));
    }

    @Test
    void packagesAreToldWhereThereAreSome() throws InputException {
        assertTrue(text("caucasus-2025/decided-together.json").contains("**Packages.**"));
    }

    @Test
    void withoutPackagesNothingIsSaidOfThem() throws InputException {
        assertFalse(text(BELARUS).matches("(?s).*(\\*\\*Packages|decided on together|or package).*"));
    }

    @Test
    void everyLinkToAWorkLeadsToIt() throws InputException {
        var text = text(BELARUS);
        Pattern.compile("\\(#(ref-[^)]+)\\)")
                .matcher(text)
                .results()
                .forEach(link -> assertTrue(text.contains("id=\"" + link.group(1) + "\""), link.group()));
    }

    @Test
    void thePageIsWellFormed() throws InputException, ParserConfigurationException, SAXException, IOException {
        var page = html(BELARUS).replace("<!DOCTYPE html>", "");
        DocumentBuilderFactory.newDefaultInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(page.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void thePageAsksForNothingOutside() throws InputException {
        assertFalse(REQUEST.matcher(html(BELARUS)).find());
    }

    @Test
    void theContentsLeadToHeadings() throws InputException {
        var page = html(BELARUS);
        Pattern.compile("<li class=\"level\\d\"><a href=\"#([^\"]+)\"")
                .matcher(page)
                .results()
                .forEach(link -> assertTrue(page.contains(" id=\"" + link.group(1) + "\""), link.group()));
    }

    @Test
    void nothingOfAScenarioIsTakenForHtml() throws InputException, IOException {
        var file = folder.resolve("hostile.json");
        Files.writeString(
                file,
                "{\"extends\": \"%s\", \"title\": \"<script>alert(1)</script> | `x` [a](b)\"}"
                        .formatted(folder.toAbsolutePath()
                                .relativize(SCENARIOS.resolve(BELARUS).toAbsolutePath())
                                .toString()
                                .replace('\\', '/')));
        assertFalse(OddPage.html("x", OddText.markdown(prepared(file))).contains("<script"));
    }
}
