package eu.includeu.academy.progress;

import eu.includeu.academy.accounts.Account;
import eu.includeu.academy.authorities.Authority;
import java.time.Instant;

/** All lessons of a module are done and its quiz is passed. Whether that counts is for its review to say. */
public record EnrolmentCompleted(Authority.Id authority, Account.Id official, String module, Instant at) {}
