package eu.includeu.academy.demo.story;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Common first and last names of the six countries, put together by chance: whoever has such a name is a coincidence. */
final class NameList {

    /** A name, and its Latin letters for an address. */
    record Name(String text, String latin) {

        Name with(Name last) {
            return new Name(text + " " + last.text, latin + "." + last.latin);
        }
    }

    private static final Pattern ACCENTS = Pattern.compile("\\p{M}+");
    private static final Pattern OTHERS = Pattern.compile("[^a-z.]+");

    private final Map<String, List<Name>> names = Lists.read("demo/names.csv").stream()
            .collect(Collectors.groupingBy(
                    row -> row.getField("country") + " " + row.getField("part"),
                    Collectors.mapping(NameList::name, Collectors.toList())));

    /** A woman's or a man's name, as it is usual in the country: two surnames in Spain, inflected ones in Greece. */
    Name draw(String country, Dice dice) {
        var part = dice.happens(0.55) ? "f" : "m";
        var name = one(country, "first_" + part, dice).with(surname(country, part, dice));
        return country.equals("ES") ? new Name(name.text + " " + surname(country, part, dice).text, name.latin) : name;
    }

    private Name surname(String country, String part, Dice dice) {
        return one(country, names.containsKey(country + " last") ? "last" : "last_" + part, dice);
    }

    private Name one(String country, String part, Dice dice) {
        return dice.one(names.getOrDefault(country + " " + part, List.of()));
    }

    private static Name name(NamedCsvRecord row) {
        var text = row.getField("name");
        var latin = row.getField("latin");
        return new Name(text, plain(latin.isEmpty() ? text : latin));
    }

    private static String plain(String text) {
        var bare =
                ACCENTS.matcher(Normalizer.normalize(text, Normalizer.Form.NFD)).replaceAll("");
        return OTHERS.matcher(bare.toLowerCase(Locale.ROOT)).replaceAll("");
    }
}
