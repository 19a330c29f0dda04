package eu.includeu.academy.review;

import eu.includeu.academy.accounts.Account;
import eu.includeu.academy.authorities.Authority;
import eu.includeu.academy.catalogue.VersionId;
import java.time.Instant;
import java.util.UUID;

/** A coordinator gave a completion back, and said why. */
public record CompletionReturned(
        Authority.Id authority, UUID completion, Account.Id official, VersionId version, String reason, Instant at) {}
