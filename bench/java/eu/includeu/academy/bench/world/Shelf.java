package eu.includeu.academy.bench.world;

import eu.includeu.academy.bench.Size;
import eu.includeu.academy.catalogue.Edition;
import eu.includeu.academy.catalogue.Lesson;
import eu.includeu.academy.catalogue.LessonPage;
import eu.includeu.academy.catalogue.Requirement;
import eu.includeu.academy.catalogue.Teaching;
import eu.includeu.academy.catalogue.VersionId;
import eu.includeu.academy.catalogue.Words;
import eu.includeu.academy.competencies.Competencies;
import eu.includeu.academy.competencies.Competency;
import eu.includeu.academy.competencies.CompetencyExamples;
import eu.includeu.academy.competencies.Rung;
import eu.includeu.academy.platform.JsonText;
import eu.includeu.academy.platform.Languages;
import eu.includeu.academy.platform.Messages;
import eu.includeu.academy.questions.Item;
import eu.includeu.academy.typesetting.Typesetter;
import java.io.IOException;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

/**
 * The catalogue of the world: modules with the texts of those that ship with the academy, under names, competencies and
 * levels of their own. 30% are in one language only, 25% require something, 25% are led in runs of 15 to 60 seats.
 */
final class Shelf {

    private static final int PAPERS = 2_400;
    private static final String NUMBER = "1.0.0";

    private final Lines modules = new Lines("catalogue.module", "id, trainer, byline, created");
    private final Lines versions = new Lines(
            "catalogue.version",
            "module, number, major, minor, patch, state, theme, minutes, lessons, valid_months, review_by, countries,"
                    + " requires, quiz, published, reviewer");
    private final Lines rungs = new Lines("catalogue.rung", "competency, level, module, number");
    private final Lines editions = new Lines(
            "arrival",
            "module, number, language, translation, title, summary, content, heads, leads, bodies, source, byline,"
                    + " reviewer, published");
    private final Lines lessons =
            new Lines("catalogue.lesson", "module, number, language, lesson, title, minutes, html");
    private final Lines runs = new Lines("runs.facilitation", "module, cost, seats");

    private final Size size;
    private final long seed;
    private final LocalDate today;
    private final Names names;
    private final Target target;
    private final JsonText json = new JsonText();
    private final Stock stock = new Stock(json);
    private final Competencies competencies = CompetencyExamples.all();
    private final List<eu.includeu.academy.demo.story.Course> bases =
            eu.includeu.academy.demo.story.Course.all(competencies);
    private final Map<String, List<LessonPage>> typeset = new HashMap<>();
    private final List<Course> courses = new ArrayList<>();
    private long rows;

    private Shelf(Size size, long seed, LocalDate today, Names names, Target target) {
        this.size = size;
        this.seed = seed;
        this.today = today;
        this.names = names;
        this.target = target;
    }

    /** Publishes until there are as many editions as the size asks for. */
    static Library fill(Size size, long seed, LocalDate today, Names names, Target target)
            throws SQLException, IOException {
        try (var context = new AnnotationConfigApplicationContext(Messages.class, Typesetter.class)) {
            var shelf = new Shelf(size, seed, today, names, target);
            var typesetter = context.getBean(Typesetter.class);
            for (var left = size.versions(); left > 0; left -= shelf.publish(left, typesetter)) {
                shelf.stock.hand(target);
                if (shelf.courses.size() % 20 == 19) {
                    shelf.flush();
                }
            }
            shelf.stock.hand(target);
            shelf.flush();
            return new Library(shelf.courses, shelf.competencies, seed, shelf.rows);
        }
    }

    private int publish(int most, Typesetter typesetter) {
        var index = courses.size();
        var luck = new Luck(seed, Luck.About.MODULE, index);
        var base = bases.get(index % bases.size());
        var original = adapted(base.original(), index, luck);
        var spoken = languages(luck, Math.min(most, luck.happens(0.3) ? 1 : luck.between(2, 4)));
        var trainer = index % names.trainers();
        var byline = names.trainerName(trainer);
        var reviewer = names.trainerName((trainer + 1) % names.trainers());
        var published = today.minusDays(400).toEpochDay() * 86_400 + 36_000;
        modules.text(original.module()).of(names.trainer(trainer)).text(byline).at(published);
        version(original, published, reviewer);
        var difficulties = Sheet.difficulties(original, new Luck(seed, Luck.About.ITEM, index));
        var copies = new LinkedHashMap<String, Course.Copy>();
        for (var language : spoken) {
            var text = base.editions().getOrDefault(language, base.original());
            var edition = in(original, text, language, copies.isEmpty(), luck);
            write(edition, base, byline, reviewer, published, typesetter);
            copies.put(language, copy(edition, difficulties));
        }
        if (luck.happens(0.25)) {
            runs.text(original.module()).of(luck.between(100, 900) * 100L).of(luck.between(15, 60));
        }
        courses.add(new Course(
                index,
                original.module(),
                NUMBER,
                original.theme(),
                List.copyOf(original.rungs()),
                original.prerequisites(),
                original.quiz(),
                original.validMonths(),
                original.minutes(),
                original.lessons().size(),
                Collections.unmodifiableMap(copies)));
        return spoken.size();
    }

    /** English first, most of the time; the others by lot. */
    private static List<String> languages(Luck luck, int count) {
        var all = new ArrayList<>(Languages.ALL);
        for (var at = all.size() - 1; at > 0; at--) {
            Collections.swap(all, at, luck.below(at + 1));
        }
        if (luck.happens(0.75)) {
            all.remove("en");
            all.add(0, "en");
        }
        return all.subList(0, count);
    }

    /** The same lessons and questions, about another competency of the framework, sometimes a level further up. */
    private Edition adapted(Edition base, int index, Luck luck) {
        var all = competencies.all();
        var main = all.get(index * 7 % all.size());
        var same = new ArrayList<>(competencies.of(competencies.theme(main.theme())));
        Collections.rotate(same, -same.indexOf(main));
        var mapped = new HashMap<Competency.Id, Competency.Id>();
        base.teaches()
                .forEach(
                        step -> mapped.computeIfAbsent(step.competency(), first -> same.get(mapped.size() % same.size())
                                .id()));
        var up = luck.happens(0.1) ? 1 : 0;
        var requires = up == 0 && index > 20 && luck.happens(0.09)
                ? List.of(new Requirement(null, 0, courses.get(luck.below(20)).module()))
                : List.<Requirement>of();
        return new Edition(
                new VersionId(base.module() + "-" + (index + 1), NUMBER),
                base.language(),
                base.translation(),
                base.status(),
                base.title() + ": " + main.name(Locale.ENGLISH),
                base.summary(),
                main.theme(),
                base.audience(),
                base.minutes(),
                base.teaches().stream()
                        .map(step -> new Teaching(
                                mapped.getOrDefault(step.competency(), main.id()), step.from() + up, step.to() + up))
                        .toList(),
                requires,
                base.quiz(),
                base.validMonths(),
                base.countries(),
                today.plusDays(luck.between(30, 700)),
                List.of(),
                base.sources(),
                base.lessons(),
                base.items().stream()
                        .map(item -> new Item(
                                item.id(),
                                new Rung(
                                        mapped.getOrDefault(item.rung().competency(), main.id()),
                                        item.rung().level() + up),
                                item.uses(),
                                item.points(),
                                item.feedback(),
                                item.sources(),
                                item.question()))
                        .toList());
    }

    /** The edition of a version in a language, with the words of this text. */
    private static Edition in(Edition version, Edition text, String language, boolean first, Luck luck) {
        var trust = luck.share();
        return new Edition(
                version.id(),
                language,
                first
                        ? Edition.Translation.ORIGINAL
                        : trust < 0.5
                                ? Edition.Translation.REVIEWED
                                : trust < 0.8 ? Edition.Translation.MACHINE : Edition.Translation.DRAFT,
                version.status(),
                text.language().equals("en") ? version.title() : text.title() + " " + version.module(),
                text.summary(),
                version.theme(),
                text.audience(),
                version.minutes(),
                version.teaches(),
                version.requires(),
                version.quiz(),
                version.validMonths(),
                version.countries(),
                version.reviewBy(),
                List.of(),
                text.sources(),
                text.lessons(),
                IntStream.range(0, version.items().size())
                        .mapToObj(at -> {
                            var item = text.items().get(at);
                            return new Item(
                                    item.id(),
                                    version.items().get(at).rung(),
                                    item.uses(),
                                    item.points(),
                                    item.feedback(),
                                    item.sources(),
                                    item.question());
                        })
                        .toList());
    }

    private void version(Edition original, long published, String reviewer) {
        versions.text(original.module())
                .text(NUMBER)
                .of(1)
                .of(0)
                .of(0)
                .text("published")
                .text(original.theme())
                .of(original.minutes())
                .of(original.lessons().size())
                .of(original.validMonths())
                .day(original.reviewBy().toEpochDay())
                .list(original.countries())
                .text(json.write(original.prerequisites()).asString())
                .text(json.write(original.quiz()).asString())
                .at(published)
                .text(reviewer);
        original.rungs().forEach(rung -> rungs.text(rung.competency().value())
                .of(rung.level())
                .text(original.module())
                .text(NUMBER));
    }

    private void write(
            Edition edition,
            eu.includeu.academy.demo.story.Course base,
            String byline,
            String reviewer,
            long published,
            Typesetter typesetter) {
        var titles = edition.lessons().stream().map(Lesson::title).collect(Collectors.joining(" "));
        var bodies = edition.lessons().stream().map(Lesson::markdown).collect(Collectors.joining(" "));
        editions.text(edition.module())
                .text(NUMBER)
                .text(edition.language())
                .text(edition.translation().key())
                .text(edition.title())
                .text(edition.summary())
                .text(json.write(edition).asString())
                .text(Words.folded(edition.title()))
                .text(Words.folded(edition.summary() + " " + titles))
                .text(Words.folded(bodies))
                .text(base.texts().get(0).replaceFirst("(?m)^id: .*$", "id: " + edition.module()))
                .text(byline)
                .text(reviewer)
                .at(published);
        typeset.computeIfAbsent(base.module() + " " + edition.language(), first -> typesetter.set(edition))
                .forEach(page -> lessons.text(edition.module())
                        .text(NUMBER)
                        .text(edition.language())
                        .of(page.number())
                        .text(page.title())
                        .of(page.minutes())
                        .text(page.html()));
    }

    private Course.Copy copy(Edition edition, Map<String, Double> difficulties) {
        var many = Math.max(2, Math.min(16, PAPERS / size.versions()));
        var luck = new Luck(seed, Luck.About.PAPER, courses.size());
        return new Course.Copy(
                edition.language(),
                edition.title(),
                sheets(edition, Item.Use.POST, many, luck, difficulties),
                sheets(edition, Item.Use.PRE, Math.max(1, many / 4), luck, difficulties));
    }

    private List<Sheet> sheets(Edition edition, Item.Use use, int count, Luck luck, Map<String, Double> difficulties) {
        return edition.itemsFor(use).isEmpty()
                ? List.of()
                : IntStream.range(0, count)
                        .mapToObj(at -> Sheet.draw(edition, use, luck.number(), difficulties, stock))
                        .toList();
    }

    private void flush() throws SQLException, IOException {
        var tables = List.of(modules, versions, rungs, editions, lessons, runs);
        target.take(tables);
        tables.forEach(table -> {
            rows += table.rows();
            table.clear();
        });
    }

    /** Whom the catalogue names: the trainers, in turn. */
    interface Names {

        int trainers();

        UUID trainer(int at);

        String trainerName(int at);
    }
}
