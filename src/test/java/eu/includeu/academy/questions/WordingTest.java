package eu.includeu.academy.questions;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WordingTest {

    @Test
    void keepsEmphasisAndNothingElse() {
        assertThat(Wording.html("Which is *not* a **duty**?"))
                .isEqualTo("Which is <em>not</em> a <strong>duty</strong>?");
        assertThat(Wording.text("Which is *not* a **duty**?")).isEqualTo("Which is not a duty?");
        assertThat(Wording.html("See [the law](https://example.org)")).isEqualTo("See the law");
        assertThat(Wording.html("# 1. one\n- two")).isEqualTo("# 1. one - two");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(1)</script>",
                "<img src=x onerror=alert(1)>",
                "[a](javascript:alert(1))",
                "![a](data:text/html;base64,PHNjcmlwdD4=)",
                "`<b>`",
                "<https://evil.example>",
                "&lt;script&gt;",
                "\"'><svg/onload=alert(1)>"
            })
    void letsNoMarkupThrough(String hostile) {
        assertThat(Wording.html(hostile).replaceAll("</?(em|strong)>", "")).doesNotContain("<", ">", "\"", "'");
    }

    @Test
    void leavesFootnotesForAfterwards() {
        assertThat(Wording.withoutCitations("What follows [S4] from it [S12]?")).isEqualTo("What follows from it?");
    }
}
