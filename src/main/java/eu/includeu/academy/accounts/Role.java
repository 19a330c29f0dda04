package eu.includeu.academy.accounts;

/** What a person does in the academy. Roles add up, and end with the membership on which they rest. */
public enum Role {
    OFFICIAL,
    TRAINER,
    COORDINATOR,
    ADMINISTRATOR
}
