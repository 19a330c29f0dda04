package eu.includeu.academy.library;

import eu.includeu.academy.accounts.Action;
import eu.includeu.academy.accounts.May;
import eu.includeu.academy.catalogue.Offer;
import eu.includeu.academy.competencies.Competencies;
import eu.includeu.academy.platform.Languages;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.reactive.result.view.Rendering;
import reactor.core.publisher.Mono;

/** The library: everything on offer, open to everyone. What was looked for stands in the address. */
@Controller
class LibraryPages {

    /** Something to choose in a form. */
    public record Choice(String value, String label) {}

    private final Searching searching;
    private final Competencies competencies;
    private final MessageSource messages;

    LibraryPages(Searching searching, Competencies competencies, MessageSource messages) {
        this.searching = searching;
        this.competencies = competencies;
        this.messages = messages;
    }

    @GetMapping("/library")
    @May(Action.SEE_CATALOGUE)
    Mono<Rendering> show(@ModelAttribute Search search, Locale locale) {
        var reader = locale.getLanguage();
        return searching
                .find(search, reader)
                .zipWhen(found -> found.isEmpty() && search.edition() != null
                        ? searching.find(search.inAnyLanguage(), reader)
                        : Mono.just(List.<Offer>of()))
                .map(both -> new Library(search, reader, both.getT1(), both.getT2()))
                .map(library -> Rendering.view("library/library")
                        .modelAttribute("library", library)
                        .modelAttribute("themes", themes(locale))
                        .modelAttribute("editions", editions(locale))
                        .modelAttribute("lengths", lengths(locale))
                        .build());
    }

    private List<Choice> themes(Locale locale) {
        return withAll(
                "library.theme.all",
                locale,
                competencies.themes().stream()
                        .map(theme -> new Choice(theme.id(), theme.name(locale)))
                        .toList());
    }

    private List<Choice> editions(Locale locale) {
        return withAll(
                "library.edition.all",
                locale,
                Languages.ALL.stream()
                        .map(tag -> new Choice(tag, Languages.nameOf(tag)))
                        .toList());
    }

    private List<Choice> lengths(Locale locale) {
        return withAll(
                "library.length.all",
                locale,
                Arrays.stream(Search.Length.values())
                        .map(length -> new Choice(
                                length.key(), messages.getMessage("library.length." + length.key(), null, locale)))
                        .toList());
    }

    private List<Choice> withAll(String key, Locale locale, List<Choice> choices) {
        var all = new ArrayList<Choice>();
        all.add(new Choice("", messages.getMessage(key, null, locale)));
        all.addAll(choices);
        return List.copyOf(all);
    }
}
