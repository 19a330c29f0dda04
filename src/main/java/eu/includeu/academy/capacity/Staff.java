package eu.includeu.academy.capacity;

import eu.includeu.academy.accounts.Account;
import eu.includeu.academy.catalogue.Teaching;
import eu.includeu.academy.competencies.Competency;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The people of an authority, or those on a need's list, and the level each holds of the competencies that matter, by
 * valid evidence.
 *
 * @param levels of each person; what is not there is level 0
 * @param named whether these are the people on a list: then each one's own level counts and not the usual one (N3)
 */
public record Staff(Map<Account.Id, Map<Competency.Id, Integer>> levels, boolean named) {

    public Staff(Map<Account.Id, Map<Competency.Id, Integer>> levels) {
        this(levels, false);
    }

    public Staff {
        levels = Map.copyOf(levels);
    }

    public int held(Account.Id member, Competency.Id competency) {
        return levels.getOrDefault(member, Map.of()).getOrDefault(competency, 0);
    }

    public boolean holds(Account.Id member, Competency.Id competency, int level) {
        return held(member, competency) >= level;
    }

    public List<Integer> held(Competency.Id competency) {
        return levels.values().stream()
                .map(own -> own.getOrDefault(competency, 0))
                .toList();
    }

    public Coverage coverage(Terms terms) {
        return named
                ? Coverage.ofListed(terms, held(terms.competency()))
                : Coverage.of(terms, held(terms.competency()));
    }

    /** Those who do not hold the level wanted yet. */
    public Staff toTrain(Terms terms) {
        return new Staff(
                levels.entrySet().stream()
                        .filter(member -> member.getValue().getOrDefault(terms.competency(), 0) < terms.target())
                        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)),
                named);
    }

    /** Those of them who stand on a need's list; all of them where it has none. */
    public Staff about(Set<Account.Id> listed) {
        return listed.isEmpty()
                ? this
                : new Staff(
                        levels.entrySet().stream()
                                .filter(member -> listed.contains(member.getKey()))
                                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)),
                        true);
    }

    /** How many lack this level. */
    public int lacking(Competency.Id competency, int level) {
        return (int) held(competency).stream().filter(own -> own < level).count();
    }

    /** How many lack at least one of the levels that these steps lead to. */
    public int lackingAny(List<Teaching> steps) {
        return (int) levels.values().stream()
                .filter(own -> steps.stream().anyMatch(step -> own.getOrDefault(step.competency(), 0) < step.to()))
                .count();
    }

    public int size() {
        return levels.size();
    }
}
