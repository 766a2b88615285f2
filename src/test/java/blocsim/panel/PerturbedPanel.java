package blocsim.panel;

import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The bundled panel with everything after a year changed: figures, spells, standings, requests and what became of them, decisions, rules. */
public final class PerturbedPanel {
    private static final Set<String> STATE_FIGURES = Set.of("gdp", "population", "cinc", "polyarchy", "ideal_point");
    private static final Set<String> PAIR_FIGURES = Set.of("trade", "comembership");

    private PerturbedPanel() {}

    /** The panel whose tables agree with the bundled ones to the end of a year and no longer. */
    public static Panel after(int year) {
        var bundled = Tables.bundled();
        return new Panel(name -> {
            try (InputStream in = bundled.open(name)) {
                var text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
                return new ByteArrayInputStream(changed(name, text, year).getBytes(StandardCharsets.UTF_8));
            }
        });
    }

    private static String changed(String name, String text, int year) throws IOException {
        if (STATE_FIGURES.contains(name)) {
            return wide(text, 1, year);
        }
        if (PAIR_FIGURES.contains(name)) {
            return wide(text, 2, year);
        }
        return switch (name) {
            case "alliances", "rivalries" -> spells(text, year);
            case "sanctions" -> dropped(text, 0, year);
            case "sanctions_by_hand", "diplomatic_absences", "standings", "requests", "decisions", "rules" ->
                dated(name, text, year);
            default -> text;
        };
    }

    /** Figures after the year become the year's column turned around a fixed one, and some are gone. */
    private static String wide(String text, int codes, int year) {
        var out = new StringBuilder();
        int from = -1;
        int row = 0;
        for (String line : text.lines().toList()) {
            String[] cells = line.split(",", -1);
            if (from < 0) {
                from = codes + year - Integer.parseInt(cells[codes]) + 1;
            } else {
                for (int k = Math.max(codes, from); k < cells.length; k++) {
                    cells[k] = row % 3 == 0 ? "" : Integer.toString(row % 7 + k % 5);
                }
            }
            row++;
            out.append(String.join(",", cells)).append('\n');
        }
        return out.toString();
    }

    /** Spells after the year vanish, and those that last beyond it end with it plus one. */
    private static String spells(String text, int year) {
        var out = new StringBuilder();
        for (String line : text.lines().toList()) {
            String[] cells = line.split(",", -1);
            if (!cells[2].equals("from_year")) {
                if (Integer.parseInt(cells[2]) > year) {
                    continue;
                }
                if (Integer.parseInt(cells[3]) > year) {
                    cells[3] = Integer.toString(year + 1);
                    cells[4] = "0";
                }
            }
            out.append(String.join(",", cells)).append('\n');
        }
        return out.toString();
    }

    private static String dropped(String text, int column, int year) {
        var out = new StringBuilder();
        for (String line : text.lines().toList()) {
            String cell = line.split(",", -1)[column];
            if (!cell.matches("\\d+") || Integer.parseInt(cell) <= year) {
                out.append(line).append('\n');
            }
        }
        return out.toString();
    }

    /** Rows dated after the year vanish unless they were decided before; dates after it in the rest move by a year and a bit. */
    private static String dated(String name, String text, int year) throws IOException {
        var out = new StringBuilder();
        var reader = new BufferedReader(new InputStreamReader(
                new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), StandardCharsets.UTF_8));
        for (String line = reader.readLine(); line != null; line = reader.readLine()) {
            List<LocalDate> dates = dates(line);
            boolean late = !dates.isEmpty() && dates.stream().allMatch(date -> date.getYear() > year);
            if (!late) {
                String changed = line;
                for (LocalDate date : dates) {
                    if (date.getYear() > year) {
                        changed = changed.replace(
                                date.toString(), date.plusDays(400).toString());
                    }
                }
                boolean outcomeLater =
                        name.equals("requests") && dates.stream().anyMatch(date -> date.getYear() > year);
                out.append(outcomeLater ? changed.replace(",approved,", ",withdrawn,") : changed)
                        .append('\n');
            }
        }
        return out.toString();
    }

    private static List<LocalDate> dates(String line) {
        var dates = new ArrayList<LocalDate>();
        for (String cell : line.split(",", -1)) {
            if (cell.matches("\\d{4}-\\d{2}-\\d{2}")) {
                dates.add(LocalDate.parse(cell));
            }
        }
        return dates;
    }
}
