package eu.includeu.academy.questions;

import java.util.Set;
import java.util.regex.Pattern;
import org.commonmark.node.Code;
import org.commonmark.node.Emphasis;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Node;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;

/** The little Markdown that a stem and its feedback may hold: emphasis inside a line. */
public final class Wording {

    private static final Parser PARSER =
            Parser.builder().enabledBlockTypes(Set.of()).maxInlineNesting(20).build();

    private static final Pattern CITATION = Pattern.compile("[ \\u00A0]?\\[S[0-9]{1,3}]");

    private Wording() {}

    /** HTML that is safe to print: every character escaped, emphasis as elements, and no other markup at all. */
    public static String html(String markdown) {
        var html = new StringBuilder();
        write(PARSER.parse(markdown), true, html);
        return html.toString();
    }

    /** The words alone. */
    public static String text(String markdown) {
        var text = new StringBuilder();
        write(PARSER.parse(markdown), false, text);
        return text.toString();
    }

    /** Without footnotes, which are shown after the attempt. */
    public static String withoutCitations(String markdown) {
        return CITATION.matcher(markdown).replaceAll("");
    }

    private static void write(Node parent, boolean html, StringBuilder out) {
        for (var node = parent.getFirstChild(); node != null; node = node.getNext()) {
            if (node instanceof Text text) {
                out.append(html ? escaped(text.getLiteral()) : text.getLiteral());
            } else if (node instanceof Code code) {
                out.append(html ? escaped(code.getLiteral()) : code.getLiteral());
            } else if (node instanceof HtmlInline raw) {
                out.append(html ? escaped(raw.getLiteral()) : raw.getLiteral());
            } else if (node instanceof SoftLineBreak || node instanceof HardLineBreak) {
                out.append(' ');
            } else if (html && node instanceof StrongEmphasis) {
                wrap("strong", node, out);
            } else if (html && node instanceof Emphasis) {
                wrap("em", node, out);
            } else {
                write(node, html, out);
            }
        }
    }

    private static void wrap(String element, Node node, StringBuilder out) {
        out.append('<').append(element).append('>');
        write(node, true, out);
        out.append("</").append(element).append('>');
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
