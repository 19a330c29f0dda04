package eu.includeu.academy.progress;

import eu.includeu.academy.accounts.Account;
import eu.includeu.academy.authorities.Authority;
import java.time.Instant;

/** An official began to take a module. */
public record Enrolled(Authority.Id authority, Account.Id official, String module, Instant at) {}
