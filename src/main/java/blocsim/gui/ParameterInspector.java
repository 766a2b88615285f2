package blocsim.gui;

import blocsim.model.Parameter;
import java.awt.BorderLayout;
import java.util.Locale;
import javax.swing.JScrollPane;
import javax.swing.JTable;
import javax.swing.JTextField;
import javax.swing.ListSelectionModel;
import javax.swing.table.AbstractTableModel;
import org.jspecify.annotations.Nullable;
import sim.portrayal.Inspector;

/** Every parameter of the model, in the model's order; a value typed in holds from the next reset. */
final class ParameterInspector extends Inspector {
    private static final long serialVersionUID = 1L;
    private static final String[] HEADS = {"parameter", "", "value", "next", "default", "unit", "meaning"};
    private static final int NEXT = 3;

    private final transient RunConsole console;
    private final SettingField setting;
    private final Values values = new Values();

    ParameterInspector(RunConsole console) {
        this.console = console;
        this.setting = new SettingField(console, "/parameters/");
        setLayout(new BorderLayout());
        var table = new JTable(values);
        table.setSelectionMode(ListSelectionModel.SINGLE_SELECTION);
        table.setAutoResizeMode(JTable.AUTO_RESIZE_OFF);
        table.putClientProperty("terminateEditOnFocusLost", true);
        table.setDefaultEditor(Object.class, new javax.swing.DefaultCellEditor(new JTextField()));
        int[] widths = {150, 60, 60, 60, 60, 90, 420};
        for (int column = 0; column < widths.length; column++) {
            table.getColumnModel().getColumn(column).setPreferredWidth(widths[column]);
        }
        add(new JScrollPane(table), BorderLayout.CENTER);
        add(setting, BorderLayout.SOUTH);
        setTitle("Parameters");
    }

    @Override
    public void updateInspector() {
        values.fireTableRowsUpdated(0, values.getRowCount() - 1);
        repaint();
    }

    /** Types a value in, as a user does. */
    void type(Parameter parameter, String text) {
        values.setValueAt(text, parameter.ordinal(), NEXT);
    }

    /** What it says of the last value typed in. */
    String told() {
        return setting.told();
    }

    private final class Values extends AbstractTableModel {
        private static final long serialVersionUID = 1L;

        @Override
        public int getRowCount() {
            return Parameter.values().length;
        }

        @Override
        public int getColumnCount() {
            return HEADS.length;
        }

        @Override
        public String getColumnName(int column) {
            return HEADS[column];
        }

        @Override
        public boolean isCellEditable(int row, int column) {
            return column == NEXT;
        }

        @Override
        public Object getValueAt(int row, int column) {
            var parameter = Parameter.values()[row];
            return switch (column) {
                case 0 -> parameter.key();
                case 1 -> parameter.symbol();
                case 2 -> number(console.course().world().parameters().get(parameter));
                case NEXT -> number(console.run().next().parameters().get(parameter));
                case 4 -> number(parameter.standard());
                case 5 -> parameter.unit();
                default -> parameter.meaning();
            };
        }

        @Override
        public void setValueAt(@Nullable Object value, int row, int column) {
            if (value != null && !value.toString().isBlank()) {
                setting.set(
                        "/parameters/" + Parameter.values()[row].key(),
                        value.toString().strip());
                fireTableRowsUpdated(row, row);
            }
        }

        private String number(double value) {
            return value == Math.rint(value) && Math.abs(value) < 1e9
                    ? String.valueOf((long) value)
                    : String.format(Locale.ROOT, "%.4g", value);
        }
    }
}
