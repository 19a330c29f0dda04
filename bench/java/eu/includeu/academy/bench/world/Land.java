package eu.includeu.academy.bench.world;

import eu.includeu.academy.authorities.ListedBody;
import eu.includeu.academy.bench.Size;
import eu.includeu.academy.demo.story.Lists;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/**
 * The bodies of the world: those of the programme's list, and under each country's own body as many regions, provinces and
 * municipalities as the size asks for. Staff is log-normal with median 12 and sigma 1.1, scaled to the number of officials.
 */
final class Land {

    private static final long SINCE = 1_767_225_600L;
    private static final int BODIES_A_REGION = 100;
    private static final int BODIES_A_PROVINCE = 20;
    private static final double ENGLISH = 0.6;
    private static final double REVIEWS = 0.15;

    /** Countries by how many municipalities they have, about. */
    private static final List<String> COUNTRIES =
            List.of("IT", "ES", "IT", "RO", "ES", "IT", "EL", "ES", "IT", "RO", "NL", "ES", "SI", "IT", "RO");

    private static final List<String> STARTS = List.of(
            "Al", "Bor", "Cas", "Dol", "Er", "Fon", "Gal", "Hel", "Ist", "Kor", "Lam", "Mon", "Nar", "Or", "Pal", "Riv",
            "Sal", "Tor", "Ur", "Val", "Zer");
    private static final List<String> MIDDLES =
            List.of("a", "ber", "di", "e", "go", "li", "ma", "no", "ri", "sta", "ve");
    private static final List<String> ENDS =
            List.of("bria", "dena", "fiore", "ghena", "kos", "lia", "mera", "nova", "polje", "rade", "sella", "tana");

    private final long seed;
    private final Map<String, List<String>> territories = new HashMap<>();
    private final Map<String, Integer> nationals = new HashMap<>();
    private final Map<List<String>, List<String>> spoken = new HashMap<>();
    private final List<Body> bodies = new ArrayList<>();

    private Land(long seed) {
        this.seed = seed;
        Lists.read("reference/territories.csv").stream()
                .filter(row -> Integer.parseInt(row.getField("level")) >= 2)
                .forEach(row -> territories
                        .computeIfAbsent(row.getField("country"), first -> new ArrayList<>())
                        .add(row.getField("code")));
    }

    /** All bodies, each after the one above it. */
    static List<Body> make(Size size, long seed, int trainers) {
        var land = new Land(seed);
        land.list();
        land.plant(size.authorities() - land.bodies.size());
        return land.staff(size.officials(), trainers);
    }

    private void list() {
        var places = new HashMap<String, Integer>();
        for (var body : ListedBody.all()) {
            var authority = body.authority();
            var index = bodies.size();
            places.put(body.key(), index);
            var kind = authority.kind().name().toLowerCase(Locale.ROOT);
            var country = authority.country();
            if (kind.equals("national") && country != null) {
                nationals.put(country, index);
            }
            bodies.add(new Body(
                    index,
                    authority.id().value(),
                    authority.nameIn("en"),
                    kind,
                    country,
                    authority.territory(),
                    authority.languages(),
                    authority.reviewRequired(),
                    body.parent() == null ? -1 : Objects.requireNonNull(places.get(body.parent())),
                    true,
                    0,
                    0));
        }
    }

    /** Region by region, in each its provinces, in each its municipalities, so that neighbours have neighbouring numbers. */
    private void plant(int wanted) {
        var left = wanted;
        for (var region = 0; left > 0; region++) {
            var country = COUNTRIES.get(region % COUNTRIES.size());
            var luck = new Luck(seed, Luck.About.BODY, region);
            // regions differ in size by a factor of four
            var bodiesHere = Math.min(left, (int) (BODIES_A_REGION * (0.4 + 1.2 * luck.share())));
            var places = territories.getOrDefault(country, List.of());
            var place = places.get(luck.below(places.size()));
            var head = add("region", country, place, Objects.requireNonNull(nationals.get(country)), luck);
            var province = -1;
            for (var at = 1; at < bodiesHere; at++) {
                if (at % BODIES_A_PROVINCE == 1) {
                    province = add("province", country, place, head, luck);
                } else {
                    add("municipality", country, place, province, luck);
                }
            }
            left -= bodiesHere;
        }
    }

    private int add(String kind, String country, String territory, int parent, Luck luck) {
        var index = bodies.size();
        var own = country.equals("SI") ? "sl" : country.toLowerCase(Locale.ROOT);
        bodies.add(new Body(
                index,
                Luck.id(SINCE + index, luck.below(0x1000), luck.number()),
                name(luck)
                        + switch (kind) {
                            case "region" -> " Region";
                            case "province" -> " Province";
                            default -> "";
                        },
                kind,
                country,
                territory,
                spoken.computeIfAbsent(luck.happens(ENGLISH) ? List.of(own, "en") : List.of(own), same -> same),
                luck.happens(REVIEWS),
                parent,
                false,
                0,
                0));
        return index;
    }

    private static String name(Luck luck) {
        return STARTS.get(luck.below(STARTS.size()))
                + MIDDLES.get(luck.below(MIDDLES.size()))
                + (luck.happens(0.3) ? MIDDLES.get(luck.below(MIDDLES.size())) : "")
                + ENDS.get(luck.below(ENDS.size()));
    }

    /** Every body has somebody; the rest are shared out by weight, so that the sum is exact. */
    private List<Body> staff(int officials, int trainers) {
        var weights = new double[bodies.size()];
        var least = new int[bodies.size()];
        var free = officials;
        var all = 0.0;
        for (var body : bodies) {
            var at = body.index();
            weights[at] = new Luck(seed, Luck.About.STAFF, at).logNormal(12, 1.1);
            least[at] = at == 0 ? 3 + trainers : body.listed() || body.reviews() ? 2 : 1;
            all += weights[at];
            free -= least[at];
        }
        var staffed = new ArrayList<Body>();
        var before = 0.0;
        var given = 0;
        var first = 0;
        for (var body : bodies) {
            before += weights[body.index()];
            var share = (int) Math.round(free * before / all) - given;
            given += share;
            var people = least[body.index()] + share;
            staffed.add(body.staffed(first, people));
            first += people;
        }
        return List.copyOf(staffed);
    }
}
