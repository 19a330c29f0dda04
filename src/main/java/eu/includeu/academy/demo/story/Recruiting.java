package eu.includeu.academy.demo.story;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import eu.includeu.academy.accounts.Role;
import eu.includeu.academy.authorities.Authority;
import eu.includeu.academy.authorities.ListedBody;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Invents the people: those whom the demo introduces by name, a coordinator for every body, and some six hundred
 * officials. How many work where follows a log-normal distribution (section 9 of the domain guide).
 */
public final class Recruiting {

    public static final String DOMAIN = "@demo.includ-eu.example";

    private static final int OFFICIALS = 560;
    private static final Set<Authority.Kind> ABOVE = Set.of(Authority.Kind.PARTNERSHIP, Authority.Kind.NATIONAL);

    /** Bodies whose part in the demo needs a certain number of people: enough for a story, or too few to be shown. */
    private static final Map<String, Integer> FIXED = Map.ofEntries(
            Map.entry("karditsa", 24),
            Map.entry("thessaly", 9),
            Map.entry("tarragona", 26),
            Map.entry("diputacio-tarragona", 4),
            Map.entry("palermo", 38),
            Map.entry("anci-toscana", 8),
            Map.entry("tilburg", 20),
            Map.entry("zwolle", 24),
            Map.entry("iasi", 30),
            Map.entry("maribor", 24),
            Map.entry("celje", 4),
            Map.entry("mytilene", 3));

    private final long seed;
    private final Period period;
    private final List<ListedBody> bodies = ListedBody.all();
    private final Map<String, ListedBody> byKey =
            bodies.stream().collect(Collectors.toMap(ListedBody::key, Function.identity()));
    private final NameList names = new NameList();
    private final Set<String> addresses = new HashSet<>();
    private final List<Person> people = new ArrayList<>();

    private Recruiting(long seed, Period period) {
        this.seed = seed;
        this.period = period;
    }

    public static Staff recruit(long seed, Period period) {
        var recruiting = new Recruiting(seed, period);
        Lists.read("demo/people.csv").forEach(recruiting::introduce);
        recruiting.bodies.forEach(recruiting::coordinator);
        recruiting.sizes().forEach(recruiting::fill);
        return new Staff(recruiting.people);
    }

    /** How many officials each body has; together about as many as wanted. */
    private Map<ListedBody, Integer> sizes() {
        var dice = new Dice(seed, "staff");
        var drawn = bodies.stream()
                .filter(body -> !ABOVE.contains(body.authority().kind()))
                .collect(Collectors.toMap(
                        Function.identity(),
                        body -> dice.logNormal(12, 1.1) * weight(body.authority()),
                        (first, second) -> first,
                        java.util.LinkedHashMap::new));
        var scale = OFFICIALS
                / drawn.values().stream().mapToDouble(Double::doubleValue).sum();
        return drawn.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        size -> FIXED.getOrDefault(size.getKey().key(), Math.max(5, Math.min(48, (int)
                                Math.round(size.getValue() * scale)))),
                        (first, second) -> first,
                        java.util.LinkedHashMap::new));
    }

    /** Towns have counters; regions and associations have offices. */
    private static double weight(Authority authority) {
        return authority.kind() == Authority.Kind.MUNICIPALITY ? 1 : 0.6;
    }

    private void introduce(NamedCsvRecord row) {
        var address = row.getField("address");
        people.add(person(
                new Dice(seed, address),
                address,
                row.getField("name"),
                row.getField("language"),
                body(row.getField("body")),
                Role.valueOf(row.getField("role").toUpperCase(Locale.ROOT)),
                true));
    }

    /** Every body has someone who answers for it. */
    private void coordinator(ListedBody body) {
        if (people.stream().noneMatch(person -> person.isAt(body.key()) && person.is(Role.COORDINATOR))) {
            var dice = new Dice(seed, "coordinator " + body.key());
            var name = names.draw(country(body), dice);
            people.add(person(
                    dice, "coordinator." + body.key(), name.text(), language(body), body, Role.COORDINATOR, false));
        }
    }

    /** The first official of every body has an address that is easy to remember. */
    private void fill(ListedBody body, int size) {
        var there = (int) people.stream()
                .filter(person -> person.isAt(body.key()) && person.is(Role.OFFICIAL))
                .count();
        for (var number = there; number < size; number++) {
            var dice = new Dice(seed, "official " + body.key() + " " + number);
            var name = names.draw(country(body), dice);
            var address = number == 0 ? "official." + body.key() : name.latin();
            people.add(person(dice, address, name.text(), language(body), body, Role.OFFICIAL, false));
        }
    }

    private Person person(
            Dice dice, String address, String name, String language, ListedBody body, Role role, boolean introduced) {
        var id = dice.id();
        var known = addresses.contains("@" + address) || role != Role.OFFICIAL || address.startsWith("official.");
        var joined = known ? period.first() : period.joining(dice);
        var leaves = !known && dice.happens(0.015);
        return new Person(
                id,
                unique(address) + DOMAIN,
                name,
                language,
                body,
                role,
                introduced,
                joined,
                leaves ? period.leaving(joined, dice) : null,
                introduced ? 2 : dice.normal(0, 0.9),
                introduced ? 0.9 : Math.max(0.05, Math.min(1, dice.normal(0.62, 0.25))));
    }

    /** Two people of the same name have a number in their addresses. */
    private String unique(String address) {
        var free = address;
        for (var number = 2; !addresses.add(free); number++) {
            free = address + "." + number;
        }
        return free;
    }

    private ListedBody body(String key) {
        return Objects.requireNonNull(byKey.get(key), key);
    }

    private static String language(ListedBody body) {
        return body.authority().languages().get(0);
    }

    private static String country(ListedBody body) {
        return Objects.requireNonNull(body.authority().country());
    }
}
