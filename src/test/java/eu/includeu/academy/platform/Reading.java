package eu.includeu.academy.platform;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureNode;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;

/** A PDF as a reader meets it: its words in order, where they stand (in millimetres), its tags, its picture. */
public record Reading(byte[] pdf) {

    public static Reading of(byte[] pdf) {
        return new Reading(pdf);
    }

    public int pages() {
        return read(PDDocument::getNumberOfPages);
    }

    /** The words in the order in which they are read aloud, with single spaces. */
    public String text() {
        return read(document -> new PDFTextStripper().getText(document).replaceAll("\\s+", " "));
    }

    public String title() {
        return read(document -> document.getDocumentInformation().getTitle());
    }

    public String author() {
        return read(document -> document.getDocumentInformation().getAuthor());
    }

    public String producer() {
        return read(document -> document.getDocumentInformation().getProducer());
    }

    public String language() {
        return read(document -> document.getDocumentCatalog().getLanguage());
    }

    public TreeSet<String> tags() {
        return read(document -> tags(document.getDocumentCatalog().getStructureTreeRoot()));
    }

    public double leftmost() {
        return letters().stream().mapToDouble(Letter::left).min().orElseThrow();
    }

    public double rightmost() {
        return letters().stream().mapToDouble(Letter::right).max().orElseThrow();
    }

    /** How far below the head of its page the last occurrence of some words stands. */
    public double heightOf(String words) {
        var letters = letters();
        var all = new StringBuilder();
        letters.forEach(letter -> all.append(letter.character()));
        var at = all.lastIndexOf(words.replace(" ", ""));
        if (at < 0) {
            throw new IllegalArgumentException("not in the text: " + words);
        }
        return letters.get(at).top();
    }

    /** The colour of one place on the first page, such as {@code #ffffff}. */
    public String colour(int left, int top) {
        return "#%06x".formatted(picture(254).getRGB(left * 10, top * 10) & 0xffffff);
    }

    public BufferedImage picture(int dotsPerInch) {
        return read(document -> new PDFRenderer(document).renderImageWithDPI(0, dotsPerInch));
    }

    private List<Letter> letters() {
        var letters = new ArrayList<Letter>();
        read(document -> new PDFTextStripper() {
            @Override
            protected void processTextPosition(TextPosition text) {
                text.getUnicode()
                        .chars()
                        .filter(character -> !Character.isWhitespace(character))
                        .forEach(character -> letters.add(Letter.of((char) character, text)));
            }
        }.getText(document));
        return letters;
    }

    private <T> T read(Look<T> look) {
        try (var document = Loader.loadPDF(pdf)) {
            return look.at(document);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static TreeSet<String> tags(PDStructureNode node) {
        var tags = new TreeSet<String>();
        for (var kid : node.getKids()) {
            if (kid instanceof PDStructureElement element) {
                tags.add(element.getStructureType());
                tags.addAll(tags(element));
            }
        }
        return tags;
    }

    private interface Look<T> {
        T at(PDDocument document) throws IOException;
    }

    private record Letter(char character, double left, double right, double top) {

        private static final double POINTS_A_MILLIMETRE = 72 / 25.4;

        static Letter of(char character, TextPosition text) {
            var left = text.getXDirAdj();
            return new Letter(
                    character,
                    left / POINTS_A_MILLIMETRE,
                    (left + text.getWidthDirAdj()) / POINTS_A_MILLIMETRE,
                    text.getYDirAdj() / POINTS_A_MILLIMETRE);
        }
    }
}
