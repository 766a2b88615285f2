package blocsim.gui;

import blocsim.input.InputException;
import blocsim.report.Theme;
import java.awt.BorderLayout;
import java.awt.Font;
import java.util.stream.Collectors;
import javax.swing.BorderFactory;
import javax.swing.Box;
import javax.swing.BoxLayout;
import javax.swing.JButton;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JTextArea;
import javax.swing.JTextField;

/** Sets a value of the scenario by its pointer, for the next reset, and tells the command that makes the same run. */
final class SettingField extends JPanel {
    private static final long serialVersionUID = 1L;

    private final transient RunConsole console;
    private final JTextField pointer;
    private final JTextField value = new JTextField(8);
    private final JTextArea told = new JTextArea();

    /** @param prefix what the pointer begins with */
    SettingField(RunConsole console, String prefix) {
        super(new BorderLayout(4, 4));
        this.console = console;
        this.pointer = new JTextField(prefix, 20);
        var button = new JButton("Set");
        button.addActionListener(
                event -> set(pointer.getText().strip(), value.getText().strip()));
        value.addActionListener(
                event -> set(pointer.getText().strip(), value.getText().strip()));
        var row = new JPanel();
        row.setLayout(new BoxLayout(row, BoxLayout.X_AXIS));
        row.add(pointer);
        row.add(new JLabel(" = "));
        row.add(value);
        row.add(Box.createHorizontalStrut(4));
        row.add(button);
        told.setEditable(false);
        told.setLineWrap(true);
        told.setWrapStyleWord(false);
        told.setRows(3);
        told.setFont(new Font(Font.MONOSPACED, Font.PLAIN, 11));
        told.setForeground(Theme.INK);
        add(new JLabel("Set a value; it holds from the next reset (stop, then play)."), BorderLayout.NORTH);
        add(row, BorderLayout.CENTER);
        add(told, BorderLayout.SOUTH);
        setBorder(BorderFactory.createEmptyBorder(6, 6, 6, 6));
        tell();
    }

    /** Sets a value, or tells what is wrong with it. */
    boolean set(String at, String to) {
        try {
            console.run().shown().set(at, to);
            tell();
            return true;
        } catch (InputException wrong) {
            told.setText(wrong.problems().stream().map(Object::toString).collect(Collectors.joining("\n")));
            return false;
        }
    }

    private void tell() {
        told.setText("The next run is replicate 0 of\n" + console.run().command());
    }

    /** What it says now. */
    String told() {
        return told.getText();
    }
}
