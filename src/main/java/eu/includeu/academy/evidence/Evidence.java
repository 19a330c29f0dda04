package eu.includeu.academy.evidence;

import eu.includeu.academy.accounts.Account;
import eu.includeu.academy.authorities.Authority;
import eu.includeu.academy.competencies.Competency;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import reactor.core.publisher.Mono;

/** Granting evidence, and asking what it shows. */
@Service
public class Evidence {

    private final Proofs proofs;

    Evidence(Proofs proofs) {
        this.proofs = proofs;
    }

    /** Takes note of a proof; the same proof again changes nothing. */
    @Transactional
    public Mono<Void> grant(Proof proof) {
        return proofs.save(proof);
    }

    /** The level that a person holds now of each competency, where it is above 0. */
    @Transactional(readOnly = true)
    public Mono<Map<Competency.Id, Integer>> held(Account.Id official) {
        return proofs.held(official);
    }

    /** Those of an authority's members who hold at least this level now. */
    @Transactional(readOnly = true)
    public Mono<List<Account.Id>> holders(Authority.Id authority, Competency.Id competency, int target) {
        return proofs.holders(authority, competency, target);
    }

    /** How many of an authority's members hold at least this level now. */
    @Transactional(readOnly = true)
    public Mono<Integer> holding(Authority.Id authority, Competency.Id competency, int target) {
        return proofs.holders(authority, competency, target).map(List::size);
    }
}
