package eu.includeu.academy.catalogue;

import eu.includeu.academy.accounts.Account;
import eu.includeu.academy.competencies.Competencies;
import eu.includeu.academy.platform.Refused;
import eu.includeu.academy.platform.Remembered;
import java.time.Duration;
import java.util.List;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/** Reading a module's text while it is being written: everything that is wrong with it, or how it will look. */
@Service
class Checking {

    private static final Duration SHORT = Duration.ofSeconds(10);

    private final Versions versions;
    private final Editions editions;
    private final Typesetter typesetter;
    private final Remembered<String, Known> known;

    Checking(Competencies competencies, Versions versions, Editions editions, Typesetter typesetter) {
        this.versions = versions;
        this.editions = editions;
        this.typesetter = typesetter;
        this.known = Remembered.of(
                1, SHORT, all -> versions.requirements().map(requires -> new Known(competencies, requires)));
    }

    /** Reads a text as it is typed; a translation is compared with its published original as well. */
    Mono<Checked> check(String typed) {
        return read(typed)
                .map(this::checked)
                .onErrorResume(Refused.class, refused -> Mono.just(Checked.refused(refused)));
    }

    /** The edition that a text makes, when it may also be added to its module as that stands now. */
    Mono<Edition> addable(String typed, Account.Id author) {
        return read(typed).map(ModuleReading::orRefuse).delayUntil(edition -> versions.standing(edition.id())
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
                                editions.originalOf(heading),
                                (all, original) -> ModuleFormat.readTranslation(typed, all, original))
                : known.get("").map(all -> ModuleFormat.read(typed, all));
    }

    private static Issue issue(String typed, Edition edition) {
        return new Issue(
                edition.translation() == Edition.Translation.ORIGINAL, List.of(new Issue.Copy(typed, edition)));
    }
}
