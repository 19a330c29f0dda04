package eu.includeu.academy.bench.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.includeu.academy.bench.Results;
import eu.includeu.academy.bench.Size;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A world that the disk cannot take is refused before anything is lost for it. */
class RoomTest {

    @TempDir
    Path directory;

    @Test
    void saysWhatIsNeededAndWhatThereIs() {
        assertThatThrownBy(() -> Room.refuse(Size.XL, directory, 47_000_000_000L))
                .hasMessage("A world of size XL needs about 147 GB of disk, and " + directory
                        + " has 47 GB for it. Make room, or choose a smaller size.");
        assertThatCode(() -> Room.refuse(Size.L, directory, 47_000_000_000L)).doesNotThrowAnyException();
    }

    @Test
    void whatLiesThereAlreadyMakesRoom() throws IOException {
        Files.createDirectories(directory.resolve("database"));
        Files.write(directory.resolve("database/one"), new byte[1_000]);
        Files.write(directory.resolve("two"), new byte[500]);
        assertThat(Room.taken(directory)).isEqualTo(1_500);
    }

    /** As far as they were measured: what is reckoned is not less than what it took, and not far too much. */
    @ParameterizedTest
    @EnumSource
    void isReckonedFromWhatWorldsTook(Size size) throws IOException {
        new Results().of("world", size, "on disk").ifPresent(measured -> assertThat(Room.needed(size) / 1e6)
                .isBetween(measured.most(), 4_000 + measured.most() * 1.4));
    }
}
