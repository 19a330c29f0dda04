package eu.includeu.academy.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WordsTest {

    @Test
    void findsWithoutAccentsAndCase() {
        assertThat(Words.folded("Στέγαση, ΚΑΤΟΙΚΊΑΣ")).isEqualTo("στεγαση κατοικιασ");
        assertThat(Words.folded("κατοικίας")).isEqualTo(Words.folded("ΚΑΤΟΙΚΙΑΣ"));
        assertThat(Words.folded("Čaša šparglja, žeja")).isEqualTo("casa sparglja zeja");
        assertThat(Words.folded("locuinţă / locuință")).isEqualTo("locuinta locuinta");
        assertThat(Words.folded("Straße")).isEqualTo("strasse");
    }

    @Test
    void asksForAllWordsAndForWordsThatBeginSo() {
        assertThat(Words.query("  Social   hous ")).isEqualTo("social:* & hous:*");
        assertThat(Words.query("rent rent")).isEqualTo("rent:*");
    }

    @Test
    void leavesNothingThatAQueryCouldMistakeForAnOperator() {
        assertThat(Words.query("a & !b | (c:*) <-> 'd\\")).isEqualTo("a:* & b:* & c:* & d:*");
        assertThat(Words.query("&|!()':*<>-–\0")).isEmpty();
        assertThat(Words.query("w ".repeat(5) + "one two three four five six seven eight nine ten eleven")
                        .split("&"))
                .hasSize(10);
    }
}
