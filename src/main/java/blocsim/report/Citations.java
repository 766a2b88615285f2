package blocsim.report;

import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Turns text into HTML in which a bracket with known ids, such as {@code [D2, A1]}, is a row of links: to the entry on the page, and
 * where that has an address, to the work itself.
 */
final class Citations {
    private static final Pattern BRACKET = Pattern.compile("\\[([A-Za-z][\\w-]*(?:, ?[A-Za-z][\\w-]*)*)\\]");

    private final Set<String> facts;
    private final Map<String, String> references;

    /**
     * @param facts ids of the facts on the page
     * @param references addresses of the bibliography on it by id, empty where there is none
     */
    Citations(Set<String> facts, Map<String, String> references) {
        this.facts = Set.copyOf(facts);
        this.references = Map.copyOf(references);
    }

    /** The text escaped, its known ids linked; a bracket that holds an unknown id stays text. */
    String html(String text) {
        var html = new StringBuilder();
        Matcher bracket = BRACKET.matcher(text);
        int from = 0;
        while (bracket.find()) {
            String[] ids = bracket.group(1).split(", ?", -1);
            if (!allKnown(ids)) {
                continue;
            }
            html.append(escape(text.substring(from, bracket.start()))).append('[');
            for (int i = 0; i < ids.length; i++) {
                html.append(i == 0 ? "" : ", ")
                        .append("<a href=\"#")
                        .append(anchor(ids[i]))
                        .append("\">")
                        .append(ids[i])
                        .append("</a>")
                        .append(outside(ids[i]));
            }
            html.append(']');
            from = bracket.end();
        }
        return html.append(escape(text.substring(from))).toString();
    }

    /** A link to the work itself, with a space before it; nothing where it has no address. */
    private String outside(String id) {
        String address = references.getOrDefault(id, "");
        return address.isEmpty()
                ? ""
                : " <a href=\"" + escape(address) + "\" rel=\"noreferrer\" aria-label=\"" + id + " itself\">\u2197</a>";
    }

    /** The anchor of an id on the page. */
    String anchor(String id) {
        return (facts.contains(id) ? "fact-" : "ref-") + id;
    }

    private boolean allKnown(String[] ids) {
        for (String id : ids) {
            if (!facts.contains(id) && !references.containsKey(id)) {
                return false;
            }
        }
        return true;
    }

    static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
