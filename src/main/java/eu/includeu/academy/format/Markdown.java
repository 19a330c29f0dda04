package eu.includeu.academy.format;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TableBody;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.ext.gfm.tables.TableHead;
import org.commonmark.ext.gfm.tables.TableRow;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.BulletList;
import org.commonmark.node.Code;
import org.commonmark.node.Document;
import org.commonmark.node.Emphasis;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.Link;
import org.commonmark.node.LinkReferenceDefinition;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.node.Text;
import org.commonmark.node.ThematicBreak;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;
import org.jspecify.annotations.Nullable;

/** The Markdown that a lesson may use: headings, paragraphs, lists, tables, quotes, emphasis and links. */
public final class Markdown {

    private static final int DEEPEST_BLOCK = 12;
    private static final int DEEPEST_INLINE = 20;

    private static final Parser PARSER = Parser.builder()
            .extensions(List.of(TablesExtension.create()))
            .includeSourceSpans(IncludeSourceSpans.BLOCKS_AND_INLINES)
            .maxOpenBlockParsers(DEEPEST_BLOCK)
            .maxInlineNesting(DEEPEST_INLINE)
            .build();

    private static final Parser INLINE = Parser.builder()
            .enabledBlockTypes(Set.of())
            .maxInlineNesting(DEEPEST_INLINE)
            .build();

    private static final Set<Class<? extends Node>> WELCOME = Set.of(
            Document.class,
            Paragraph.class,
            BulletList.class,
            OrderedList.class,
            ListItem.class,
            BlockQuote.class,
            TableBlock.class,
            TableHead.class,
            TableBody.class,
            TableRow.class,
            TableCell.class,
            Text.class,
            Emphasis.class,
            StrongEmphasis.class,
            SoftLineBreak.class,
            HardLineBreak.class);

    private static final Map<Class<? extends Node>, String> UNWELCOME = Map.of(
            HtmlBlock.class, "format.raw-html",
            HtmlInline.class, "format.raw-html",
            Image.class, "format.no-images",
            Code.class, "format.no-code",
            FencedCodeBlock.class, "format.no-code",
            IndentedCodeBlock.class, "format.no-code",
            ThematicBreak.class, "format.no-rules",
            LinkReferenceDefinition.class, "format.no-definitions");

    /** Addresses that readers may be sent to: secure pages, mail, and places in the academy. */
    private static final Pattern ADDRESS =
            Pattern.compile("(https://[^\\s/].*|mailto:[^\\s]+|/[^/\\\\].*|/|#.*)", Pattern.DOTALL);

    private Markdown() {}

    public static Node parse(String markdown) {
        return PARSER.parse(markdown);
    }

    /** Notes everything in a lesson's text that a lesson may not hold. */
    static void check(ModuleText.Part text, String key, FormatProblems problems) {
        var root = parse(text.text());
        for (var node = next(root, root); node != null; node = next(node, root)) {
            var line = line(text, node);
            problem(node).ifPresent(code -> problems.add(line, key, code));
        }
    }

    /** Whether a line holds more than words and emphasis. */
    static boolean hasMarkup(String line) {
        var root = INLINE.parse(line);
        for (var node = next(root, root); node != null; node = next(node, root)) {
            if (!WELCOME.contains(node.getClass())) {
                return true;
            }
        }
        return false;
    }

    public static boolean isAddress(String destination) {
        return ADDRESS.matcher(destination).matches();
    }

    private static Optional<String> problem(Node node) {
        if (node instanceof Heading heading) {
            return heading.getLevel() == 2 || heading.getLevel() == 3
                    ? Optional.empty()
                    : Optional.of("format.heading-level");
        }
        if (node instanceof Link link) {
            return isAddress(link.getDestination()) ? Optional.empty() : Optional.of("format.link");
        }
        if (WELCOME.contains(node.getClass())) {
            return Optional.empty();
        }
        return Optional.of(UNWELCOME.getOrDefault(node.getClass(), "format.unknown-markup"));
    }

    /** The next node in the order of the text; a loop, so that no text can nest too deeply for it. */
    private static @Nullable Node next(Node node, Node root) {
        if (node.getFirstChild() != null) {
            return node.getFirstChild();
        }
        for (var up = node; up != null && up != root; up = up.getParent()) {
            if (up.getNext() != null) {
                return up.getNext();
            }
        }
        return null;
    }

    private static int line(ModuleText.Part text, Node node) {
        for (var up = node; up != null; up = up.getParent()) {
            if (!up.getSourceSpans().isEmpty()) {
                return text.first() + up.getSourceSpans().get(0).getLineIndex();
            }
        }
        return text.first();
    }
}
