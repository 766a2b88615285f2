package blocsim.gui;

import blocsim.model.Motive;
import blocsim.model.Part;
import blocsim.model.World;
import java.time.LocalDate;
import java.util.Locale;

/** What an inspector says of a state or a bloc, always in the same order. */
final class NodeText {
    private NodeText() {}

    static String ofState(Course course, int state) {
        var world = course.world();
        var text = new StringBuilder();
        text.append(world.states().get(state).name())
                .append(" on ")
                .append(date(course.day()))
                .append('\n');
        for (int b = 0; b < world.blocs().size(); b++) {
            var bloc = world.blocs().get(b);
            text.append('\n')
                    .append(bloc.code())
                    .append(": ")
                    .append(bloc.ladder().id(course.rung(b, state)));
            int asked = course.asked(b, state);
            if (asked > 0) {
                text.append(", has asked for ").append(bloc.ladder().id(asked));
            }
            text.append('\n');
            if (course.follows() && course.ticks() > 0) {
                addMotives(text, course, b, state);
            }
        }
        addFigures(text, course, state);
        text.append("\nHappenings\n");
        course.happenings().stream()
                .filter(h -> h.state() == state)
                .forEach(h -> text.append(String.format(
                        Locale.ROOT,
                        "  %s %s %s: %s to %s%n",
                        date(h.day()),
                        world.blocs().get(h.bloc()).code(),
                        h.cause().label(),
                        world.blocs().get(h.bloc()).ladder().id(h.from()),
                        world.blocs().get(h.bloc()).ladder().id(h.to()))));
        return text.toString();
    }

    /** What draws it and what holds it back, as it was on the first day of the last tick. */
    private static void addMotives(StringBuilder text, Course course, int bloc, int state) {
        var parameters = course.world().parameters();
        double cost = 0;
        for (Motive motive : Motive.values()) {
            double score = 0;
            for (Part part : Part.values()) {
                score += part.motive() == motive ? course.worth(bloc, state, part) : 0;
            }
            text.append(line(motive.label(), score * parameters.get(motive.weight())));
        }
        for (Part part : Part.values()) {
            cost += part.motive() == null ? course.worth(bloc, state, part) : 0;
        }
        text.append(line("cost", -cost));
    }

    private static void addFigures(StringBuilder text, Course course, int state) {
        var world = course.world();
        var figures = world.figures().get(Math.max(0, course.ticks() - 1));
        text.append("\nFigures of the tick\n");
        text.append(line("ideal point", figures.idealPoint(state)));
        text.append(line("democracy", figures.polyarchy(state)));
        text.append(line("GDP, bn US$", figures.gdp(state) / 1e9));
        int patron = figures.mainPatron(state);
        if (patron != World.NONE) {
            text.append(line("relies on " + world.states().get(patron).code(), figures.mainReliance(state)));
        }
        int partner = MapDisplay.largestPartner(world, Math.max(0, course.ticks() - 1), state);
        if (partner != World.NONE) {
            text.append(line("trade with " + world.states().get(partner).code(), figures.tradeShare(state, partner)));
        }
    }

    static String ofBloc(Course course, int bloc) {
        var world = course.world();
        var ladder = world.blocs().get(bloc).ladder();
        var text = new StringBuilder();
        text.append(world.blocs().get(bloc).title())
                .append(" on ")
                .append(date(course.day()))
                .append('\n');
        for (int rung = ladder.top(); rung > 0; rung--) {
            text.append('\n')
                    .append(ladder.rung(rung).title())
                    .append(": ")
                    .append(course.count(course.ticks(), bloc, rung));
            text.append('\n');
            for (int i = 0; i < world.states().size(); i++) {
                if (course.rung(bloc, i) == rung) {
                    text.append("  ").append(world.states().get(i).name()).append('\n');
                }
            }
        }
        text.append("\nRequests pending\n");
        for (int i = 0; i < world.states().size(); i++) {
            if (course.asked(bloc, i) > 0) {
                text.append("  ")
                        .append(world.states().get(i).name())
                        .append(": ")
                        .append(ladder.id(course.asked(bloc, i)))
                        .append('\n');
            }
        }
        return text.toString();
    }

    private static LocalDate date(int day) {
        return LocalDate.ofEpochDay(day);
    }

    private static String line(String label, double value) {
        return String.format(Locale.ROOT, "  %-16s %8.2f%n", label, value);
    }
}
