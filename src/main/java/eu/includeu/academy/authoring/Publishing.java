package eu.includeu.academy.authoring;

import eu.includeu.academy.accounts.Account;
import eu.includeu.academy.catalogue.Issue;
import eu.includeu.academy.catalogue.Issuing;
import eu.includeu.academy.catalogue.VersionId;
import eu.includeu.academy.competencies.Competencies;
import eu.includeu.academy.format.Known;
import eu.includeu.academy.typesetting.Typesetter;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import reactor.core.publisher.Mono;

/**
 * Putting a version before readers. It is whole or it is not published, and once published it never changes: what can be
 * added later is an edition in a further language.
 */
@Service
public class Publishing {

    private final Competencies competencies;
    private final Checking checking;
    private final Typesetter typesetter;
    private final Issuing issuing;
    private final InstantSource clock;

    Publishing(
            Competencies competencies, Checking checking, Typesetter typesetter, Issuing issuing, InstantSource clock) {
        this.competencies = competencies;
        this.checking = checking;
        this.typesetter = typesetter;
        this.issuing = issuing;
        this.clock = clock;
    }

    /**
     * Publishes a new version in one or more languages; or, when all texts are translations, adds their languages to a
     * version that is published.
     *
     * @param texts in the module format, one a language, the original first
     * @param author who wrote them, and answers for the module when it is new
     * @param byline the author's name as readers see it
     * @param reviewer the name of whoever approved them
     */
    @Transactional
    public Mono<VersionId> publish(List<String> texts, Account.Id author, String byline, String reviewer) {
        return publish(texts, author, byline, reviewer, clock.instant());
    }

    /** Publishes as of an earlier moment, for a catalogue that is taken over from elsewhere. */
    @Transactional
    public Mono<VersionId> publish(List<String> texts, Account.Id author, String byline, String reviewer, Instant at) {
        var imprint = new Issue.Imprint(author, byline, reviewer, at);
        return Mono.fromSupplier(() -> new Manuscript(texts))
                .flatMap(this::read)
                .flatMap(issue -> issuing.issue(issue, imprint));
    }

    private Mono<Issue> read(Manuscript manuscript) {
        var known = issuing.requirements().map(requires -> new Known(competencies, requires));
        return manuscript.heading().isTranslation()
                ? checking.originalOf(manuscript.heading())
                        .zipWith(known, (original, all) -> manuscript.read(all, original, typesetter::set))
                : known.map(all -> manuscript.read(all, null, typesetter::set));
    }
}
