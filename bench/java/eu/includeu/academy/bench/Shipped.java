package eu.includeu.academy.bench;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The academy as it ships: taken out of its jar, with the archive of the classes it loads, by the very commands of
 * {@code src/main/docker/Dockerfile}. Made once for each jar.
 *
 * @param folder where it lies, and must be started
 * @param arguments of Java that start it
 */
record Shipped(Path folder, List<String> arguments) {

    /** What would start it without the archive. */
    static final List<String> WITHOUT_ARCHIVE = List.of("-jar", "academy.jar");

    private static final Path FOLDER = Path.of("target", "shipped");
    private static final Path DOCKERFILE = Path.of("src/main/docker/Dockerfile");
    private static final String ARCHIVE = "RUN java -XX:ArchiveClassesAtExit=";
    private static final Pattern WORD = Pattern.compile("\"([^\"]*)\"");

    static Shipped ready() throws IOException, InterruptedException {
        var jar = jar();
        var mark = FOLDER.resolve("made");
        if (!Files.exists(mark) || newest(mark).compareTo(newest(jar)) < 0) {
            make(jar);
            Files.createFile(mark);
        }
        return new Shipped(FOLDER, entry());
    }

    private static void make(Path jar) throws IOException, InterruptedException {
        wipe();
        var whole = FOLDER.resolve("whole/academy.jar");
        Files.createDirectories(whole.getParent());
        Files.copy(bootable(jar), whole, StandardCopyOption.COPY_ATTRIBUTES);
        run(List.of("-Djarmode=tools", "-jar", "whole/academy.jar", "extract", "--force", "--destination", "."));
        run(Arrays.asList(line(ARCHIVE).replace("RUN java ", "").split(" ")));
    }

    private static void run(List<String> arguments) throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of(Server.JAVA));
        command.addAll(arguments);
        var ended = new ProcessBuilder(command)
                .directory(FOLDER.toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(new File("target/bench.log")))
                .start()
                .waitFor();
        if (ended != 0) {
            throw new IOException("Could not make what ships; see target/bench.log");
        }
    }

    private static List<String> entry() throws IOException {
        return WORD.matcher(line("ENTRYPOINT"))
                .results()
                .map(word -> word.group(1))
                .skip(1)
                .toList();
    }

    private static String line(String beginning) throws IOException {
        try (var lines = Files.lines(DOCKERFILE)) {
            return lines.filter(line -> line.startsWith(beginning)).findFirst().orElseThrow();
        }
    }

    /** The jar of the build before it was made bootable: that one bears the hour it was made, the other always the same. */
    private static Path jar() throws IOException {
        try (var files = Files.list(Path.of("target"))) {
            var jar = files.filter(file -> file.toString().endsWith(".jar.original"))
                    .findFirst()
                    .orElseThrow(() -> new IOException("There is no jar: run mvn package"));
            if (newest(Path.of("target/classes")).compareTo(newest(jar)) > 0) {
                throw new IOException(jar + " is older than the classes: run mvn package");
            }
            return jar;
        }
    }

    private static Path bootable(Path jar) {
        return jar.resolveSibling(jar.getFileName().toString().replace(".original", ""));
    }

    private static FileTime newest(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .map(Shipped::changed)
                    .max(Comparator.naturalOrder())
                    .orElseThrow();
        }
    }

    private static FileTime changed(Path file) {
        try {
            return Files.getLastModifiedTime(file);
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    private static void wipe() throws IOException {
        if (Files.exists(FOLDER)) {
            try (var files = Files.walk(FOLDER)) {
                for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }
}
