package eu.includeu.academy.matching;

import eu.includeu.academy.accounts.Account;
import eu.includeu.academy.accounts.Action;
import eu.includeu.academy.capacity.Coverage;
import eu.includeu.academy.capacity.Need;
import eu.includeu.academy.capacity.Terms;
import eu.includeu.academy.needs.Joint;
import eu.includeu.academy.needs.NeedCard;
import eu.includeu.academy.platform.Clock;
import eu.includeu.academy.platform.Languages;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The page of a need, ready to be read from top to bottom.
 *
 * @param modules eligible ones, best first
 * @param others those that cannot be taken, with the reason
 * @param history newest first
 * @param due the day up to which a module is to be taken, as it stands in its field
 * @param command the order that the page's forms carry
 * @param main the one thing to do here: assign, close or look
 */
public record NeedView(
        NeedCard card,
        Terms terms,
        Coverage coverage,
        String languages,
        LocalDate declared,
        List<Module> modules,
        List<Other> others,
        List<Person> people,
        int underway,
        List<Past> history,
        String due,
        String reason,
        String note,
        String command,
        String main,
        boolean named,
        Pace pace,
        Joint joint,
        boolean decides,
        boolean verifiable,
        boolean amendable,
        boolean withdrawable,
        boolean closable) {

    /**
     * One reason: what is so, and what it is worth.
     *
     * @param points out of a hundred, or null for what is told but not counted
     * @param of how many points it could have had
     */
    record Reason(
            List<Sentence> sentences,
            @Nullable Double points,
            @Nullable Double of) {

        public Reason {
            sentences = List.copyOf(sentences);
        }

        public boolean counts() {
            return points != null;
        }
    }

    /** A module that would serve, with its place, its score out of a hundred and the reasons. */
    public record Module(
            int place,
            String id,
            String title,
            String theme,
            int minutes,
            double score,
            List<Reason> reasons,
            boolean chosen) {}

    /** A module that cannot be taken, and why. */
    public record Other(String id, String title, Sentence why) {}

    /** Somebody to whom the module can be assigned. */
    public record Person(
            String id,
            String name,
            int level,
            boolean holds,
            @Nullable String asked,
            boolean chosen) {}

    /**
     * Something that happened.
     *
     * @param who did it; null for somebody whom the reader may not see
     * @param itself whether the calendar did it
     * @param changes what was so before and is so since, line by line
     */
    public record Past(
            LocalDate day, Sentence what, @Nullable String who, boolean itself, List<Sentence> changes) {

        public Past {
            changes = List.copyOf(changes);
        }
    }

    static NeedView of(
            NeedFile file, Wording wording, NeedFilePages.Form form, Account me, String command, LocalDate today) {
        var need = file.need();
        var decides = me.may(Action.DECLARE_NEED) && file.card().counted();
        return new NeedView(
                file.card(),
                need.terms(),
                file.coverage(),
                need.terms().languages().stream().map(Languages::nameOf).collect(Collectors.joining(", ")),
                LocalDate.ofInstant(need.declared(), Clock.ZONE),
                file.assignable() ? modules(file, wording, form) : List.of(),
                file.assignable() ? others(file, wording) : List.of(),
                people(file, form),
                file.underway(),
                history(file, wording),
                form.due() == null ? due(need, today).toString() : form.due(),
                form.reason() == null ? "" : form.reason(),
                form.note() == null ? "" : form.note(),
                command,
                main(file),
                file.named(),
                file.pace(),
                file.joint(),
                decides,
                file.mayVerify() && me.may(Action.VERIFY_NEED) && need.may(Need.Event.VERIFY),
                decides && need.may(Need.Event.AMEND),
                decides && need.may(Need.Event.WITHDRAW),
                decides && need.may(Need.Event.CLOSE));
    }

    private static String main(NeedFile file) {
        return file.need().may(Need.Event.CLOSE) ? "close" : file.assignable() ? "assign" : "look";
    }

    /** The deadline, as long as it lies ahead. */
    private static LocalDate due(Need need, LocalDate today) {
        return need.terms().deadline().isAfter(today) ? need.terms().deadline() : today.plusDays(1);
    }

    private static List<Module> modules(NeedFile file, Wording wording, NeedFilePages.Form form) {
        var modules = new ArrayList<Module>();
        for (var match : file.ranked().best()) {
            var module = match.module();
            var chosen =
                    form.module() == null ? modules.isEmpty() : module.module().equals(form.module());
            modules.add(new Module(
                    modules.size() + 1,
                    module.module(),
                    module.title(),
                    module.theme(),
                    module.minutes(),
                    100 * match.score().total(),
                    wording.reasons(match),
                    chosen));
        }
        return modules;
    }

    private static List<Other> others(NeedFile file, Wording wording) {
        return file.ranked().excluded().stream()
                .map(each -> new Other(each.module().module(), each.module().title(), wording.exclusion(each)))
                .toList();
    }

    private static List<Person> people(NeedFile file, NeedFilePages.Form form) {
        return file.people().stream()
                .map(person -> new Person(
                        person.id().toString(),
                        person.name(),
                        person.level(),
                        person.holds(),
                        person.asked(),
                        form.sentPeople() ? form.chose(person.id()) : person.suggested()))
                .toList();
    }

    private static List<Past> history(NeedFile file, Wording wording) {
        var history = new ArrayList<>(file.ledger().stream()
                .map(entry -> new Past(
                        LocalDate.ofInstant(entry.event().at(), Clock.ZONE),
                        wording.event(entry.event()),
                        entry.name(),
                        entry.event().actor() == null,
                        wording.changes(entry.event())))
                .toList());
        Collections.reverse(history);
        return history;
    }
}
