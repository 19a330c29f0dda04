package eu.includeu.academy.catalogue;

import eu.includeu.academy.accounts.Account;
import eu.includeu.academy.competencies.Competencies;
import eu.includeu.academy.platform.Changes;
import eu.includeu.academy.platform.Events;
import eu.includeu.academy.platform.Refused;
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

    /** Who wrote it, the names of author and reviewer as readers see them, and when it goes out. */
    private record Names(Account.Id author, String byline, String reviewer, Instant at) {}

    private final Competencies competencies;
    private final Versions versions;
    private final Editions editions;
    private final Events events;
    private final Changes changes;
    private final InstantSource clock;

    Publishing(
            Competencies competencies,
            Versions versions,
            Editions editions,
            Events events,
            Changes changes,
            InstantSource clock) {
        this.competencies = competencies;
        this.versions = versions;
        this.editions = editions;
        this.events = events;
        this.changes = changes;
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
        var names = new Names(author, byline, reviewer, at);
        return read(texts)
                .delayUntil(issue -> issue.isVersion() ? addVersion(issue, names) : addTranslations(issue, names))
                .map(Issue::id)
                .delayUntil(id -> changes.tell("catalogue", id.module()));
    }

    /** The first text says what goes out: an original is a new version, a translation belongs to a published one. */
    private Mono<Issue> read(List<String> texts) {
        Refused.when(texts.isEmpty(), "publish.nothing");
        var heading = Heading.of(texts.get(0));
        var known = versions.requirements().map(requires -> new Known(competencies, requires));
        return heading.isTranslation()
                ? editions.originalOf(heading).zipWith(known, (original, all) -> Issue.read(texts, all, original))
                : known.map(all -> Issue.read(texts, all, null));
    }

    private Mono<Void> addVersion(Issue issue, Names names) {
        return versions.claim(issue.id(), names.author(), names.byline())
                .then(versions.standing(issue.id()))
                .map(standing -> issue.check(standing, names.author()))
                .then(versions.add(issue.first(), names.reviewer(), names.at()))
                .then(editions.add(issue, 1, names.byline(), names.reviewer(), names.at()))
                .then(events.tell(new VersionPublished(issue.id())));
    }

    private Mono<Void> addTranslations(Issue issue, Names names) {
        return versions.standing(issue.id())
                .map(standing -> issue.check(standing, names.author()))
                .flatMap(standing ->
                        editions.add(issue, standing.nextRevision(), names.byline(), names.reviewer(), names.at()));
    }
}
