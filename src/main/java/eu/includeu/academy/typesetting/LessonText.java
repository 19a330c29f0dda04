package eu.includeu.academy.typesetting;

import static java.util.Objects.requireNonNull;

import eu.includeu.academy.catalogue.Edition;
import eu.includeu.academy.catalogue.Lesson;
import eu.includeu.academy.catalogue.Source;
import eu.includeu.academy.format.Markdown;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.CustomBlock;
import org.commonmark.node.CustomNode;
import org.commonmark.node.Heading;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.Text;
import org.commonmark.renderer.NodeRenderer;
import org.commonmark.renderer.html.HtmlNodeRendererContext;
import org.commonmark.renderer.html.HtmlRenderer;
import org.commonmark.renderer.html.HtmlWriter;

/**
 * Turns a lesson's Markdown into HTML that is safe to print: citations become footnote links, boxes become asides with a
 * heading, tables can be scrolled by keyboard. Whatever the Markdown holds, a sanitiser lets through only what is made
 * here.
 */
final class LessonText {

    private static final int WIDEST_LABEL = 160;

    private final LessonWords words;
    private final Map<String, Source> sources = new LinkedHashMap<>();
    private final Map<String, List<String>> citations = new LinkedHashMap<>();
    private final List<Rendered.Heading> headings = new ArrayList<>();
    private int cited;
    private int boxes;
    private int tables;

    private LessonText(List<Source> sources, LessonWords words) {
        this.words = words;
        sources.forEach(source -> this.sources.put(source.key(), source));
    }

    /** Renders a lesson of an edition, with the words of the edition's language. */
    static Rendered render(Edition edition, Lesson lesson, LessonWords words) {
        return render(lesson.markdown(), edition.sources(), words);
    }

    /** Renders a text that cites these sources. A citation of any other stays as it is written. */
    static Rendered render(String markdown, List<Source> sources, LessonWords words) {
        return new LessonText(sources, words).render(markdown);
    }

    private Rendered render(String markdown) {
        var document = Markdown.parse(markdown);
        document.accept(new Preparation());
        var text = renderer().render(document);
        var used = citations.keySet().stream()
                .map(key -> requireNonNull(sources.get(key)))
                .toList();
        return new Rendered(SafeHtml.of(text + sourceList(used)), headings, used);
    }

    private HtmlRenderer renderer() {
        return HtmlRenderer.builder()
                .escapeHtml(true)
                .sanitizeUrls(true)
                .extensions(List.of(TablesExtension.create()))
                .nodeRendererFactory(Nodes::new)
                .attributeProviderFactory(context -> LessonText::complete)
                .build();
    }

    /** What the renderer of the library writes, with our identifiers. */
    private static void complete(Node node, String tag, Map<String, String> attributes) {
        if (node instanceof Link link && link.getDestination().startsWith("https://")) {
            attributes.put("rel", "noopener noreferrer");
        }
        if (node instanceof TableCell) {
            var align = attributes.remove("align");
            if (align != null) {
                attributes.put("data-align", align);
            }
            if (tag.equals("th")) {
                attributes.put("scope", "col");
            }
        }
    }

    /** Attributes in the order in which they are given, so that the same text always gives the same HTML. */
    private static Map<String, String> attributes(String... namesAndValues) {
        var attributes = new LinkedHashMap<String, String>();
        for (var at = 0; at < namesAndValues.length; at += 2) {
            attributes.put(namesAndValues[at], namesAndValues[at + 1]);
        }
        return attributes;
    }

    private String sourceList(List<Source> used) {
        if (used.isEmpty()) {
            return "";
        }
        var html = new StringBuilder();
        var writer = new HtmlWriter(html);
        writer.tag("section", attributes("class", "sources", "aria-labelledby", "part-0"));
        writer.tag("h2", attributes("id", "part-0"));
        writer.text(words.sources());
        writer.tag("/h2");
        writer.tag("ol");
        used.forEach(source -> write(source, writer));
        writer.tag("/ol");
        writer.tag("/section");
        return html.toString();
    }

    private void write(Source source, HtmlWriter writer) {
        writer.tag("li", attributes("id", source.key(), "value", source.number()));
        writer.text(source.text());
        for (var citation : citations.getOrDefault(source.key(), List.of())) {
            writer.text(" ");
            writer.tag(
                    "a",
                    attributes(
                            "class",
                            "back",
                            "role",
                            "doc-backlink",
                            "href",
                            "#" + citation,
                            "aria-label",
                            words.back()));
            writer.text("↩");
            writer.tag("/a");
        }
        writer.tag("/li");
    }

    /** A place in the text that points to a source. */
    private static final class Citation extends CustomNode {

        private final Source source;
        private final String id;

        private Citation(Source source, String id) {
            this.source = source;
            this.id = id;
        }
    }

    /** What lets a wide table be scrolled by keyboard. */
    private static final class Region extends CustomBlock {

        private final String label;

        private Region(String label) {
            this.label = label;
        }
    }

    /** Puts our own nodes into the tree. */
    private final class Preparation extends AbstractVisitor {

        @Override
        public void visit(Text text) {
            var found = Lesson.CITATION.matcher(text.getLiteral());
            var done = 0;
            while (found.find()) {
                var source = sources.get(found.group(1));
                if (source != null) {
                    insertText(text, text.getLiteral().substring(done, found.start()));
                    text.insertBefore(citation(source));
                    done = found.end();
                }
            }
            if (done > 0) {
                text.setLiteral(text.getLiteral().substring(done));
            }
        }

        @Override
        public void visit(BlockQuote quote) {
            visitChildren(quote);
            Box.replace(quote);
        }

        @Override
        public void visit(CustomBlock block) {
            if (block instanceof TableBlock) {
                var region = new Region(label(block));
                block.insertBefore(region);
                region.appendChild(block);
            }
            visitChildren(block);
        }

        private Citation citation(Source source) {
            var id = "cite-" + ++cited;
            citations.computeIfAbsent(source.key(), key -> new ArrayList<>()).add(id);
            return new Citation(source, id);
        }

        /** A space before a footnote number would let it fall on the next line alone; between two it keeps them apart. */
        private void insertText(Text before, String literal) {
            if (!literal.isBlank()) {
                before.insertBefore(new Text(literal.stripTrailing()));
            } else if (before.getPrevious() instanceof Citation) {
                before.insertBefore(new Text(" "));
            }
        }

        private String label(Node table) {
            var head = words(table.getFirstChild() == null ? table : table.getFirstChild());
            var label = words.table() + (head.isEmpty() ? "" : ": " + String.join(", ", head));
            return label.length() > WIDEST_LABEL ? label.substring(0, WIDEST_LABEL) : label;
        }

        private List<String> words(Node parent) {
            var cells = new ArrayList<String>();
            parent.accept(new AbstractVisitor() {
                @Override
                public void visit(Text text) {
                    cells.add(text.getLiteral().strip());
                }
            });
            return cells.stream().filter(cell -> !cell.isEmpty()).toList();
        }
    }

    /** Writes our own nodes, and headings with identifiers. */
    private final class Nodes implements NodeRenderer {

        private final HtmlNodeRendererContext context;
        private final HtmlWriter html;

        private Nodes(HtmlNodeRendererContext context) {
            this.context = context;
            this.html = context.getWriter();
        }

        @Override
        public Set<Class<? extends Node>> getNodeTypes() {
            return Set.of(Box.class, Citation.class, Region.class, Heading.class);
        }

        @Override
        public void render(Node node) {
            if (node instanceof Box box) {
                write(box);
            } else if (node instanceof Citation citation) {
                write(citation);
            } else if (node instanceof Region region) {
                write(region);
            } else {
                write((Heading) node);
            }
        }

        private void write(Box box) {
            var id = "box-" + ++boxes;
            html.line();
            html.tag(
                    "aside",
                    attributes(
                            "class", "aside box", "data-box", box.kind().key(), "role", "note", "aria-labelledby", id));
            html.tag("p", attributes("class", "box__label", "id", id));
            html.text(words.of(box.kind()));
            html.tag("/p");
            children(box);
            html.tag("/aside");
            html.line();
        }

        private void write(Citation citation) {
            var number = citation.source.number();
            html.tag("sup");
            html.tag(
                    "a",
                    attributes(
                            "class",
                            "cite",
                            "id",
                            citation.id,
                            "href",
                            "#" + citation.source.key(),
                            "role",
                            "doc-noteref",
                            "aria-label",
                            words.source(number)));
            html.text(number);
            html.tag("/a");
            html.tag("/sup");
        }

        private void write(Region region) {
            html.line();
            html.tag(
                    "div",
                    attributes(
                            "class",
                            "scroll",
                            "role",
                            "region",
                            "tabindex",
                            "0",
                            "aria-label",
                            region.label,
                            "id",
                            "table-" + ++tables));
            children(region);
            html.tag("/div");
            html.line();
        }

        /** The page's own heading of the first level is the title of the lesson. */
        private void write(Heading heading) {
            var tag = heading.getLevel() <= 2 ? "h2" : "h3";
            var id = "part-" + (headings.size() + 1);
            headings.add(new Rendered.Heading(tag.equals("h2") ? 2 : 3, id, text(heading)));
            html.line();
            html.tag(tag, attributes("id", id));
            children(heading);
            html.tag("/" + tag);
            html.line();
        }

        private void children(Node parent) {
            for (var child = parent.getFirstChild(); child != null; child = child.getNext()) {
                context.render(child);
            }
        }

        private String text(Node parent) {
            var text = new StringBuilder();
            parent.accept(new AbstractVisitor() {
                @Override
                public void visit(Text piece) {
                    text.append(piece.getLiteral());
                }
            });
            return text.toString().strip();
        }
    }
}
