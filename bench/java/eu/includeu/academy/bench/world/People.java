package eu.includeu.academy.bench.world;

import eu.includeu.academy.demo.story.Lists;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/** The people of the world by their number: who they are depends on the seed and the number alone, so nobody is kept. */
final class People implements Shelf.Names {

    /** The password of everybody. */
    static final String PASSWORD = "market-square-2026";

    private static final long SINCE = 1_767_225_600L;

    private final long seed;
    private final int trainers;
    private final Map<String, List<String>> first = new HashMap<>();
    private final Map<String, List<String>> last = new HashMap<>();

    People(long seed, int trainers) {
        this.seed = seed;
        this.trainers = trainers;
        Lists.read("demo/names.csv").forEach(row -> (row.getField("part").startsWith("first") ? first : last)
                .computeIfAbsent(row.getField("country"), none -> new ArrayList<>())
                .add(row.getField("name")));
    }

    UUID id(int number) {
        var luck = new Luck(seed, Luck.About.PERSON, number);
        return Luck.id(SINCE + number, luck.below(0x1000), luck.number());
    }

    String name(int number, String country) {
        var luck = new Luck(seed, Luck.About.PERSON, number + 1_000_000_000L);
        var given = Objects.requireNonNull(first.get(country));
        var family = Objects.requireNonNull(last.get(country));
        return given.get(luck.below(given.size())) + " " + family.get(luck.below(family.size()));
    }

    static String email(int number) {
        return "person." + number + "@world.example";
    }

    /** The first people of the partnership: its coordinator, the administrator, then the trainers. */
    @Override
    public int trainers() {
        return trainers;
    }

    @Override
    public UUID trainer(int at) {
        return id(2 + at);
    }

    @Override
    public String trainerName(int at) {
        return name(2 + at, "NL");
    }
}
