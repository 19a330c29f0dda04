package eu.includeu.academy.typesetting;

import eu.includeu.academy.format.Markdown;
import java.util.regex.Pattern;
import org.owasp.html.HtmlPolicyBuilder;
import org.owasp.html.PolicyFactory;

/** The HTML that a lesson may consist of, element by element and attribute by attribute. Nothing else gets through. */
final class SafeHtml {

    private static final Pattern IDENTIFIER = Pattern.compile("(part|box|table|cite)-[0-9]{1,4}|S[0-9]{1,3}");
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,4}");

    private static final PolicyFactory SAFE = new HtmlPolicyBuilder()
            .allowElements(
                    "h2",
                    "h3",
                    "p",
                    "ul",
                    "ol",
                    "li",
                    "blockquote",
                    "strong",
                    "em",
                    "br",
                    "sup",
                    "a",
                    "aside",
                    "section",
                    "div",
                    "table",
                    "thead",
                    "tbody",
                    "tr",
                    "th",
                    "td")
            .allowAttributes("id")
            .matching(IDENTIFIER)
            .globally()
            .allowAttributes("aria-labelledby")
            .matching(IDENTIFIER)
            .onElements("aside", "section")
            .allowAttributes("aria-label")
            .onElements("a", "div")
            .allowAttributes("class")
            .matching(false, "aside box", "box__label", "cite", "scroll", "sources", "back")
            .onElements("aside", "p", "div", "section", "a")
            .allowAttributes("data-box")
            .matching(false, "case", "check", "nationally")
            .onElements("aside")
            .allowAttributes("role")
            .matching(false, "note", "region", "doc-noteref", "doc-backlink")
            .onElements("aside", "div", "a")
            .allowAttributes("tabindex")
            .matching(false, "0")
            .onElements("div")
            .allowAttributes("scope")
            .matching(false, "col")
            .onElements("th")
            .allowAttributes("data-align")
            .matching(false, "left", "center", "right")
            .onElements("th", "td")
            .allowAttributes("start")
            .matching(NUMBER)
            .onElements("ol")
            .allowAttributes("value")
            .matching(NUMBER)
            .onElements("li")
            .allowAttributes("rel")
            .matching(false, "noopener noreferrer")
            .onElements("a")
            .allowAttributes("href")
            .matching((element, attribute, value) -> Markdown.isAddress(value) ? value : null)
            .onElements("a")
            .allowUrlProtocols("https", "mailto")
            .toFactory();

    private SafeHtml() {}

    /** The same HTML without anything that a lesson may not hold. */
    static String of(String html) {
        return SAFE.sanitize(html);
    }
}
