package eu.includeu.academy.matching;

import eu.includeu.academy.capacity.NeedEvent;
import eu.includeu.academy.capacity.Terms;
import eu.includeu.academy.competencies.Competencies;
import eu.includeu.academy.competencies.Competency;
import eu.includeu.academy.platform.Languages;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Puts an explanation into words. It adds no number of its own: each in the text is one that the score was made from.
 *
 * @param titles the title of a module by its identifier
 * @param day how a day is written in this language
 */
record Wording(Locale locale, Competencies competencies, Weights weights, UnaryOperator<String> titles, String day) {

    /** Why a module stands where it stands, in the order of the weights. */
    List<NeedView.Reason> reasons(Ranked.Match match) {
        var why = match.why();
        var score = match.score();
        var reasons = new ArrayList<>(List.of(
                counted(fit(why), score.fit(), weights.fit()),
                counted(List.of(effect(why)), score.effect(), weights.effect()),
                counted(List.of(effort(why)), score.effort(), weights.effort()),
                counted(List.of(language(why)), score.language(), weights.language()),
                counted(List.of(local(why)), score.local(), weights.local()),
                counted(List.of(fresh(why)), score.fresh(), weights.fresh())));
        why.prerequisites().stream()
                .map(prerequisite -> new NeedView.Reason(prerequisite(prerequisite), null, null))
                .forEach(reasons::add);
        return reasons;
    }

    /** Why a module is left out. */
    Sentence exclusion(Ranked.Exclusion exclusion) {
        var facts = exclusion.facts();
        return switch (exclusion.reason()) {
            case CLOSED -> Sentence.of("need.out.closed", date((LocalDate) facts.get(0)));
            case LANGUAGE ->
                Sentence.of("need.out.language", languages(exclusion.module().languages()));
            case GAP_BELOW -> Sentence.of("need.out.gap-below", facts.get(0), facts.get(1));
            case TOO_LATE -> Sentence.of("need.out.too-late", facts.get(0), facts.get(1), facts.get(2));
            case PREREQUISITE -> missing((Explanation.Prerequisite) facts.get(0));
        };
    }

    private static NeedView.Reason counted(List<Sentence> sentences, double part, double weight) {
        return new NeedView.Reason(sentences, 100 * part * weight, 100 * weight);
    }

    private static List<Sentence> fit(Explanation why) {
        var sentences = new ArrayList<Sentence>();
        sentences.add(Sentence.of("need.why.fit", why.covered().size(), why.needed(), list(why.covered())));
        if (!why.missing().isEmpty()) {
            sentences.add(Sentence.of("need.why.fit.missing", list(why.missing())));
        }
        if (why.beyond() > 0) {
            sentences.add(Sentence.of("need.why.fit.beyond", why.beyond(), why.taught()));
        }
        return sentences;
    }

    private static Sentence effect(Explanation why) {
        return why.learners() == 0
                ? Sentence.of("need.why.effect.none")
                : Sentence.of("need.why.effect", why.learners(), why.gain(), why.usualGain());
    }

    private static Sentence effort(Explanation why) {
        return why.minutes() == why.shortest()
                ? Sentence.of("need.why.effort.shortest", why.minutes())
                : Sentence.of("need.why.effort", why.minutes(), why.shortest());
    }

    private static Sentence language(Explanation why) {
        return Sentence.of(
                why.firstChoice() ? "need.why.language.first" : "need.why.language.other",
                Languages.nameOf(why.language()));
    }

    private Sentence local(Explanation why) {
        return switch (why.local()) {
            case OWN -> Sentence.of("need.why.local.own", country(String.valueOf(why.country())));
            case GENERAL -> Sentence.of("need.why.local.general");
            case OTHER -> Sentence.of("need.why.local.other");
        };
    }

    private Sentence fresh(Explanation why) {
        return why.daysPast() == 0
                ? Sentence.of("need.why.fresh", date(why.reviewBy()))
                : Sentence.of("need.why.fresh.past", date(why.reviewBy()), why.daysPast());
    }

    private List<Sentence> prerequisite(Explanation.Prerequisite asked) {
        var sentences = new ArrayList<Sentence>();
        sentences.add(
                asked.competency() == null
                        ? Sentence.of("need.why.first.module", title(String.valueOf(asked.module())), asked.lacking())
                        : Sentence.of("need.why.first", name(asked.competency()), asked.min(), asked.lacking()));
        if (asked.through() != null && asked.competency() != null) {
            sentences.add(Sentence.of("need.why.first.through", title(asked.through())));
        }
        return sentences;
    }

    private Sentence missing(Explanation.Prerequisite asked) {
        return asked.competency() == null
                ? Sentence.of("need.out.prerequisite.module", title(String.valueOf(asked.module())), asked.lacking())
                : Sentence.of("need.out.prerequisite", name(asked.competency()), asked.min(), asked.lacking());
    }

    /** A line of the ledger. */
    Sentence event(NeedEvent event) {
        var cause = event.cause();
        return switch (event.event()) {
            case PLAN -> assigned(cause);
            case AMEND -> amended(cause);
            case WITHDRAW -> Sentence.of("need.event.withdraw", String.valueOf(cause.getOrDefault("reason", "")));
            case MET -> Sentence.of("need.event.met", cause.getOrDefault("ready", 0), cause.getOrDefault("staff", 0));
            case LAPSE ->
                Sentence.of("need.event.lapse", cause.getOrDefault("ready", 0), cause.getOrDefault("staff", 0));
            case CLOSE -> Sentence.of("need.event.close", String.valueOf(cause.getOrDefault("note", "")));
            default -> Sentence.of("need.event." + event.event().key());
        };
    }

    private Sentence amended(Map<String, Object> cause) {
        if (cause.containsKey("module")) {
            return assigned(cause);
        }
        if (cause.get("list") instanceof Map<?, ?> list) {
            return listed(list);
        }
        if (cause.containsKey("joint")) {
            return Sentence.of("yes".equals(cause.get("joint")) ? "need.event.joint" : "need.event.joint.no");
        }
        return Sentence.of("need.event.amend");
    }

    private static Sentence listed(Map<?, ?> list) {
        var people = number(list, "people");
        return people == 0
                ? Sentence.of("need.event.list.none")
                : Sentence.of(
                        "need.event.list",
                        people,
                        number(list, "added"),
                        number(list, "removed"),
                        number(list, "baseline"));
    }

    private static int number(Map<?, ?> map, String key) {
        return map.get(key) instanceof Number number ? number.intValue() : 0;
    }

    /** What an amendment changed: each of the terms that was another before. */
    List<Sentence> changes(NeedEvent event) {
        var cause = event.cause();
        return cause.get("was") instanceof Map<?, ?> was && cause.get("terms") instanceof Map<?, ?> terms
                ? Stream.of("staff", "deadline", "current", "languages", "weight", "reason")
                        .filter(term -> !Objects.equals(was.get(term), terms.get(term)))
                        .map(term -> Sentence.of("need.changed." + term, shown(term, was), shown(term, terms)))
                        .toList()
                : List.of();
    }

    private Object shown(String term, Map<?, ?> terms) {
        var value = terms.get(term);
        return switch (term) {
            case "deadline" -> date(LocalDate.parse(String.valueOf(value)));
            case "languages" ->
                value instanceof List<?> tags
                        ? languages(tags.stream().map(String::valueOf).toList())
                        : "";
            case "weight" ->
                Terms.Weight.named(String.valueOf(value).toLowerCase(Locale.ROOT))
                        .map(Terms.Weight::value)
                        .orElse(0);
            default -> value == null ? "" : value;
        };
    }

    private Sentence assigned(Map<String, Object> cause) {
        return Sentence.of(
                "need.event.plan",
                title(String.valueOf(cause.get("module"))),
                cause.getOrDefault("people", 0),
                date(LocalDate.parse(String.valueOf(cause.get("due")))));
    }

    private String title(String module) {
        return titles.apply(module);
    }

    private String name(Competency.Id competency) {
        return competencies.find(competency).name(locale);
    }

    private String date(LocalDate date) {
        return DateTimeFormatter.ofPattern(day, locale).format(date);
    }

    /** Greece is EL in the data, as in NUTS, and GR to everybody else. */
    private String country(String code) {
        return new Locale.Builder()
                .setRegion(code.equals("EL") ? "GR" : code)
                .build()
                .getDisplayCountry(locale);
    }

    private static String languages(List<String> tags) {
        return tags.stream().map(Languages::nameOf).collect(Collectors.joining(", "));
    }

    private static String list(List<Integer> levels) {
        return levels.stream().map(String::valueOf).collect(Collectors.joining(", "));
    }
}
