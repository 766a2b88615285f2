package blocsim.report;

import blocsim.model.Parameter;
import blocsim.scenario.Cited;
import blocsim.scenario.Scenario;
import blocsim.scenario.Work;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** The works that a scenario and the model's defaults rest on. */
final class Sources {
    private final Scenario scenario;

    Sources(Scenario scenario) {
        this.scenario = scenario;
    }

    /** Words followed by a bracket of ids, which becomes links; the words alone where there is no id. */
    static String linked(String words, List<String> ids) {
        return ids.isEmpty() ? words : words + " [" + String.join(", ", ids) + "]";
    }

    /** The works behind the scenario but for facts, by id. */
    List<Reference> references() {
        var list = new ArrayList<Reference>();
        for (Work work : works()) {
            if (!work.kind().equals("fact")) {
                list.add(new Reference(work.id(), linked(text(work), work.cites()), address(work)));
            }
        }
        return list;
    }

    /** The works behind the scenario, facts among them, and what those rest on; by id. */
    List<Work> works() {
        var wanted = new TreeSet<String>();
        for (Cited cited : scenario.cited()) {
            add(wanted, cited.source());
        }
        for (Parameter parameter : Parameter.values()) {
            parameter.works().forEach(id -> add(wanted, id));
        }
        scenario.notUsed().keySet().forEach(id -> add(wanted, id));
        var works = new ArrayList<Work>();
        for (String id : wanted) {
            Work work = scenario.works().get(id);
            if (work != null) {
                works.add(work);
            }
        }
        return works;
    }

    /** Author, title, date and note of a work. */
    static String text(Work work) {
        return (work.author().isEmpty() ? "" : work.author() + ", ")
                + work.title()
                + (work.date().isEmpty() ? "" : " (" + work.date() + ")")
                + (work.note().isEmpty() ? "" : ". " + work.note());
    }

    /** Where a work can be read; empty if nowhere. */
    static String address(Work work) {
        return work.doi().isEmpty() ? work.url() : "https://doi.org/" + work.doi();
    }

    private void add(Set<String> wanted, String id) {
        var work = scenario.works().get(id);
        if (work != null && wanted.add(id)) {
            work.cites().forEach(other -> add(wanted, other));
        }
    }
}
