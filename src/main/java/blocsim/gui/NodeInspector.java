package blocsim.gui;

import java.awt.BorderLayout;
import java.awt.Font;
import javax.swing.JButton;
import javax.swing.JScrollPane;
import javax.swing.JTextArea;
import sim.portrayal.Inspector;

/** What there is to say of a state or a bloc as the run stands, and a field that sets values of it. */
final class NodeInspector extends Inspector {
    private static final long serialVersionUID = 1L;

    private final transient RunConsole console;
    private final transient Node node;
    private final JTextArea text = new JTextArea();

    NodeInspector(RunConsole console, Node node) {
        this.console = console;
        this.node = node;
        setLayout(new BorderLayout());
        text.setEditable(false);
        text.setFont(new Font(Font.MONOSPACED, Font.PLAIN, 12));
        add(new JScrollPane(text), BorderLayout.CENTER);
        if (node.isBloc()) {
            var show = new JButton("Show the states by this bloc");
            show.addActionListener(event -> console.showBloc(console.name(node)));
            add(show, BorderLayout.NORTH);
        }
        add(new SettingField(console, pointer()), BorderLayout.SOUTH);
        setVolatile(true);
        setTitle(console.name(node));
        updateInspector();
    }

    private String pointer() {
        var world = console.course().world();
        return node.isBloc()
                ? "/blocs/" + world.blocs().get(node.bloc()).code() + "/"
                : "/states/" + world.states().get(node.state()).code() + "/";
    }

    @Override
    public void updateInspector() {
        var course = console.course();
        String now = node.isBloc() ? NodeText.ofBloc(course, node.bloc()) : NodeText.ofState(course, node.state());
        if (!now.equals(text.getText())) {
            text.setText(now);
            text.setCaretPosition(0);
        }
    }

    /** What it says now. */
    String text() {
        return text.getText();
    }
}
