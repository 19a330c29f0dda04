package eu.includeu.academy.catalogue;

import eu.includeu.academy.accounts.Account;
import eu.includeu.academy.platform.Changes;
import eu.includeu.academy.platform.Events;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import reactor.core.publisher.Mono;

/**
 * Adding to the catalogue, and what those who add to it go by: the texts it was made from, and how a module stands. Once
 * something is issued it never changes: what can be added later is an edition in a further language.
 */
@Service
public class Issuing {

    private final Versions versions;
    private final Editions editions;
    private final Events events;
    private final Changes changes;

    Issuing(Versions versions, Editions editions, Events events, Changes changes) {
        this.versions = versions;
        this.editions = editions;
        this.events = events;
        this.changes = changes;
    }

    /** What each module requires directly: other modules, by name. */
    public Mono<Map<String, Set<String>>> requirements() {
        return versions.requirements();
    }

    /** A version in the language it was written in, if it is published. */
    public Mono<Optional<Edition>> original(VersionId id) {
        return editions.original(id);
    }

    /** The text of a module's newest version, as it was published. */
    public Mono<String> source(String module) {
        return editions.source(module);
    }

    /** The newest versions of a trainer's modules, with how far each of their editions can be trusted. */
    public Mono<List<Authored>> authoredBy(Account.Id trainer) {
        return versions.authoredBy(trainer);
    }

    /** How a module stands; held until the caller's transaction ends. */
    @Transactional
    public Mono<Standing> standing(VersionId id) {
        return versions.standing(id);
    }

    /** Puts a new version before readers, or adds languages to one that is published. */
    @Transactional
    public Mono<VersionId> issue(Issue issue, Issue.Imprint imprint) {
        return (issue.isVersion() ? addVersion(issue, imprint) : addEditions(issue, imprint))
                .then(changes.tell("catalogue", issue.id().module()))
                .thenReturn(issue.id());
    }

    private Mono<Void> addVersion(Issue issue, Issue.Imprint imprint) {
        return versions.claim(issue.id(), imprint.author(), imprint.byline())
                .then(versions.standing(issue.id()))
                .map(standing -> issue.check(standing, imprint.author()))
                .then(versions.add(issue.first(), imprint.reviewer(), imprint.at()))
                .then(editions.add(issue, 1, imprint))
                .then(events.tell(new VersionPublished(issue.id())));
    }

    private Mono<Void> addEditions(Issue issue, Issue.Imprint imprint) {
        return versions.standing(issue.id())
                .map(standing -> issue.check(standing, imprint.author()))
                .flatMap(standing -> editions.add(issue, standing.nextRevision(), imprint))
                .then(events.tell(new EditionPublished(issue.id())));
    }
}
