package eu.includeu.academy.certificates;

import eu.includeu.academy.accounts.Account;
import eu.includeu.academy.accounts.Accounts;
import eu.includeu.academy.authorities.Authorities;
import eu.includeu.academy.authorities.Authority;
import eu.includeu.academy.authorities.Tally;
import eu.includeu.academy.catalogue.Catalogue;
import eu.includeu.academy.catalogue.Offer;
import eu.includeu.academy.evidence.Evidence;
import eu.includeu.academy.evidence.Proof;
import eu.includeu.academy.platform.Clock;
import eu.includeu.academy.progress.CompletionConfirmed;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import reactor.core.publisher.Mono;

/** Issuing certificates for confirmed completions, and showing them to their holders and to strangers. */
@Service
public class Certifying {

    private final Certificates certificates;
    private final Accounts accounts;
    private final Authorities authorities;
    private final Catalogue catalogue;
    private final Evidence evidence;
    private final Tally tally;
    private final Clock clock;
    private final SecureRandom chance = new SecureRandom();

    Certifying(
            Certificates certificates,
            Accounts accounts,
            Authorities authorities,
            Catalogue catalogue,
            Evidence evidence,
            Tally tally,
            Clock clock) {
        this.certificates = certificates;
        this.accounts = accounts;
        this.authorities = authorities;
        this.catalogue = catalogue;
        this.evidence = evidence;
        this.tally = tally;
        this.clock = clock;
    }

    /** Issues the certificate of a confirmed completion, with its evidence; the same completion again changes nothing. */
    @Transactional
    public Mono<Void> issue(CompletionConfirmed completion) {
        return Mono.zip(
                        accounts.person(completion.official()),
                        authorities.find(completion.authority()),
                        catalogue.offer(completion.version(), completion.language()))
                .map(all -> certificate(completion, all.getT1(), all.getT2(), all.getT3()))
                .filterWhen(certificates::save)
                .delayUntil(certificates::enter)
                .delayUntil(this::grant)
                .delayUntil(this::count)
                .then();
    }

    /** A person's own certificates, newest first. */
    @Transactional(readOnly = true)
    public Mono<List<Certificate>> mine(Account.Id official) {
        return certificates.of(official);
    }

    @Transactional(readOnly = true)
    public Mono<Certificate> find(Certificate.Id id, Account.Id official) {
        return certificates.find(id, official);
    }

    /** The certificate of one completion; an empty list while there is none. */
    @Transactional(readOnly = true)
    public Mono<List<Certificate>> ofCompletion(UUID completion, Account.Id official) {
        return certificates.ofCompletion(completion, official);
    }

    /** What a number shows to anyone. */
    public Mono<Checked> check(CertificateNumber number) {
        return certificates.check(number, clock.instant());
    }

    private Certificate certificate(
            CompletionConfirmed completion, Accounts.Person person, Authority authority, Offer offer) {
        var now = clock.instant();
        return new Certificate(
                completion.authority(),
                new Certificate.Id(UUID.randomUUID()),
                CertificateNumber.draw(chance),
                completion.official(),
                completion.completion(),
                offer.id().module(),
                offer.id().major(),
                new Certificate.Contents(
                        person.name(),
                        offer.title(),
                        offer.id().module(),
                        offer.id().number(),
                        offer.theme(),
                        offer.rungs(),
                        completion.score().percent(),
                        offer.minutes(),
                        offer.language(),
                        authority.nameIn(offer.language())),
                now,
                Certificate.end(now, offer.validMonths()));
    }

    private Mono<Void> grant(Certificate certificate) {
        return evidence.grant(new Proof(
                certificate.authority(),
                certificate.official(),
                Proof.Source.CERTIFICATE,
                certificate.id().value(),
                certificate.contents().rungs(),
                certificate.issued(),
                certificate.validUntil()));
    }

    /** The first certificate makes a certified official. */
    private Mono<Void> count(Certificate certificate) {
        return certificates
                .count(certificate.official())
                .filter(count -> count == 1)
                .flatMap(first -> tally.add(certificate.authority(), "certified", day(certificate.issued()), 1));
    }

    private static LocalDate day(Instant instant) {
        return LocalDate.ofInstant(instant, Clock.ZONE);
    }
}
