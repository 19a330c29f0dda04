package eu.includeu.academy.evidence;

import eu.includeu.academy.accounts.Account;
import eu.includeu.academy.authorities.Authority;
import eu.includeu.academy.competencies.Competency;
import java.util.List;
import java.util.Map;
import java.util.UUID;
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

    /** Takes note of what people held before a need was declared, each from the first rung up; what is noted stays. */
    @Transactional
    public Mono<Void> baseline(
            Authority.Id authority, UUID need, Competency.Id competency, Map<Account.Id, Integer> levels) {
        return levels.isEmpty() ? Mono.empty() : proofs.baseline(authority, need, competency, levels);
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
