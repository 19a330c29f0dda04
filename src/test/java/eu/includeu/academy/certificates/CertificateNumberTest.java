package eu.includeu.academy.certificates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import eu.includeu.academy.platform.Problem;
import eu.includeu.academy.platform.Refused;
import java.security.SecureRandom;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CertificateNumberTest {

    private static final String SYMBOLS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    private final SecureRandom chance = new SecureRandom();

    @Test
    void isWrittenInNineGroupsOfThree() {
        assertThat(new CertificateNumber(0, 0)).hasToString("000-000-000-000-000-000-000-000-000");
        assertThat(new CertificateNumber(0, 1).toString()).startsWith("000-000-000-000-000-000-000-000-01");
        assertThat(new CertificateNumber(-1, -1).toString()).startsWith("7ZZ-ZZZ-ZZZ-ZZZ-ZZZ-ZZZ-ZZZ-ZZZ-ZZ");
    }

    @Test
    void comesBackAsItWasWritten() {
        for (var times = 0; times < 10_000; times++) {
            var number = CertificateNumber.draw(chance);
            assertThat(CertificateNumber.parse(number.toString())).isEqualTo(number);
        }
    }

    @Test
    void usesEveryBit() {
        var seen = new HashSet<String>();
        for (var bit = 0; bit < Long.SIZE; bit++) {
            seen.add(new CertificateNumber(1L << bit, 0).toString());
            seen.add(new CertificateNumber(0, 1L << bit).toString());
        }
        assertThat(seen).hasSize(128);
    }

    @Test
    void noticesEveryMistypedSymbol() {
        var right = CertificateNumber.draw(chance).toString();
        for (var at = 0; at < right.length(); at++) {
            for (var symbol : SYMBOLS.toCharArray()) {
                if (right.charAt(at) != '-' && right.charAt(at) != symbol) {
                    var typo = right.substring(0, at) + symbol + right.substring(at + 1);
                    assertThat(problems(typo)).extracting(Problem::code).containsExactly("certificate.number.check");
                }
            }
        }
    }

    @Test
    void noticesTwoSymbolsThatChangedPlaces() {
        var right = CertificateNumber.draw(chance).toString().replace("-", "");
        for (var one = 0; one < right.length(); one++) {
            for (var other = one + 1; other < right.length(); other++) {
                if (right.charAt(one) != right.charAt(other)) {
                    var swapped = new StringBuilder(right);
                    swapped.setCharAt(one, right.charAt(other));
                    swapped.setCharAt(other, right.charAt(one));
                    assertThat(problems(swapped.toString()))
                            .extracting(Problem::code)
                            .containsExactly("certificate.number.check");
                }
            }
        }
    }

    @Test
    void isReadAsPeopleWriteIt() {
        var number = new CertificateNumber(0x0123_4567_89AB_CDEFL, 0x1011_1213_1415_1617L);
        var written = number.toString();

        assertThat(written).contains("0", "1");
        assertThat(List.of(
                        written.toLowerCase(Locale.ROOT),
                        written.replace("-", ""),
                        "  " + written.replace('-', ' ') + "\n",
                        written.replace("-", " – "),
                        written.replace('0', 'O').replace('1', 'I'),
                        written.replace('0', 'o').replace('1', 'l'),
                        written.replace('A', 'Α').replace('H', 'Η').replace('0', 'ο')))
                .allSatisfy(text -> assertThat(CertificateNumber.parse(text)).isEqualTo(number));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "   ", "7ZK", "000-000-000-000-000-000-000-000-00", "000-000-000-000-000-000-000-000-000-0"})
    void saysHowLongItShouldBe(String text) {
        assertThat(problems(text)).singleElement().satisfies(problem -> {
            assertThat(problem.field()).isEqualTo("number");
            assertThat(problem.code()).isEqualTo("certificate.number.length");
            assertThat(problem.arguments())
                    .containsExactly(27, text.replaceAll("[ -]", "").length());
        });
    }

    @Test
    void namesWhatIsNeverUsedAndTheLengthTogether() {
        assertThat(problems("U00-00!-😀"))
                .extracting(Problem::code, Problem::arguments)
                .containsExactly(
                        tuple("certificate.number.character", List.of("U ! 😀")),
                        tuple("certificate.number.length", List.of(27, 7)));
    }

    private static List<Problem> problems(String text) {
        var refused = catchThrowableOfType(Refused.class, () -> CertificateNumber.parse(text));
        assertThat(refused).as("refusal of %s", text).isNotNull();
        return refused.problems();
    }
}
