package eu.includeu.academy.catalogue;

import eu.includeu.academy.competencies.Competency;
import eu.includeu.academy.competencies.Rung;
import eu.includeu.academy.platform.Changes;
import eu.includeu.academy.platform.Remembered;
import eu.includeu.academy.platform.Replica;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/**
 * What is on offer, and what a published version holds. All of it is public and is answered from memory: a version never
 * changes, and which ones there are is asked anew when a node says that one was published.
 */
@Service
public class Catalogue {

    /** What is told when a version was published. */
    private static final String TOPIC = "catalogue";

    private static final Duration LONG = Duration.ofHours(6);
    private static final Duration SHORT = Duration.ofMinutes(1);

    private record InLanguage(VersionId id, String language) {}

    private record Place(VersionId id, String language, int lesson) {}

    private final Changes changes;
    private final Versions versions;
    private final Remembered<String, Shelf> shelves;
    private final Remembered<InLanguage, Offer> offers;
    private final Remembered<InLanguage, Edition> contents;
    private final Remembered<Place, LessonPage> lessons;
    private final Remembered<String, Set<VersionId>> found;

    Catalogue(Versions versions, Editions editions, Changes changes) {
        this.changes = changes;
        this.versions = versions;
        this.shelves = remembered(50, SHORT, reader -> versions.current(reader).map(all -> Shelf.of(all, reader)));
        this.offers = remembered(5_000, LONG, key -> versions.find(key.id(), key.language()));
        this.contents = remembered(500, LONG, key -> editions.find(key.id(), key.language()));
        this.lessons = remembered(2_000, LONG, place -> editions.lesson(place.id(), place.language(), place.lesson()));
        this.found = remembered(1_000, SHORT, versions::matching);
    }

    /** Visitors' questions may be answered by a replica that holds the last publication. */
    private static <K, V> Remembered<K, V> remembered(int entries, Duration time, Function<K, Mono<V>> question) {
        return Remembered.of(entries, time, key -> Replica.read(TOPIC, question.apply(key)));
    }

    /** The newest version of every module, by title as the reader's language sorts. */
    public Mono<List<Offer>> offers(String reader) {
        return shelves.get(reader).map(Shelf::offers);
    }

    /** The same, with its indexes by module and by rung. */
    public Mono<Shelf> shelf(String reader) {
        return shelves.get(reader);
    }

    /** The same as of now and not from memory: for work that follows from a change and must not miss it. */
    public Mono<List<Offer>> offersNow(String reader) {
        return versions.current(reader);
    }

    /** The newest version of a module. */
    public Mono<Offer> offer(String module, String reader) {
        return shelves.get(reader).map(shelf -> shelf.find(module));
    }

    /** One version, also one that a newer one has replaced: what somebody is enrolled in stays as it was. */
    public Mono<Offer> offer(VersionId id, String reader) {
        return offers.get(new InLanguage(id, reader));
    }

    /** What teaches at least one rung between two levels of a competency. */
    public Mono<List<Offer>> teaching(String competency, int from, int to, String reader) {
        var rungs = Rung.between(Competency.Id.of(competency), from, to);
        return shelves.get(reader).map(shelf -> shelf.teaching(rungs));
    }

    /** The versions that hold all these words in one of their editions; see {@link Words#query}. */
    public Mono<Set<VersionId>> matching(String words) {
        return found.get(words);
    }

    /** Everything a version says, in the wanted language, else in English, else in any. */
    public Mono<Edition> edition(VersionId id, String language) {
        return contents.get(new InLanguage(id, language));
    }

    /** A lesson, made into HTML when it was published: in the wanted language, else in English, else in any. */
    public Mono<LessonPage> lesson(VersionId id, String language, int number) {
        return lessons.get(new Place(id, language, number));
    }

    /** Runs as long as the application does; Spring subscribes. */
    @EventListener(ApplicationReadyEvent.class)
    Mono<Void> listen() {
        return changes.all().doOnNext(this::forget).then();
    }

    private void forget(Changes.Change change) {
        switch (change.topic()) {
            case TOPIC -> forget(change.about());
            case "resumed" -> forget("");
            default -> {}
        }
    }

    /** Which versions there are, and in which languages: of one module, or of all when none is named. */
    private void forget(String module) {
        shelves.forgetAll();
        found.forgetAll();
        offers.forgetIf(key -> module.isEmpty() || key.id().module().equals(module));
        contents.forgetIf(key -> module.isEmpty() || key.id().module().equals(module));
        lessons.forgetIf(key -> module.isEmpty() || key.id().module().equals(module));
    }
}
