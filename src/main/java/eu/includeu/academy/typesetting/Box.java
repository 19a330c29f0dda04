package eu.includeu.academy.typesetting;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.CustomBlock;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.node.Text;

/** A quote with a meaning: a worked case, a check of oneself, or a place for what holds in one country. */
final class Box extends CustomBlock {

    /** What a box is for; a quote opens it by this word, with a point, in bold. */
    enum Kind {
        CASE("Case."),
        CHECK("Check."),
        NATIONALLY("Nationally.");

        private final String opener;

        Kind(String opener) {
            this.opener = opener;
        }

        /** As style sheets know it. */
        String key() {
            return name().toLowerCase(Locale.ROOT);
        }

        private static Optional<Kind> of(String opener) {
            return Arrays.stream(values())
                    .filter(kind -> kind.opener.equals(opener))
                    .findFirst();
        }
    }

    private final Kind kind;

    private Box(Kind kind) {
        this.kind = kind;
    }

    Kind kind() {
        return kind;
    }

    /** Puts a box in the place of a quote that opens one, and takes the opener away: the box has a heading for it. */
    static void replace(BlockQuote quote) {
        if (quote.getFirstChild() instanceof Paragraph paragraph
                && paragraph.getFirstChild() instanceof StrongEmphasis strong
                && strong.getFirstChild() instanceof Text opener) {
            Kind.of(opener.getLiteral()).ifPresent(kind -> {
                strong.unlink();
                trimStart(paragraph);
                replace(quote, new Box(kind));
            });
        }
    }

    private static void replace(BlockQuote quote, Box box) {
        while (quote.getFirstChild() != null) {
            box.appendChild(quote.getFirstChild());
        }
        quote.insertBefore(box);
        quote.unlink();
    }

    private static void trimStart(Paragraph paragraph) {
        if (paragraph.getFirstChild() instanceof Text text) {
            text.setLiteral(text.getLiteral().stripLeading());
        } else if (paragraph.getFirstChild() instanceof SoftLineBreak lineBreak) {
            lineBreak.unlink();
        }
    }
}
