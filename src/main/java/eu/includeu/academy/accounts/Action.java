package eu.includeu.academy.accounts;

import static eu.includeu.academy.accounts.Role.ADMINISTRATOR;
import static eu.includeu.academy.accounts.Role.COORDINATOR;
import static eu.includeu.academy.accounts.Role.OFFICIAL;
import static eu.includeu.academy.accounts.Role.TRAINER;

import java.util.Set;

/**
 * The one place that says who may do what (section 4 of the domain guide). A role opens the door; whose things are
 * found behind it is decided by finding them through the person who asks.
 */
public enum Action {
    SEE_START,
    SIGN_IN,
    SEE_CATALOGUE,
    CHECK_CERTIFICATE,
    SEE_DEMAND_TOTALS,

    /** Anyone signed in: their own page, their own settings, sign out. */
    SEE_OWN_ACCOUNT(OFFICIAL, TRAINER, COORDINATOR, ADMINISTRATOR),
    /** Enrol, learn, sit a quiz, withdraw: for oneself. */
    LEARN(OFFICIAL, TRAINER, COORDINATOR, ADMINISTRATOR),
    SEE_OWN_CERTIFICATES(OFFICIAL, TRAINER, COORDINATOR, ADMINISTRATOR),
    /** Totals of the own authority; names only where the asker answers for it. */
    SEE_AUTHORITY(OFFICIAL, TRAINER, COORDINATOR, ADMINISTRATOR),

    SEE_PEOPLE(COORDINATOR),
    ASSIGN(COORDINATOR),
    REVIEW_COMPLETION(COORDINATOR),
    SEE_NEEDS(COORDINATOR, ADMINISTRATOR),
    DECLARE_NEED(COORDINATOR),
    /** Say from above that a need is real. */
    VERIFY_NEED(COORDINATOR, ADMINISTRATOR),
    /** Compute a plan, stop it, accept it. */
    PLAN(COORDINATOR),
    /** Say which modules are given in runs that somebody leads, and what a run costs. */
    SET_RUNS(TRAINER, ADMINISTRATOR),
    SEE_OVERVIEW(COORDINATOR),
    EXPORT(COORDINATOR),
    /** Say whether one’s authorities join others that lack the same. */
    JOIN_OTHERS(COORDINATOR),
    SEE_PEERS(COORDINATOR, ADMINISTRATOR),
    /** Take part in the exchange, and answer for one side of a visit. */
    VISIT_PEERS(COORDINATOR),
    /** Have visits worked out for all, and publish practices. */
    PAIR_PEERS(ADMINISTRATOR),

    WRITE_MODULE(TRAINER),
    /** Take a demand and write for it. */
    TAKE_DEMAND(TRAINER),
    SEE_REQUESTS(COORDINATOR, TRAINER),
    /** Ask trainers for training that is not there, and say what came of it. */
    ASK_TRAINING(COORDINATOR),
    ANSWER_REQUEST(TRAINER),
    REVIEW_MODULE(TRAINER);

    private final Set<Role> roles;

    Action(Role... roles) {
        this.roles = Set.of(roles);
    }

    /** Whether this needs no sign-in at all. */
    public boolean isPublic() {
        return roles.isEmpty();
    }

    public Set<Role> roles() {
        return roles;
    }
}
