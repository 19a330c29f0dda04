package eu.includeu.academy.assessment;

import eu.includeu.academy.accounts.Account;
import eu.includeu.academy.authorities.Authority;
import eu.includeu.academy.catalogue.Edition;
import eu.includeu.academy.questions.Item;
import eu.includeu.academy.questions.Paper;
import java.util.Objects;

/**
 * A go at a quiz as it is asked for.
 *
 * @param authority whose record it becomes
 * @param edition whose questions are put
 * @param extra how many goes were granted to this official on top of those that the module allows
 */
public record Sitting(Authority.Id authority, Account.Id official, Edition edition, int extra) {

    /** Draws the paper of this go: the same seed draws the same paper. */
    Paper draw(Item.Use use, long seed) {
        var items = edition.itemsFor(use);
        return Paper.draw(items, Objects.requireNonNullElse(edition.quiz().draw(), items.size()), seed);
    }

    /** Whether an open attempt is one at this very version. */
    boolean goesOnWith(Attempt open) {
        return open.subject().equals(edition.id());
    }
}
