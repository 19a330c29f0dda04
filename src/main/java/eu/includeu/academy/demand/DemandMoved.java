package eu.includeu.academy.demand;

import java.util.List;

/** Places have become more or fewer for these groups. */
public record DemandMoved(List<Group> groups) {

    /** A rung in a language. */
    public record Group(String competency, int level, String language) {}

    public DemandMoved {
        groups = List.copyOf(groups);
    }

    static DemandMoved of(List<Totals.Move> moves) {
        return new DemandMoved(moves.stream()
                .map(move -> new Group(move.competency(), move.level(), move.language()))
                .distinct()
                .toList());
    }
}
