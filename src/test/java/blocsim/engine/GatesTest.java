package blocsim.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import blocsim.TestWorlds;
import blocsim.model.Condition;
import blocsim.model.Gate;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Which rungs a gate shuts to Belarus: bit r for rung r. */
class GatesTest {
    private static final int PARTNER = 1 << 1;
    private static final int MEMBER = 1 << 3;
    private static final LocalDate DAY = LocalDate.of(2003, 1, 1);

    private static Gate gate(
            Condition condition, @Nullable LocalDate from, @Nullable LocalDate until, String... rungs) {
        return new Gate("gate", condition, List.of(rungs), from, until);
    }

    private static Gate always(Condition condition) {
        return gate(condition, null, null, "partner", "member");
    }

    private static TestWorlds worlds() {
        return TestWorlds.of("BLR", "CHN").members("CHN");
    }

    private static Gates gates(TestWorlds worlds) {
        var world = worlds.build();
        var standings = new Standings(world);
        standings.reset();
        return new Gates(world, standings);
    }

    private static int sco(TestWorlds worlds) {
        return worlds.build().bloc("SCO");
    }

    private static int shut(TestWorlds worlds, LocalDate day) {
        return gates(worlds).shut(sco(worlds), 0, (int) day.toEpochDay());
    }

    private static int unaskable(TestWorlds worlds) {
        return gates(worlds).unaskable(sco(worlds), 0, (int) DAY.toEpochDay());
    }

    @Test
    void withoutARequiredRungTheNamedRungsAreShut() {
        var required = always(new Condition.PriorRung(List.of("observer")));
        assertEquals(PARTNER | MEMBER, shut(worlds().gate(required), DAY));
        assertEquals(PARTNER | MEMBER, unaskable(worlds().gate(required)));
        assertEquals(0, shut(worlds().gate(required).holds("SCO", "BLR", "observer"), DAY));
    }

    @Test
    void aGateShutsFromItsFirstDayToTheDayBeforeItsEnd() {
        var required = gate(new Condition.PriorRung(List.of("observer")), DAY, LocalDate.of(2004, 1, 1), "member");
        assertEquals(0, shut(worlds().gate(required), DAY.minusDays(1)));
        assertEquals(MEMBER, shut(worlds().gate(required), DAY));
        assertEquals(MEMBER, shut(worlds().gate(required), LocalDate.of(2003, 12, 31)));
        assertEquals(0, shut(worlds().gate(required), LocalDate.of(2004, 1, 1)));
    }

    @Test
    void yearsOnARungAreCountedFromItsEntry() {
        var years = always(new Condition.MinimumYears(3));
        var held = worlds().gate(years).holds("SCO", "BLR", "partner");
        assertEquals(PARTNER | MEMBER, shut(held.since("BLR", LocalDate.of(2000, 3, 1)), DAY));
        assertEquals(0, shut(held.since("BLR", LocalDate.of(1999, 12, 1)), DAY));
    }

    @Test
    void anOutsiderHasNoYearsOnARung() {
        assertEquals(PARTNER | MEMBER, shut(worlds().gate(always(new Condition.MinimumYears(0))), DAY));
    }

    @Test
    void aFullMemberOfAnExcludedBlocIsShutOut() {
        var excluding = always(new Condition.NotMemberOf(List.of("AAA")));
        assertEquals(
                PARTNER | MEMBER, shut(worlds().gate(excluding).andBloc("AAA").holds("AAA", "BLR", "member"), DAY));
        assertEquals(0, shut(worlds().gate(excluding).andBloc("AAA").holds("AAA", "BLR", "observer"), DAY));
    }

    @Test
    void withoutRelationsWithAMemberTheGateIsShutUntilTheyAreTakenUp() {
        var relations = always(new Condition.DiplomaticRelations());
        var estranged = worlds().gate(relations).estranged("BLR", "CHN", DAY);
        assertEquals(PARTNER | MEMBER, shut(estranged, DAY.minusDays(1)));
        assertEquals(0, shut(estranged, DAY));
    }

    @Test
    void relationsWithAnOutsiderDoNotMatter() {
        var relations = always(new Condition.DiplomaticRelations());
        var worlds = TestWorlds.of("BLR", "CHN", "JPN")
                .members("CHN")
                .gate(relations)
                .estranged("BLR", "JPN", DAY.plusYears(9));
        assertEquals(0, shut(worlds, DAY));
    }

    @Test
    void warDoesNotKeepAStateFromAsking() {
        var peace = always(new Condition.NoOpenConflict());
        var war = worlds().gate(peace).war("BLR", "CHN");
        assertEquals(PARTNER | MEMBER, shut(war, DAY));
        assertEquals(0, unaskable(war));
    }

    @Test
    void whatDoesNotHangOnTheRunIsLeftToTheFigures() {
        assertEquals(0, shut(worlds().gate(always(new Condition.NoUnSanctions())), DAY));
    }
}
