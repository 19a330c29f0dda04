package eu.includeu.academy.assessment;

import eu.includeu.academy.accounts.Account;
import eu.includeu.academy.authorities.Authority;
import eu.includeu.academy.catalogue.VersionId;

/**
 * A go at a quiz as it is asked for.
 *
 * @param authority whose record it becomes
 * @param language in which the questions are put
 * @param extra how many goes were granted to this official on top of those that the module allows
 */
public record Sitting(Authority.Id authority, Account.Id official, VersionId subject, String language, int extra) {}
