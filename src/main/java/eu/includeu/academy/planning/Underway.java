package eu.includeu.academy.planning;

import eu.includeu.academy.accounts.Account;
import eu.includeu.academy.assignments.AssignmentFigures;
import eu.includeu.academy.capacity.Staff;
import eu.includeu.academy.catalogue.Offer;
import eu.includeu.academy.catalogue.Teaching;
import eu.includeu.academy.competencies.Competency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What people were asked to take already. A plan counts it as done, so that nobody is asked twice for the same level.
 *
 * @param steps what each person is on the way to
 */
record Underway(Map<Account.Id, List<Teaching>> steps) {

    static Underway of(List<AssignmentFigures.Duty> duties, List<Offer> offers) {
        var teaches =
                offers.stream().collect(Collectors.toMap(offer -> offer.id().module(), Offer::teaches));
        return new Underway(duties.stream()
                .collect(Collectors.groupingBy(
                        duty -> new Account.Id(duty.official()),
                        Collectors.flatMapping(
                                duty -> teaches.getOrDefault(duty.module(), List.of()).stream(),
                                Collectors.toList()))));
    }

    /** These people as they will be when all that they were asked to take is done. */
    Staff done(Staff staff) {
        var after = new HashMap<Account.Id, Map<Competency.Id, Integer>>();
        staff.levels().forEach((person, held) -> after.put(person, done(held, steps.getOrDefault(person, List.of()))));
        return new Staff(after, staff.named());
    }

    private static Map<Competency.Id, Integer> done(Map<Competency.Id, Integer> held, List<Teaching> steps) {
        var after = new HashMap<>(held);
        steps.forEach(step -> after.merge(step.competency(), step.to(), Math::max));
        return after;
    }
}
