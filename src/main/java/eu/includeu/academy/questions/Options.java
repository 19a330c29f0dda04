package eu.includeu.academy.questions;

import eu.includeu.academy.platform.Refused;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The options of one question on one paper: shuffled, and named by letters in the order in which they are shown.
 *
 * <p>The identifiers that authors write stay behind, because they may give the answer away. They are sorted first, so that
 * the same seed shuffles every language in the same way.
 */
record Options(List<Option> shown, Map<String, String> letters) {

    /** As many as there are letters. */
    static final int MOST = 26;

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_]{1,40}");

    static Options shuffled(List<Option> written, Chance chance) {
        var sorted = written.stream().sorted(Comparator.comparing(Option::id)).toList();
        var order = chance.shuffled(sorted);
        var letters = new HashMap<String, String>();
        var shown = IntStream.range(0, order.size())
                .mapToObj(place -> lettered(order.get(place), place, letters))
                .toList();
        return new Options(shown, Map.copyOf(letters));
    }

    /** The letter that now stands for an author's identifier. */
    String letter(String id) {
        return letters.getOrDefault(id, "");
    }

    List<String> letters(List<String> ids) {
        return ids.stream().map(this::letter).toList();
    }

    static boolean has(List<Option> options, String id) {
        return options.stream().anyMatch(option -> option.id().equals(id));
    }

    /** What is the same in every language, in whatever order it is listed. */
    static Object bones(List<Option> options) {
        return options.stream().map(Option::id).collect(Collectors.toSet());
    }

    static List<String> ids(List<Option> options) {
        return options.stream().map(Option::id).toList();
    }

    /** Checks options as an author wrote them: enough, not too many, none twice, none empty. */
    static void check(Refused.Checks checks, String field, List<Option> options) {
        checks.when(options.size() < 2, field, "question.too-few-options")
                .when(options.size() > MOST, field, "question.too-many-options", MOST)
                .when(new HashSet<>(ids(options)).size() < options.size(), field, "question.option-twice")
                .when(!options.stream().allMatch(Options::isNamed), field, "question.option-name")
                .when(options.stream().anyMatch(option -> option.text().isBlank()), field, "question.empty-option");
    }

    /** Checks that an answer names only options that exist. */
    static void checkKnown(Refused.Checks checks, String field, List<Option> options, List<String> ids) {
        for (var id : ids) {
            checks.when(!has(options, id), field, "question.no-such-option", id);
        }
    }

    private static boolean isNamed(Option option) {
        return NAME.matcher(option.id()).matches();
    }

    private static Option lettered(Option option, int place, Map<String, String> letters) {
        var letter = String.valueOf((char) ('a' + place));
        letters.put(option.id(), letter);
        return new Option(letter, option.text());
    }
}
