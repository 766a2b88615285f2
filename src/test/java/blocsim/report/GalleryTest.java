package blocsim.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What maps, objectors, stances and the network say beside the picture, and what makes a map differ. */
class GalleryTest {
    private static final LocalDate DAY = LocalDate.of(2025, 12, 31);

    private static String plain(Object text) {
        return text.toString().replace('\u00a0', ' ');
    }

    private static MapPlace place(double member, @Nullable Rung recorded) {
        return SampleReport.place("BLR", "Belarus", 112, member, recorded);
    }

    private static MapChart map(MapPlace... places) {
        return new MapChart("the SCO", DAY, "BLR", List.of(places), "test");
    }

    @Test
    void theTableOfTheMapGivesShareIntervalNextAndRecord() {
        assertEquals(
                List.of("Belarus", "Member", "70 % (66 to 74 %)", "Outsider, 30 %", "Observer"),
                map(place(.7, Rung.OBSERVER)).table().rows().get(0).stream()
                        .map(GalleryTest::plain)
                        .toList());
    }

    @Test
    void theTextForTheMapNamesDoubtAndRecord() {
        assertEquals(
                "A map on 31 December 2025. Member in most runs: Belarus (70 %, on record observer).",
                plain(map(place(.7, Rung.OBSERVER)).description()));
    }

    @Test
    void aStateThatIsCertainAndAsOnRecordHasNoNote() {
        assertTrue(plain(map(place(.95, Rung.MEMBER)).description()).endsWith("Belarus."));
    }

    @Test
    void anUncertainStateIsStripedOnTheMap() {
        String certain = Drawing.bare(map(place(.95, null)), Size.SLIDE).element();
        String likely = Drawing.bare(map(place(.7, null)), Size.SLIDE).element();
        assertTrue(likely.length() > certain.length());
    }

    @Test
    void lessAgreementMakesBroaderStripes() {
        assertEquals(
                List.of(0, 1, 2),
                List.of(
                        place(.9, null).doubt(),
                        place(.6, null).doubt(),
                        place(.55, null).doubt()));
    }

    @Test
    void anotherRecordIsAnotherPicture() {
        assertFalse(Drawing.bare(map(place(.95, Rung.MEMBER)), Size.SLIDE)
                .element()
                .equals(Drawing.bare(map(place(.95, Rung.OBSERVER)), Size.SLIDE).element()));
    }

    @Test
    void aMapWithADotSaysWhatItIs() {
        var singapore = SampleReport.place("SGP", "Singapore", 702, .95, null);
        assertTrue(map(place(.95, null), singapore)
                .subtitle()
                .endsWith("A mark alone: a state too small for an outline."));
        assertFalse(map(place(.95, null)).subtitle().contains("A mark alone"));
    }

    @Test
    void theNetworkSaysThatItsFocusBelongsNowhere() {
        assertTrue(SampleReport.network().subtitle().contains("Framed: Belarus, a member of none."));
    }

    @Test
    void aStateWithoutOutlineIsADot() {
        var singapore = SampleReport.place("SGP", "Singapore", 702, .95, null);
        String with = Drawing.bare(map(place(.95, null), singapore), Size.SLIDE).element();
        String without = Drawing.bare(map(place(.95, null)), Size.SLIDE).element();
        assertTrue(singapore.outline() == null && singapore.known() && !with.equals(without));
    }

    @Test
    void aMapOfNowhereIsRefused() {
        var nowhere = new MapPlace(
                "X01", "Nowhere", 0, Double.NaN, Double.NaN, place(.5, null).statuses(), null);
        assertThrows(IllegalArgumentException.class, () -> map(nowhere));
    }

    @Test
    void mapsOutOfOrderAreRefused() {
        var maps = List.of(map(place(.5, null)), map(place(.5, null)));
        assertThrows(IllegalArgumentException.class, () -> new MapSeriesChart("the SCO", maps, "test"));
    }

    @Test
    void theTableOfTheSeriesHasAColumnForEachDay() {
        assertEquals(
                "[Belarus, Outsider 80 %, Outsider 57 %, Member 67 %, Member 90 %]",
                plain(SampleReport.maps().table().rows().get(0)));
    }

    @Test
    void theSlidersTableCountsStatesByYear() {
        var table = new MapSlider(SampleReport.maps().maps()).table();
        assertEquals(
                "[2010, 2 states, 1 state, outsider in 80 % of runs, on record outsider]",
                plain(table.rows().get(0)));
    }

    @Test
    void theSliderCarriesEveryYearOfAState() {
        String svg = new MapSlider(SampleReport.maps().maps()).element();
        // Belarus: outsider, next member, and how doubtful; then member, next outsider.
        assertTrue(svg.contains("data-s=\"031032301300\""), svg.substring(0, 2000));
    }

    @Test
    void theSliderBeginsWithTheLastDay() {
        String svg = new MapSlider(SampleReport.maps().maps()).element();
        int belarus = svg.indexOf("data-s=\"031032301300\"");
        assertTrue(svg.substring(0, belarus).endsWith("fill=\"" + MapSlider.text(Theme.colour(Rung.MEMBER)) + "\" "));
    }

    @Test
    void theTextForObjectorsNamesThemInTheirOrder() {
        assertTrue(plain(SampleReport.objectors().description()).endsWith("Uzbekistan 61 %, Russia 19 %."));
    }

    @Test
    void theTableOfObjectorsHasTheirIntervals() {
        assertEquals(
                "[Uzbekistan, 61 %, 59 to 63 %]",
                plain(SampleReport.objectors().table().rows().get(0)));
    }

    @Test
    void theTextForTheMatrixNamesWhoStopsAnApplicantMost() {
        assertTrue(plain(SampleReport.matrix().description())
                .contains("Iran is stopped in 40 % of runs, most often by Tajikistan (80 %)."));
    }

    @Test
    void theMatrixHasARowForEachApplicant() {
        assertEquals(
                "[Belarus, 73 % (69 to 77 %), 61 %, 9.0 %]",
                plain(SampleReport.matrix().table().rows().get(0)));
    }

    @Test
    void anApplicantWithoutAShareForAVoterIsRefused() {
        var matrix = SampleReport.matrix();
        var voters = matrix.voters().subList(0, 1);
        assertThrows(
                IllegalArgumentException.class,
                () -> new StanceMatrixChart("the SCO", voters, matrix.applicants(), 0, "test"));
    }

    @Test
    void theTextForTheNetworkCountsMembersAndNamesTies() {
        assertEquals(
                "A network at the end of 2025. EAEU: 1 member. SCO: 2 members. Russia is a patron of Belarus (0.70).",
                plain(SampleReport.network().description()));
    }

    @Test
    void theTableOfTheNetworkSaysWhoBacksAState() {
        assertEquals(
                "[Belarus, \u2013, Russia, reliance 0.70]",
                plain(SampleReport.network().table().rows().get(2)));
    }

    @Test
    void aTieOfAStrangerIsRefused() {
        var network = SampleReport.network();
        var ties = List.of(new NetworkChart.Tie("USA", "BLR", true, 1));
        assertThrows(
                IllegalArgumentException.class,
                () -> new NetworkChart(
                        network.date(), network.focus(), network.blocs(), network.members(), ties, "test"));
    }

    @Test
    void manyStatesOfTheSameBlocsStandTogether() {
        var members = new java.util.ArrayList<>(SampleReport.network().members());
        for (int n = 10; n < 40; n++) {
            members.add(new NetworkChart.Member("State " + n, "X" + n, List.of("SCO")));
        }
        var network = SampleReport.network();
        var many = new NetworkChart(
                network.date(), network.focus(), network.blocs(), members, network.ties(), network.source());
        assertTrue(
                Objects.requireNonNull(Drawing.bare(many, Size.SLIDE).element()).contains("31 states"));
    }
}
