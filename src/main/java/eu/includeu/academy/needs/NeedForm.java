package eu.includeu.academy.needs;

import eu.includeu.academy.authorities.Authority;
import eu.includeu.academy.capacity.Need;
import eu.includeu.academy.capacity.Terms;
import eu.includeu.academy.competencies.Competencies;
import eu.includeu.academy.competencies.Competency;
import eu.includeu.academy.competencies.Level;
import eu.includeu.academy.platform.Languages;
import eu.includeu.academy.platform.Refused;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The form by which a need is declared: what was typed, as it was typed.
 *
 * @param show set by the button that only asks what the levels mean
 * @param command the order that the form carries, so that sending it twice declares once
 */
public record NeedForm(
        @Nullable String authority,
        @Nullable String competency,
        @Nullable String current,
        @Nullable String target,
        @Nullable String staff,
        @Nullable String deadline,
        @Nullable List<String> languages,
        @Nullable String weight,
        @Nullable String reason,
        @Nullable String show,
        @Nullable String command) {

    /** Whose need, and what it says. */
    record Declaration(Authority.Id authority, Terms terms) {}

    /** An empty form for an authority, in its working languages. */
    static NeedForm empty(
            @Nullable Authority house, @Nullable String competency, @Nullable String target, LocalDate today) {
        return new NeedForm(
                house == null ? null : house.id().toString(),
                competency,
                "0",
                target,
                null,
                Suggesting.deadline(today).toString(),
                house == null
                        ? List.of()
                        : house.languages().stream().filter(Languages::known).toList(),
                Terms.Weight.MEDIUM.key(),
                null,
                null,
                UUID.randomUUID().toString());
    }

    /** The same with so many people, where nobody typed a number. */
    NeedForm withStaff(int people) {
        return new NeedForm(
                authority,
                competency,
                current,
                target,
                staff == null || staff.isBlank() ? String.valueOf(people) : staff,
                deadline,
                languages,
                weight,
                reason,
                show,
                command);
    }

    /** A form that holds what was declared, to be amended. */
    static NeedForm of(Need need) {
        var terms = need.terms();
        return new NeedForm(
                need.authority().toString(),
                terms.competency().toString(),
                String.valueOf(terms.current()),
                String.valueOf(terms.target()),
                String.valueOf(terms.staff()),
                terms.deadline().toString(),
                terms.languages(),
                terms.weight().key(),
                terms.reason(),
                null,
                UUID.randomUUID().toString());
    }

    /** Reads what was typed; refuses with everything that is wrong at once. */
    Declaration read(List<Authority> houses, Competencies competencies, LocalDate today) {
        var house = houses.stream()
                .filter(each -> each.id().toString().equals(authority))
                .findFirst();
        var wanted = competencies.all().stream()
                .filter(each -> each.id().value().equals(competency))
                .map(Competency::id)
                .findFirst();
        var from = number(current);
        var to = number(target);
        var people = number(staff);
        var by = date(deadline);
        var weighs = Terms.Weight.named(String.valueOf(weight));
        var checks = Refused.checks()
                .when(house.isEmpty(), "authority", "need.authority.missing")
                .when(wanted.isEmpty(), "competency", "need.competency.missing")
                .when(from.isEmpty(), "current", "need.current.range")
                .when(to.isEmpty(), "target", "need.target.range")
                .when(people.isEmpty(), "staff", "need.staff.range")
                .when(by.isEmpty(), "deadline", "need.deadline.missing")
                .when(weighs.isEmpty(), "weight", "need.weight.missing");
        // what could not be read stands in as something that breaks no further rule
        var terms = new Terms(
                wanted.orElseGet(() -> competencies.all().get(0).id()),
                from.orElse(0),
                to.orElse(Level.HIGHEST),
                people.orElse(1),
                weighs.orElse(Terms.Weight.MEDIUM),
                by.orElse(today.plusDays(1)),
                house.map(this::inOrder).orElseGet(this::chosen),
                reason == null ? "" : reason.replace("\r\n", "\n"));
        terms.check(checks, today);
        checks.done();
        return new Declaration(house.orElseThrow().id(), terms);
    }

    /** What is no identifier is answered with a fresh one: then the order is simply a new one. */
    UUID order() {
        try {
            return UUID.fromString(String.valueOf(command));
        } catch (IllegalArgumentException malformed) {
            return UUID.randomUUID();
        }
    }

    /** The level wanted; 0 while none is chosen. */
    int level() {
        return number(target)
                .filter(level -> level >= 1 && level <= Level.HIGHEST)
                .orElse(0);
    }

    /** The languages ticked, or those of the authority. */
    List<String> spoken(Authority house) {
        return chosen().isEmpty() ? house.languages() : inOrder(house);
    }

    public boolean speaks(String language) {
        return languages != null && languages.contains(language);
    }

    /** The languages ticked, those first in which the authority works, in its own order. */
    private List<String> inOrder(Authority house) {
        var ticked = chosen();
        var own = house.languages().stream().filter(ticked::contains).toList();
        var others = ticked.stream().filter(tag -> !own.contains(tag));
        return Stream.concat(own.stream(), others).toList();
    }

    private List<String> chosen() {
        return Languages.ALL.stream().filter(this::speaks).toList();
    }

    private static Optional<Integer> number(@Nullable String text) {
        var digits = text == null ? "" : text.strip();
        return digits.matches("-?\\d{1,6}") ? Optional.of(Integer.valueOf(digits)) : Optional.empty();
    }

    private static Optional<LocalDate> date(@Nullable String text) {
        try {
            return Optional.of(LocalDate.parse(text == null ? "" : text.strip()));
        } catch (DateTimeException unreadable) {
            return Optional.empty();
        }
    }
}
