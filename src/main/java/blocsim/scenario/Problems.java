package blocsim.scenario;

import blocsim.input.InputException;
import blocsim.input.InputProblem;
import blocsim.input.JsonSource;
import blocsim.input.Place;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Problems as they are found; each is kept once, and a hostile file cannot make more than a thousand. */
final class Problems {
    private static final int MOST = 1000;

    private final Set<InputProblem> found = new LinkedHashSet<>();
    private int more;

    void add(InputProblem problem) {
        if (found.size() < MOST) {
            found.add(problem);
        } else if (!found.contains(problem)) {
            more++;
        }
    }

    void addAll(Collection<InputProblem> problems) {
        problems.forEach(this::add);
    }

    void at(JsonSource value, String what, String remedy) {
        add(value.place().problem(what, remedy));
    }

    /** A problem with a key that is missing, at the line of the object in which it should stand. */
    void missing(JsonSource object, String key, String what, String remedy) {
        var place = object.place();
        var pointer = Place.below(place.pointer(), key);
        add(new Place(place.file(), place.line(), place.column(), pointer).problem(what, remedy));
    }

    boolean none() {
        return found.isEmpty();
    }

    /** Throws if there is any problem: all of them, file by file in the order met, each file by line. */
    void throwIfAny() throws InputException {
        if (found.isEmpty()) {
            return;
        }
        var files = new ArrayList<String>();
        for (var problem : found) {
            if (!files.contains(problem.file())) {
                files.add(problem.file());
            }
        }
        var sorted = new ArrayList<>(found);
        sorted.sort(Comparator.comparingInt((InputProblem problem) -> files.indexOf(problem.file()))
                .thenComparingInt(InputProblem::line));
        if (more > 0) {
            sorted.add(new InputProblem(
                    sorted.get(0).file(), 0, "", "there are " + more + " problems more", "Mend these first."));
        }
        throw new InputException(List.copyOf(sorted));
    }
}
