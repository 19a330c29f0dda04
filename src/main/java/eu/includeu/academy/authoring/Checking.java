package eu.includeu.academy.authoring;

import eu.includeu.academy.accounts.Account;
import eu.includeu.academy.catalogue.Edition;
import eu.includeu.academy.catalogue.Issue;
import eu.includeu.academy.catalogue.Issuing;
import eu.includeu.academy.competencies.Competencies;
import eu.includeu.academy.format.Heading;
import eu.includeu.academy.format.Known;
import eu.includeu.academy.format.ModuleFormat;
import eu.includeu.academy.format.ModuleReading;
import eu.includeu.academy.platform.Refused;
import eu.includeu.academy.platform.Remembered;
import eu.includeu.academy.typesetting.Typesetter;
import java.time.Duration;
import java.util.List;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/** Reading a module's text while it is being written: everything that is wrong with it, or how it will look. */
@Service
class Checking {

    private static final Duration SHORT = Duration.ofSeconds(10);

    private final Issuing issuing;
    private final Typesetter typesetter;
    private final Remembered<String, Known> known;

    Checking(Competencies competencies, Issuing issuing, Typesetter typesetter) {
        this.issuing = issuing;
        this.typesetter = typesetter;
        this.known = Remembered.of(
                1, SHORT, all -> issuing.requirements().map(requires -> new Known(competencies, requires)));
    }

    /** Reads a text as it is typed; a translation is compared with its published original as well. */
    Mono<Checked> check(String typed) {
        return read(typed)
                .map(this::checked)
                .onErrorResume(Refused.class, refused -> Mono.just(Checked.refused(refused)));
    }

    /** The edition that a text makes, when it may also be added to its module as that stands now. */
    Mono<Edition> addable(String typed, Account.Id author) {
        return read(typed).map(ModuleReading::orRefuse).delayUntil(edition -> issuing.standing(edition.id())
                .map(standing -> issue(typed, edition).check(standing, author)));
    }

    private Checked checked(ModuleReading reading) {
        return reading instanceof ModuleReading.Whole whole
                ? Checked.of(whole.edition(), typesetter.set(whole.edition()))
                : Checked.broken(reading.problems());
    }

    private Mono<ModuleReading> read(String typed) {
        var heading = Heading.of(typed);
        return heading.isTranslation()
                ? known.get("")
                        .zipWith(
                                originalOf(heading),
                                (all, original) -> ModuleFormat.readTranslation(typed, all, original))
                : known.get("").map(all -> ModuleFormat.read(typed, all));
    }

    /** The edition that a translation is compared with; refused when its version was not published. */
    Mono<Edition> originalOf(Heading translation) {
        return Mono.justOrEmpty(translation.version())
                .flatMap(issuing::original)
                .flatMap(Mono::justOrEmpty)
                .switchIfEmpty(Mono.error(
                        () -> new Refused("publish.no-original", translation.module(), translation.number())));
    }

    private Issue issue(String typed, Edition edition) {
        return new Issue(
                edition.translation() == Edition.Translation.ORIGINAL,
                List.of(new Issue.Copy(typed, edition, typesetter.set(edition))));
    }
}
