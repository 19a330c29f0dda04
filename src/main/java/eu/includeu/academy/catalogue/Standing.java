package eu.includeu.academy.catalogue;

import eu.includeu.academy.accounts.Account;
import eu.includeu.academy.platform.Refused;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How a module stands in the catalogue before something is added to it: what may be added depends on what is there.
 *
 * @param trainer who answers for the module, or null when it is new
 * @param newest its newest version, or null when there is none
 * @param languages those in which the version in question has an edition already
 */
public record Standing(
        Account.@Nullable Id trainer, @Nullable VersionId newest, Set<String> languages) {

    /** A module that nobody has published yet. */
    static final Standing NEW = new Standing(null, null, Set.of());

    public Standing {
        languages = Set.copyOf(languages);
    }

    /** Which publication of the version the next one is. */
    int nextRevision() {
        return languages.size() + 1;
    }

    /** Refuses a module that somebody else answers for. */
    public void checkTrainer(String field, String module, Account.Id author) {
        Refused.checks()
                .when(isOfAnother(author), field, "publish.other-trainer", module)
                .done();
    }

    /** Refuses a version that is not the trainer's to write, and a number that is taken or does not rise. */
    void checkVersion(VersionId id, Account.Id author) {
        Refused.checks()
                .when(isOfAnother(author), "source", "publish.other-trainer", id.module())
                .when(id.equals(newest), "source", "publish.number-taken", id.number())
                .when(newest != null && newest.isAfter(id), "source", "publish.number-too-low", id.number(), last())
                .done();
    }

    /** Refuses a language in which the version has an edition already. */
    public void checkFree(String field, String language) {
        Refused.checks()
                .when(languages.contains(language), field, "publish.language-taken", language)
                .done();
    }

    private boolean isOfAnother(Account.Id author) {
        return trainer != null && !trainer.equals(author);
    }

    private String last() {
        return newest == null ? "" : newest.number();
    }
}
