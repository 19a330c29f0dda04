package eu.includeu.academy.questions;

import eu.includeu.academy.platform.Problem;
import eu.includeu.academy.platform.Refused;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** How the fields of a form become an answer: the shapes that questions share. */
final class Reading {

    private static final Pattern NUMBER = Pattern.compile("-?[0-9]{1,40}(\\.[0-9]{1,40})?");
    private static final Pattern SPACES = Pattern.compile("[\\p{Z}\\s]+");
    private static final Pattern POINT_GROUPS = Pattern.compile("-?[1-9][0-9]{0,2}(\\.[0-9]{3})+(,[0-9]*)?");
    private static final Pattern COMMA_GROUPS = Pattern.compile("-?[1-9][0-9]{0,2}(,[0-9]{3})+(\\.[0-9]*)?");
    private static final int LONGEST_NUMBER = 60;
    private static final int MOST_LINES = 100;

    private Reading() {}

    /** Options that were ticked: each known, none twice, and not more than may be. */
    static Answer ticked(Answer given, List<Option> options, int most) {
        if (given.isEmpty()) {
            return Answer.NONE;
        }
        notTooMany(given);
        var ticked = given.given();
        var checks = Refused.checks();
        ticked.stream()
                .filter(id -> !Options.has(options, id))
                .limit(1)
                .forEach(id -> checks.when(true, Question.GIVEN, "answer.no-such-option"));
        checks.when(new HashSet<>(ticked).size() < ticked.size(), Question.GIVEN, "answer.option-twice")
                .when(checks.clean() && ticked.size() > most, Question.GIVEN, "answer.one-option-only")
                .done();
        return new Answer(ticked.stream().sorted().toList());
    }

    /** A number, with a comma or a point as the language writes it; kept with a point. */
    static Answer number(Answer given, Locale language, int mostDigits) {
        if (given.isEmpty()) {
            return Answer.NONE;
        }
        oneLine(given);
        var text = given.text().length() > LONGEST_NUMBER ? "" : plain(given.text(), Answer.usesPoint(language));
        refuseIf(!isNumber(text), "answer.not-a-number");
        refuseIf(text.chars().filter(Character::isDigit).count() > mostDigits, "answer.number-too-long", mostDigits);
        return Answer.of(text);
    }

    static boolean isNumber(String text) {
        return NUMBER.matcher(text).matches();
    }

    /**
     * Pairs of a thing and what was chosen for it: each known, and one at most for each thing. Lines where nothing was
     * chosen yet are left out.
     *
     * @param chosenTwice the reason to refuse that two things share what was chosen, or null where they may
     */
    static Answer pairs(Answer given, List<String> things, List<String> choices, @Nullable String chosenTwice) {
        notTooMany(given);
        var written =
                given.given().stream().filter(text -> !text.isBlank()).sorted().toList();
        var chosen = things.stream()
                .flatMap(thing -> choices.stream().map(choice -> new Pair(thing, choice)))
                .filter(pair -> written.contains(Answer.pair(pair.thing(), pair.choice())))
                .toList();
        refuseIf(chosen.size() < new HashSet<>(written).size(), "answer.no-such-option");
        refuseIf(distinct(chosen, Pair::thing) < written.size(), "answer.option-twice");
        if (chosenTwice != null) {
            refuseIf(distinct(chosen, Pair::choice) < written.size(), chosenTwice);
        }
        return new Answer(written);
    }

    private record Pair(String thing, String choice) {}

    private static long distinct(List<Pair> pairs, Function<Pair, String> part) {
        return pairs.stream().map(part).distinct().count();
    }

    /** A word or a few, on one line. */
    static Answer text(Answer given, int longest) {
        if (given.isEmpty()) {
            return Answer.NONE;
        }
        oneLine(given);
        refuseIf(given.text().length() > longest, "answer.too-long", longest);
        return Answer.of(SPACES.matcher(given.text()).replaceAll(" ").strip());
    }

    private static void notTooMany(Answer given) {
        refuseIf(given.given().size() > MOST_LINES, "answer.no-such-option");
    }

    private static void oneLine(Answer given) {
        refuseIf(given.given().size() > 1, "answer.one-line-only");
    }

    /**
     * Without spaces between groups and with a point for the decimals. The other sign separates groups only where it
     * stands before every three digits; else it is taken for the decimal sign, as somebody with a foreign keyboard means it.
     */
    private static String plain(String text, boolean point) {
        var tight = SPACES.matcher(text).replaceAll("").replace('\u2212', '-');
        var signless = tight.startsWith("+") ? tight.substring(1) : tight;
        var groups = point ? COMMA_GROUPS : POINT_GROUPS;
        var ungrouped = groups.matcher(signless).matches() ? signless.replace(point ? "," : ".", "") : signless;
        return ungrouped.replace(',', '.');
    }

    private static void refuseIf(boolean broken, String code, Object... arguments) {
        if (broken) {
            throw new Refused(List.of(Problem.of(Question.GIVEN, code, arguments)));
        }
    }
}
