package eu.includeu.academy.needs;

import eu.includeu.academy.authorities.Authority;
import eu.includeu.academy.capacity.Members;
import eu.includeu.academy.competencies.Competencies;
import eu.includeu.academy.competencies.Competency;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import reactor.core.publisher.Mono;

/** Suggesting what stands to reason while a need is being declared: nothing is decided for the person who declares it. */
@Service
class Suggesting {

    /**
     * What is suggested.
     *
     * @param often what many authorities of the country have declared
     * @param people how many work there; null while no authority is chosen
     * @param holding how many of them hold the level wanted; null while it is not chosen
     * @param joint others that have declared the same
     */
    public record Suggestion(
            List<Competency> often,
            @Nullable Integer people,
            @Nullable Integer holding,
            Joint joint) {

        static final Suggestion NONE = new Suggestion(List.of(), null, null, Joint.NONE);

        public Suggestion {
            often = List.copyOf(often);
        }

        /** Everybody who works there is where most declarations begin. */
        NeedForm fill(NeedForm form) {
            return people == null || people == 0 || form.show() == null ? form : form.withStaff(people);
        }
    }

    private final Joining joining;
    private final Members members;
    private final Competencies competencies;

    Suggesting(Joining joining, Members members, Competencies competencies) {
        this.joining = joining;
        this.members = members;
        this.competencies = competencies;
    }

    /** Half a year from now, at the end of a month: time for a course and for people to take it. */
    static LocalDate deadline(LocalDate today) {
        return today.plusMonths(6).with(TemporalAdjusters.lastDayOfMonth());
    }

    /** What can be said with as much of the form as is filled in. */
    @Transactional(readOnly = true)
    public Mono<Suggestion> suggest(NeedForm form, List<Authority> houses) {
        var house = houses.stream()
                .filter(each -> each.id().toString().equals(form.authority()))
                .findFirst();
        return house.isEmpty() ? Mono.just(Suggestion.NONE) : suggest(form, house.get());
    }

    private Mono<Suggestion> suggest(NeedForm form, Authority house) {
        var wanted = competencies.all().stream()
                .map(Competency::id)
                .filter(each -> each.value().equals(form.competency()))
                .findFirst();
        return Mono.zip(often(house), members.of(house.id()), joint(form, house, wanted))
                .map(all -> new Suggestion(
                        all.getT1(),
                        all.getT2().size(),
                        wanted.isEmpty() || form.level() == 0
                                ? null
                                : (int) all.getT2().held(wanted.get()).stream()
                                        .filter(level -> level >= form.level())
                                        .count(),
                        all.getT3()));
    }

    private Mono<List<Competency>> often(Authority house) {
        var country = house.country();
        return country == null
                ? Mono.just(List.of())
                : joining.often(country).map(ids -> ids.stream()
                        .filter(competencies::has)
                        .map(competencies::find)
                        .toList());
    }

    private Mono<Joint> joint(NeedForm form, Authority house, Optional<Competency.Id> wanted) {
        return wanted.isEmpty() || form.level() == 0
                ? Mono.just(Joint.NONE)
                : joining.alike(house.id(), wanted.get(), form.level(), form.spoken(house));
    }
}
