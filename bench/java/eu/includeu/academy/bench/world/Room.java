package eu.includeu.academy.bench.world;

import eu.includeu.academy.bench.Size;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Whether a world finds room on the disk. What it takes is told by its enrolments, with what they bring: papers, answers. */
final class Room {

    /** An empty academy, its write-ahead log, and what is sorted while indexes are made. */
    private static final long BEFORE_ANYBODY = 3_000_000_000L;

    /** At size L 21 KB, and some more at smaller sizes. */
    private static final long AN_ENROLMENT = 24_000;

    private Room() {}

    /** Bytes, while it is made. */
    static long needed(Size size) {
        return BEFORE_ANYBODY + AN_ENROLMENT * size.enrolments();
    }

    /** Refuses a world that the disk of this directory cannot take; one that lies there already makes room. */
    static void check(Size size, Path directory) throws IOException {
        Files.createDirectories(directory);
        refuse(size, directory, Files.getFileStore(directory).getUsableSpace() + taken(directory));
    }

    /** @param free bytes */
    static void refuse(Size size, Path directory, long free) {
        if (free < needed(size)) {
            throw new IllegalStateException(
                    "A world of size %s needs about %d GB of disk, and %s has %d GB for it. Make room, or choose a smaller size."
                            .formatted(size, gigabytes(needed(size)), directory.toAbsolutePath(), gigabytes(free)));
        }
    }

    /** How much lies in this directory already. */
    static long taken(Path directory) throws IOException {
        try (var files = Files.walk(directory)) {
            return files.filter(Files::isRegularFile).mapToLong(Room::size).sum();
        }
    }

    private static long size(Path file) {
        try {
            return Files.size(file);
        } catch (IOException gone) {
            return 0;
        }
    }

    private static long gigabytes(long bytes) {
        return Math.round(bytes / 1e9);
    }
}
