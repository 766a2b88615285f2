package blocsim.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;

class HtmlReportTest {
    private static final String HTML = new HtmlReport(SampleReport.model()).html();

    private static List<String> found(String pattern) {
        return found(HTML, pattern);
    }

    /** The first group of each match, in a list of its own. */
    static List<String> found(String html, String pattern) {
        return new ArrayList<>(Pattern.compile(pattern)
                .matcher(html)
                .results()
                .map(match -> match.group(1))
                .toList());
    }

    private static ReportModel with(String title, List<WhatIf> whatIfs, List<Fact> facts, List<Reference> references) {
        ReportModel m = SampleReport.model();
        return new ReportModel(
                title,
                m.question(),
                m.verdict(),
                m.outcome(),
                m.maps(),
                m.timings(),
                m.ordering(),
                m.accessions(),
                m.requests(),
                m.reasons(),
                m.why(),
                whatIfs,
                m.doubt(),
                facts,
                facts.isEmpty() ? new Grounds(List.of(), List.of()) : m.grounds(),
                m.limits(),
                m.making(),
                references);
    }

    @Test
    void thePageIsWellFormed() throws Exception {
        var document = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(HTML.getBytes(StandardCharsets.UTF_8)));
        assertEquals("html", document.getDocumentElement().getTagName());
    }

    @Test
    void onlyDatesThatTheFitKnewAreMarked() {
        assertEquals(
                SampleReport.timings().stream()
                        .filter(timing -> SampleReport.doubt().inSample(timing.actual()))
                        .count(),
                found("(\\(in-sample\\))").size());
    }

    @Test
    void theSpreadOfEachOutcomeHasARow() {
        assertTrue(HTML.contains("Full members of the SCO at the end of 2030"));
    }

    @Test
    void everyIdIsUnique() {
        List<String> ids = found(" id=\"([^\"]*)\"");
        assertEquals(new HashSet<>(ids).size(), ids.size());
    }

    @Test
    void everyLinkInsideThePageHasItsAnchor() {
        List<String> ids = found(" id=\"([^\"]*)\"");
        List<String> missing = new ArrayList<>(found("href=\"#([^\"]*)\""));
        assertTrue(missing.size() > 20);
        missing.removeAll(ids);
        assertEquals(List.of(), missing);
    }

    @Test
    void everyReferenceInAnSvgHasItsTarget() {
        List<String> missing = new ArrayList<>(found("url\\(#([\\w-]*)\\)"));
        missing.removeAll(found(" id=\"([^\"]*)\""));
        assertEquals(List.of(), missing);
    }

    @Test
    void nothingIsLoadedFromOutside() {
        assertEquals(
                List.of(),
                found("(<script\\s|<(?:img|iframe|object|embed|audio|video|source|base)\\b|@import|\\bsrc=)"));
        assertEquals(List.of("data:,"), found("<link[^>]*href=\"([^\"]*)\""));
        assertEquals(List.of(), found("url\\(([^#)][^)]*)\\)"));
    }

    @Test
    void thePolicyOfThePageAllowsItsOneScriptAndNoOther() throws Exception {
        var scripts = found("(?s)<script>(.*?)</script>");
        assertEquals(1, scripts.size());
        var digest = MessageDigest.getInstance("SHA-256").digest(scripts.get(0).getBytes(StandardCharsets.UTF_8));
        assertEquals(
                List.of("'sha256-" + Base64.getEncoder().encodeToString(digest) + "'"),
                found("default-src 'none'; .*; script-src ([^\"]*)\""));
    }

    @Test
    void aReportWithoutAMapHasNoScript() {
        ReportModel m = SampleReport.model();
        var bare = new ReportModel(
                m.title(),
                m.question(),
                m.verdict(),
                m.outcome(),
                null,
                m.timings(),
                m.ordering(),
                m.accessions(),
                m.requests(),
                m.reasons(),
                m.why(),
                m.whatIfs(),
                m.doubt(),
                m.facts(),
                m.grounds(),
                m.limits(),
                m.making(),
                m.references());
        assertFalse(new HtmlReport(bare).html().contains("<script"));
    }

    @Test
    void outsideAddressesStandInLinksOnly() {
        for (String address : found("=\"(https?://[^\"]*)\"")) {
            assertTrue(
                    HTML.contains("<a href=\"" + address + "\"")
                            || address.equals("http://www.w3.org/2000/svg")
                            || address.equals("http://www.w3.org/1999/xlink"),
                    address);
        }
    }

    @Test
    void textFromTheScenarioIsEscaped() {
        ReportModel model = with("<script>alert(1)</script> & more", List.of(), List.of(), List.of());
        String html = new HtmlReport(model).html();
        assertFalse(html.contains("<script>alert"));
    }

    @Test
    void markupInAReasonIsEscapedBesideItsLinks() {
        var citations = new Citations(Set.of("A1"), Map.of("D2", ""));
        assertEquals(
                "&lt;b&gt; [<a href=\"#fact-A1\">A1</a>, <a href=\"#ref-D2\">D2</a>] [X9]",
                citations.html("<b> [A1, D2] [X9]"));
    }

    @Test
    void aReportWithoutWhatIfsHasNoSuchPart() {
        ReportModel m = SampleReport.model();
        assertFalse(new HtmlReport(with("t", List.of(), m.facts(), m.references()))
                .html()
                .contains("what-ifs"));
    }

    @Test
    void everyWhatIfSaysWhetherItsSignAgreed() {
        for (String verdict : List.of("agrees", "null: no clear change", "opposite to what was expected")) {
            assertTrue(HTML.contains("<span>" + verdict), verdict);
        }
    }

    @Test
    void headingsDoNotSkipALevel() {
        int last = 1;
        for (String level : found("<h([1-6])")) {
            int now = Integer.parseInt(level);
            assertTrue(now <= last + 1, "h" + now + " after h" + last);
            last = now;
        }
    }

    @Test
    void thePartsStandInTheOrderOfAReadersQuestions() {
        assertEquals(
                List.of("answer", "outcome", "timeline", "map", "why", "what-ifs", "sure", "limits", "making"),
                found("<h2 id=\"([a-z-]*)-heading\""));
    }

    @Test
    void tablesRepeatTheirHeadsOnPaper() {
        assertTrue(HTML.contains("thead { display: table-header-group; }"));
    }

    @Test
    void equalModelsGiveEqualPages() {
        assertEquals(HTML, new HtmlReport(SampleReport.model()).html());
    }

    private static String row(String first) {
        int start = HTML.indexOf("<th scope=\"row\" role=\"rowheader\">" + first);
        assertTrue(start >= 0, first);
        return HTML.substring(start, HTML.indexOf("</tr>", start));
    }

    @Test
    void aValueThatRestsOnAFactLinksToIt() {
        assertTrue(row("/states/BLR/patrons/RUS").contains("<a href=\"#fact-A1\">A1</a>"));
    }

    @Test
    void aValueThatRestsOnAWorkLinksToTheBibliography() {
        assertTrue(row("/blocs/SCO/effort").contains("<a href=\"#ref-R1\">R1</a>"));
    }

    @Test
    void aClaimSaysFromWhenItCouldBeKnown() {
        assertTrue(row("/blocs/SCO/effort").contains("<span>31\u00a0December 2013</span>"));
    }

    @Test
    void aParameterThatTheScenarioSetsIsMarked() {
        assertTrue(row("drift").contains("drift\u00a0\u25cf</th>"));
        assertFalse(row("weightPatrons").contains("\u25cf"));
    }

    @Test
    void theSourceOfAParameterLinksToItsFacts() {
        assertTrue(row("weightPatrons").contains("<a href=\"#fact-A2\">A2</a>"));
    }

    @Test
    void aClaimThatCitesAnUnknownWorkIsRefused() {
        ReportModel m = SampleReport.model();
        var facts = List.of(new Fact("S1", "", "", List.of()));
        var refused = assertThrows(IllegalArgumentException.class, () -> with("t", List.of(), facts, m.references()));
        assertEquals(
                "/states/BLR/patrons/RUS rests on \"A1\", which is neither a fact nor in the bibliography; add it",
                refused.getMessage());
    }

    @Test
    void aFactThatCitesAnUnknownDocumentIsRefused() {
        ReportModel m = SampleReport.model();
        var facts = List.of(new Fact("S1", "", "", List.of("D9")));
        var refused = assertThrows(IllegalArgumentException.class, () -> with("t", List.of(), facts, m.references()));
        assertEquals("fact S1 cites \"D9\", which is not in the bibliography; add the reference", refused.getMessage());
    }

    @Test
    void twoEntriesOfOneIdAreRefused() {
        var twice = List.of(new Reference("D1", "a", ""), new Reference("D1", "b", ""));
        assertThrows(IllegalArgumentException.class, () -> with("t", List.of(), List.of(), twice));
    }

    @Test
    void whatWasLeftOutOfTheFilesOfBlocsIsSaid() {
        assertTrue(HTML.contains("<li>blocs/sco.json: /events/package: no state MNG here; left out</li>"));
    }

    @Test
    void eachBlocsAccessionsNameTheirOwnWindow() {
        for (var one : SampleReport.model().accessions()) {
            assertTrue(row(one.bloc()).contains(Numbers.day(one.from()) + " to " + Numbers.day(one.to())), one.bloc());
        }
    }

    @Test
    void aWorkWithAnAddressIsLinkedBesideItsEntry() {
        var citations = new Citations(Set.of(), Map.of("D2", "https://doi.org/10.1000/1"));
        assertEquals(
                "[<a href=\"#ref-D2\">D2</a> <a href=\"https://doi.org/10.1000/1\" rel=\"noreferrer\" aria-label=\"D2 itself\">\u2197</a>]",
                citations.html("[D2]"));
    }
}
