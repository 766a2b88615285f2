package blocsim.web;

import blocsim.input.JsonSource;
import blocsim.scenario.Cited;
import blocsim.scenario.Control;
import blocsim.scenario.Work;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A scenario as the page shows it before any run: what it asks, who there is, and what may be set. */
final class Description {
    private final Shelf.Opened opened;

    Description(Shelf.Opened opened) {
        this.opened = opened;
    }

    Map<String, Object> tree() {
        var prepared = opened.prepared();
        var scenario = prepared.scenario();
        var tree = new LinkedHashMap<String, Object>();
        tree.put("id", opened.id());
        tree.put("name", scenario.name());
        tree.put("title", scenario.title());
        tree.put("description", scenario.description());
        tree.put("state", scenario.focus().state());
        tree.put("bloc", scenario.focus().bloc());
        tree.put("start", scenario.horizon().start());
        tree.put("end", scenario.horizon().end());
        tree.put("recordedUntil", prepared.recordedUntil());
        tree.put("replicates", scenario.replicates());
        tree.put("seed", scenario.seed());
        var states = new ArrayList<Map<String, Object>>();
        for (var state : prepared.world().states()) {
            var country = prepared.panel().country(state.code());
            var one = new LinkedHashMap<String, Object>();
            one.put("code", state.code());
            one.put("name", state.name());
            one.put("number", country.map(found -> found.isoNumber()).orElse(0));
            one.put("latitude", country.map(found -> found.latitude()).orElse(Double.NaN));
            one.put("longitude", country.map(found -> found.longitude()).orElse(Double.NaN));
            states.add(one);
        }
        tree.put("states", states);
        var blocs = new ArrayList<Map<String, Object>>();
        for (var bloc : prepared.world().blocs()) {
            blocs.add(Map.of("code", bloc.code(), "title", bloc.title(), "rungs", Outcome.rungs(bloc.ladder())));
        }
        tree.put("blocs", blocs);
        var works = new LinkedHashMap<String, Object>();
        scenario.works().forEach((id, work) -> {
            if (!work.cites().isEmpty()) {
                works.put(id, from(work));
            }
        });
        tree.put("works", works);
        tree.put("controls", opened.controls().stream().map(this::control).toList());
        return tree;
    }

    private Map<String, Object> control(Control control) {
        var tree = new LinkedHashMap<String, Object>();
        tree.put("pointer", control.pointer());
        tree.put("group", control.group().name().toLowerCase(Locale.ROOT));
        tree.put("form", control.form().name().toLowerCase(Locale.ROOT));
        tree.put("label", control.label());
        tree.put("meaning", control.meaning());
        tree.put("unit", control.unit());
        tree.put("least", control.least());
        tree.put("most", control.most());
        tree.put("low", control.low());
        tree.put("high", control.high());
        tree.put("step", control.step());
        boolean whole = control.form() == Control.Form.SWITCH;
        tree.put("standard", whole ? true : control.standard());
        tree.put("drawn", control.drawn());
        tree.put("options", options(control.options()));
        tree.put("evidence", control.evidence().stream().map(this::evidence).toList());
        return tree;
    }

    private static List<Map<String, Object>> options(List<Control.Option> options) {
        var list = new ArrayList<Map<String, Object>>();
        for (var option : options) {
            JsonSource value = option.value();
            list.add(Map.of("label", option.label(), "value", value));
        }
        return list;
    }

    private Map<String, Object> evidence(Cited cited) {
        var tree = new LinkedHashMap<String, Object>();
        tree.put("source", cited.source());
        tree.put("words", cited.words());
        Work work = opened.prepared().scenario().works().get(cited.source());
        if (work != null) {
            tree.put("title", work.title());
            tree.put("author", work.author());
            tree.put("date", work.date());
            tree.put("from", from(work));
        }
        return tree;
    }

    /** Where a work has it from: titles of documents, with their dates. */
    private List<String> from(Work work) {
        var from = new ArrayList<String>();
        for (String id : work.cites()) {
            Work on = opened.prepared().scenario().works().get(id);
            from.add(on == null ? id : on.title() + (on.date().isEmpty() ? "" : " (" + on.date() + ")"));
        }
        return from;
    }
}
