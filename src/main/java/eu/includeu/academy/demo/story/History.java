package eu.includeu.academy.demo.story;

import eu.includeu.academy.competencies.Rung;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * Ten months at the bodies of the programme, from one seed: who studied what of their own accord, which needs were declared
 * and what was assigned for them, and what became of it all by yesterday.
 *
 * @param duties who was asked to take what
 * @param plights the needs, with everything that happened to them
 */
public record History(
        Period period,
        Staff staff,
        List<Course> courses,
        List<Journey> journeys,
        List<Prior> priors,
        List<Duty> duties,
        List<Plight> plights) {

    /** A rung that a coordinator accepted because somebody had learnt it before. */
    public record Prior(UUID id, Person person, Rung rung, Instant at) {}

    public static History make(long seed, Period period, Staff staff, List<Course> courses) {
        var memory = new Memory(staff, courses, new Studying(seed, period, staff));
        new Choosing(seed, period, memory).choose(staff);
        var planning = new Planning(seed, period, staff, memory);
        planning.play(new Declaring(seed, period, staff, courses).intents());
        return new History(
                period, staff, courses, memory.journeys(), memory.priors(), planning.duties(), planning.plights());
    }
}
