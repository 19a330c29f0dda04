package eu.includeu.academy.pairing;

import eu.includeu.academy.authorities.Authority;
import eu.includeu.academy.competencies.Competency;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Authorities to start from, each company made from a seed. */
public final class Examples {

    private static final List<String> REGIONS = List.of("EL61", "ES51", "ITI1", "NL41", "RO21", "SI03", "XX");

    private Examples() {}

    /**
     * So many authorities, each strong in some of these competencies and in need of others.
     *
     * @param one of so many competencies is a strength, and as many are wanted
     */
    public static List<Peer> peers(int count, List<Competency.Id> competencies, int one, Random random) {
        return IntStream.range(0, count)
                .mapToObj(number -> {
                    var region = REGIONS.get(random.nextInt(REGIONS.size()));
                    return new Peer(
                            id(number * 7919L + random.nextInt(7000)),
                            region.substring(0, 2),
                            region,
                            random.nextInt(4) == 0 ? List.of("el") : List.of("el", "en"),
                            random.nextBoolean(),
                            random.nextInt(3) == 0 ? null : random.nextInt(2_000_000),
                            random.nextInt(3),
                            random.nextInt(3),
                            competencies.stream()
                                    .filter(competency -> random.nextInt(one) == 0)
                                    .collect(Collectors.toMap(
                                            Function.identity(),
                                            competency ->
                                                    new Peer.Strength(random.nextInt(20), 20, random.nextBoolean()))),
                            competencies.stream()
                                    .filter(competency -> random.nextInt(one) == 0)
                                    .collect(Collectors.toMap(
                                            Function.identity(), competency -> 1 << random.nextInt(4))));
                })
                .toList();
    }

    /** The lower the number, the earlier; the halves differ, or all would have the same hash. */
    static Authority.Id id(long number) {
        return new Authority.Id(new UUID(number, 31 * number));
    }
}
