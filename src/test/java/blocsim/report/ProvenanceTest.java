package blocsim.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import blocsim.experiment.Findings;
import blocsim.experiment.Prepared;
import blocsim.input.InputException;
import blocsim.model.Parameter;
import blocsim.scenario.Bibliography;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a report of the bundled scenario says that it stands on. */
class ProvenanceTest {
    private static ReportModel model = SampleReport.model();
    private static String page = "";

    @BeforeAll
    static void aRun() throws InputException {
        var prepared = Prepared.read(Path.of("scenarios", "belarus-sco.json"), List.of("/parameters/face=0.7"));
        model = new RunReport(Findings.of(prepared, List.of(), 1, 2, 1, () -> {}), false).model("0", "blocsim");
        page = new HtmlReport(model).html();
    }

    private static Grounds.Figure figure(Parameter parameter) {
        return model.grounds().figures().get(parameter.ordinal());
    }

    private static Set<String> bibliography() {
        return model.references().stream().map(Reference::id).collect(Collectors.toSet());
    }

    @Test
    void everyClaimRestsOnAFactOrStandsInTheBibliography() {
        var known = new HashSet<>(bibliography());
        model.facts().forEach(fact -> known.add(fact.id()));
        var missing = model.grounds().claims().stream()
                .map(Grounds.Claim::source)
                .filter(source -> !known.contains(source))
                .toList();
        assertEquals(List.of(), missing);
    }

    @Test
    void everyKindOfWorkIsCited() {
        var sources =
                model.grounds().claims().stream().map(Grounds.Claim::source).collect(Collectors.toSet());
        assertTrue(sources.containsAll(Set.of("A1", "R-SCO-2002", "RECORD")), sources.toString());
    }

    @Test
    void aRuleLeadsOnToTheDataThatItStandsIn() {
        var rule = model.references().stream()
                .filter(reference -> reference.id().equals("R-SCO-2002"))
                .findFirst()
                .orElseThrow();
        assertTrue(rule.text().endsWith(" [RULES]"), rule.text());
        assertTrue(bibliography().contains("RULES"));
    }

    @Test
    void everyParameterIsListed() {
        assertEquals(
                List.of(Parameter.values()).stream().map(Parameter::key).toList(),
                model.grounds().figures().stream().map(Grounds.Figure::key).toList());
    }

    @Test
    void aDefaultNamesItsFacts() {
        assertEquals(
                "judgement on A1, A2 and A6 [A1, A2, A6, JUDGEMENT]",
                figure(Parameter.PATRONS).source());
    }

    @Test
    void aDefaultNamesItsPaperAndTheBibliographyHasIt() {
        assertEquals(
                "Flores-Mac\u00edas and Kreps (2013) [FLORES-MACIAS-KREPS-2013]",
                figure(Parameter.TRADE_ALIGNMENT).source());
        assertTrue(bibliography().contains("FLORES-MACIAS-KREPS-2013"));
    }

    @Test
    void onlyWhatTheScenarioSetsIsMarked() {
        assertEquals(
                List.of("face"),
                model.grounds().figures().stream()
                        .filter(Grounds.Figure::set)
                        .map(Grounds.Figure::key)
                        .toList());
    }

    @Test
    void aParameterThatIsSetTellsItsDefault() {
        assertEquals(
                "0.7, the scenario; the default is 0.5",
                figure(Parameter.FACE).value() + ", " + figure(Parameter.FACE).source());
    }

    @Test
    void everyLinkOfTheRealPageHasItsAnchor() {
        String html = new HtmlReport(model).html();
        var missing = HtmlReportTest.found(html, "href=\"#([^\"]*)\"");
        missing.removeAll(HtmlReportTest.found(html, " id=\"([^\"]*)\""));
        assertEquals(List.of(), missing);
    }

    @ParameterizedTest
    @EnumSource
    void everyParameterRestsOnWorksOfTheBibliography(Parameter parameter) {
        assertFalse(parameter.works().isEmpty());
        assertTrue(Bibliography.bundled().keySet().containsAll(parameter.works()), parameter.works()::toString);
    }

    @ParameterizedTest
    @EnumSource
    void aDefaultThatNoPaperGivesSaysHowItWasSet(Parameter parameter) {
        boolean paper = parameter.works().stream()
                .anyMatch(id -> Objects.requireNonNull(Bibliography.bundled().get(id))
                        .kind()
                        .equals("paper"));
        boolean told = parameter.works().contains("JUDGEMENT")
                || (parameter.works().contains("DERIVED") && parameter.works().size() > 1);
        assertTrue(parameter.basis() == Parameter.Basis.PUBLISHED ? paper : told, parameter.works()::toString);
    }

    @ParameterizedTest
    @EnumSource
    void everyWorkBehindAParameterIsOneClickAway(Parameter parameter) {
        int start = page.indexOf("<th scope=\"row\" role=\"rowheader\">" + parameter.key());
        String row = page.substring(start, page.indexOf("</tr>", start));
        // The one that the run sets says so instead.
        var missing = parameter.works().stream()
                .filter(id -> parameter != Parameter.FACE)
                .filter(id -> !row.contains("-" + id + "\">" + id + "</a>"))
                .toList();
        assertEquals(List.of(), missing);
    }

    @Test
    void aPaperWithAnAddressIsLinkedWhereItIsCited() {
        String html = new HtmlReport(model).html();
        assertTrue(html.contains("MCKELVEY-PALFREY-1995</a> <a href=\"https://doi.org/10.1006/game.1995.1023\""));
    }
}
