package eu.includeu.academy.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import eu.includeu.academy.questions.Item;
import eu.includeu.academy.questions.Match;
import eu.includeu.academy.questions.Multiple;
import eu.includeu.academy.questions.Numeric;
import eu.includeu.academy.questions.Option;
import eu.includeu.academy.questions.Order;
import eu.includeu.academy.questions.ShortText;
import eu.includeu.academy.questions.Single;
import eu.includeu.academy.questions.TrueFalse;
import eu.includeu.academy.questions.Wording;
import java.util.List;

/** Somebody who answers a quiz rightly and has no mouse. */
final class ByKeyboard {

    private static final int MOST_TABS = 400;

    private final Page page;
    private final boolean scripts;

    ByKeyboard(Page page, boolean scripts) {
        this.page = page;
        this.scripts = scripts;
    }

    /** Answers the question at this place rightly, and waits until the page says that it is saved. */
    void answer(int place, List<Item> items) {
        var form = "#q" + place;
        var question = asked(form, items).question();
        if (question instanceof Single single) {
            choose(form, places(form).indexOf(words(text(single.options(), single.answer()))));
        } else if (question instanceof TrueFalse statement) {
            choose(form, statement.answer() ? 0 : 1);
        } else if (question instanceof Multiple multiple) {
            multiple.answer()
                    .forEach(right -> tick(form, places(form).indexOf(words(text(multiple.options(), right)))));
        } else if (question instanceof Numeric numeric) {
            type(form, numeric.answer().toPlainString());
        } else if (question instanceof ShortText text) {
            type(form, text.accept().get(0));
        } else if (question instanceof Order order) {
            arrange(form, order);
        } else if (question instanceof Match match) {
            pair(form, match);
        }
        if (!scripts) {
            press(form + " .act button");
        }
        assertThat(page.locator(form + " .saved[data-state=saved]")).isVisible();
    }

    /** Goes to a button by Tab and presses Enter. */
    void press(String button) {
        tabTo(button);
        page.keyboard().press("Enter");
        if (!scripts) {
            page.waitForLoadState();
        }
    }

    private Item asked(String form, List<Item> items) {
        var stem = words(page.locator(form + " legend").innerText());
        return items.stream()
                .filter(item -> words(Wording.text(
                                Wording.withoutCitations(item.question().stem())))
                        .equals(stem))
                .findFirst()
                .orElseThrow(() -> new AssertionError("No question says: " + stem));
    }

    /** With scripts by its letter; without, by Space and the arrows. */
    private void choose(String form, int place) {
        tabTo(form + " input[name=given]");
        if (scripts) {
            page.keyboard().press(String.valueOf((char) ('a' + place)));
        } else {
            page.keyboard().press("Space");
            for (var moves = 0; moves < place; moves++) {
                page.keyboard().press("ArrowDown");
            }
        }
        assertThat(page.locator(form + " input[name=given]").nth(place)).isChecked();
    }

    private void tick(String form, int place) {
        tabTo(form + " .opt:nth-of-type(" + (place + 1) + ") input");
        page.keyboard().press("Space");
    }

    /** The texts of the options, in their order on the page. */
    private List<String> places(String form) {
        return page.locator(form + " .opt > span:last-child").allInnerTexts().stream()
                .map(ByKeyboard::words)
                .toList();
    }

    private void type(String form, String text) {
        tabTo(form + " input[name=given]");
        page.keyboard().type(text);
    }

    private void arrange(String form, Order order) {
        var texts = order.answer().stream().map(id -> text(order.items(), id)).toList();
        if (scripts) {
            move(form, texts);
        } else {
            for (var place = 1; place <= texts.size(); place++) {
                select(line(form, texts.get(place - 1)), String.valueOf(place));
            }
        }
    }

    /** Brings each line up to its place; one needless move makes sure that there is an answer. */
    private void move(String form, List<String> texts) {
        press(form + " .sort li:nth-child(2) [data-move=up]");
        for (var place = 0; place < texts.size(); place++) {
            for (var at = place(form, texts.get(place)); at > place; at--) {
                press(form + " .sort li:nth-child(" + (at + 1) + ") [data-move=up]");
            }
        }
    }

    private int place(String form, String text) {
        return page.locator(form + " .sort li > span:first-child").allInnerTexts().stream()
                .map(ByKeyboard::words)
                .toList()
                .indexOf(words(text));
    }

    private void pair(String form, Match match) {
        match.answer()
                .forEach((left, right) -> select(line(form, text(match.left(), left)), text(match.right(), right)));
    }

    private String line(String form, String text) {
        var lines = page.locator(form + " li > span:first-child").allInnerTexts().stream()
                .map(ByKeyboard::words)
                .toList();
        return form + " li:nth-child(" + (lines.indexOf(words(text)) + 1) + ") select";
    }

    private void select(String select, String wanted) {
        tabTo(select);
        var options = page.locator(select + " option").allTextContents().stream()
                .map(ByKeyboard::words)
                .toList();
        for (var moves = 0; moves < options.indexOf(words(wanted)); moves++) {
            page.keyboard().press("ArrowDown");
        }
    }

    private void tabTo(String selector) {
        for (var tabs = 0; tabs < MOST_TABS; tabs++) {
            if (page.locator(selector + ":focus").count() > 0) {
                return;
            }
            page.keyboard().press("Tab");
        }
        throw new AssertionError("Tab never comes to " + selector + " on " + page.url());
    }

    private static String text(List<Option> options, String id) {
        return options.stream()
                .filter(option -> option.id().equals(id))
                .findFirst()
                .orElseThrow()
                .text();
    }

    private static String words(String text) {
        return text.replaceAll("[\\s\\u00a0]+", " ").strip();
    }
}
