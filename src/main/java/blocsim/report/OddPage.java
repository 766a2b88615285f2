package blocsim.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Code;
import org.commonmark.node.Heading;
import org.commonmark.node.Node;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;

/**
 * The ODD text as one HTML file that needs nothing beside it: the same words, with a list of contents, for screen, phone and paper.
 * Markdown is read by commonmark-java, so that both forms come from one text.
 */
public final class OddPage {
    private static final int DEEPEST_CONTENTS = 3;

    private OddPage() {}

    /**
     * The page, to be written in UTF-8.
     *
     * @param title of the page
     * @param markdown as {@link OddText#markdown} writes it
     */
    public static String html(String title, String markdown) {
        var extensions = List.of(TablesExtension.create());
        var document = Parser.builder().extensions(extensions).build().parse(markdown);
        var anchors = new IdentityHashMap<Node, String>();
        var contents = new StringBuilder();
        document.accept(new AbstractVisitor() {
            @Override
            public void visit(Heading heading) {
                var words = words(heading);
                var anchor = anchor(words);
                anchors.put(heading, anchor);
                if (heading.getLevel() > 1 && heading.getLevel() <= DEEPEST_CONTENTS) {
                    contents.append("<li class=\"level")
                            .append(heading.getLevel())
                            .append("\"><a href=\"#")
                            .append(anchor)
                            .append("\">")
                            .append(Citations.escape(words))
                            .append("</a></li>\n");
                }
            }
        });
        var body = HtmlRenderer.builder()
                .extensions(extensions)
                .sanitizeUrls(true)
                .attributeProviderFactory(context -> (node, tag, attributes) -> name(anchors, node, attributes))
                .build()
                .render(document)
                .replace("<table>", "<div class=\"scroll\"><table>")
                .replace("</table>", "</table></div>");
        int after = body.indexOf("</h1>") + "</h1>".length();
        return """
                <!DOCTYPE html>
                <html lang="en">
                <head>
                <meta charset="utf-8"/>
                <meta name="viewport" content="width=device-width, initial-scale=1"/>
                <meta name="color-scheme" content="light dark"/>
                <title>%s</title>
                <link rel="icon" href="data:,"/>
                <style>
                %s%s</style>
                </head>
                <body class="odd">
                %s
                <nav aria-label="Contents">
                <ul>
                %s</ul>
                </nav>
                <main>%s</main>
                </body>
                </html>
                """.formatted(
                        Citations.escape(title),
                        style("report.css"),
                        style("odd.css"),
                        body.substring(0, after),
                        contents,
                        body.substring(after));
    }

    private static void name(Map<Node, String> anchors, Node node, Map<String, String> attributes) {
        var anchor = anchors.get(node);
        if (anchor != null) {
            attributes.put("id", anchor);
        }
        if (node instanceof TableCell cell && !cell.isHeader()) {
            attributes.put("data-head", head(cell));
        }
    }

    /** The words over a cell, which a phone shows beside it. */
    private static String head(TableCell cell) {
        int column = 0;
        for (Node before = cell.getPrevious(); before != null; before = before.getPrevious()) {
            column++;
        }
        var table = cell.getParent().getParent().getParent();
        var head = table.getFirstChild().getFirstChild().getFirstChild();
        for (int n = 0; n < column; n++) {
            head = head.getNext();
        }
        return words(head);
    }

    private static String words(Node heading) {
        var words = new StringBuilder();
        heading.accept(new AbstractVisitor() {
            @Override
            public void visit(Text text) {
                words.append(text.getLiteral());
            }

            @Override
            public void visit(Code code) {
                words.append(code.getLiteral());
            }
        });
        return words.toString();
    }

    private static String anchor(String words) {
        return words.toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}]+", "-")
                .replaceAll("^-|-$", "");
    }

    private static String style(String name) {
        try (InputStream in = Objects.requireNonNull(OddPage.class.getResourceAsStream(name))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
