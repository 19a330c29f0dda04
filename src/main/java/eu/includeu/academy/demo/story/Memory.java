package eu.includeu.academy.demo.story;

import eu.includeu.academy.authorities.ListedBody;
import eu.includeu.academy.competencies.Competency;
import eu.includeu.academy.competencies.Rung;
import eu.includeu.academy.demo.story.History.Prior;
import eu.includeu.academy.demo.story.Studying.Mood;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Who has taken which course so far, and which rungs that gave them: the memory of the story while it is told. */
final class Memory {

    private final Staff staff;
    private final List<Course> courses;
    private final Studying studying;
    private final Map<Person, List<Journey>> journeys = new LinkedHashMap<>();
    private final List<Prior> priors = new ArrayList<>();

    Memory(Staff staff, List<Course> courses, Studying studying) {
        this.staff = staff;
        this.courses = courses;
        this.studying = studying;
        staff.all().forEach(person -> journeys.put(person, new ArrayList<>()));
    }

    List<Journey> journeys() {
        return journeys.values().stream().flatMap(List::stream).toList();
    }

    List<Prior> priors() {
        return List.copyOf(priors);
    }

    List<Journey> of(Person person) {
        return Objects.requireNonNull(journeys.get(person));
    }

    void accept(Prior prior) {
        priors.add(prior);
    }

    /** Whether somebody's earlier learning was accepted. */
    boolean isAccepted(Person person) {
        return priors.stream().anyMatch(prior -> prior.person().equals(person));
    }

    /** Lets somebody take a course from this day on; nothing comes of it when that is not before today. */
    @Nullable
    Journey begin(Person person, Course course, LocalDate day, Mood mood) {
        var journey = studying.study(person, course, day, mood);
        if (journey != null) {
            of(person).add(journey);
        }
        return journey;
    }

    /** What came of a course; null while somebody has not begun it. */
    @Nullable
    Journey journey(Person person, Course course) {
        return of(person).stream()
                .filter(journey -> journey.course().equals(course))
                .findFirst()
                .orElse(null);
    }

    /** What somebody may enrol in and has not taken yet. */
    List<Course> open(Person person, Instant moment) {
        var held = held(person, moment);
        var completed = of(person).stream()
                .filter(journey -> journey.countsBy(moment))
                .map(journey -> journey.course().module())
                .toList();
        return courses.stream()
                .filter(course -> journey(person, course) == null && course.admits(held, completed))
                .toList();
    }

    /** How many at a body held this level at this moment. */
    int ready(ListedBody body, Competency.Id competency, int target, Instant moment) {
        var wanted = Rung.between(competency, 0, target);
        return (int) staff.all().stream()
                .filter(person -> person.isAt(body.key()) && person.left() == null)
                .filter(person -> held(person, moment).containsAll(wanted))
                .count();
    }

    private List<Rung> held(Person person, Instant moment) {
        var learnt = of(person).stream()
                .filter(journey -> journey.countsBy(moment))
                .flatMap(journey -> journey.course().original().rungs().stream());
        var accepted = priors.stream()
                .filter(prior -> prior.person().equals(person) && !prior.at().isAfter(moment))
                .map(Prior::rung);
        return Stream.concat(learnt, accepted).distinct().toList();
    }

    Course course(String module) {
        return courses.stream()
                .filter(course -> course.module().equals(module))
                .findFirst()
                .orElseThrow();
    }
}
