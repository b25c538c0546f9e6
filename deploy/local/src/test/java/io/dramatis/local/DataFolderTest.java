package io.dramatis.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataFolderTest {

    @TempDir
    private Path temp;

    @Test
    void isHeldByOneLauncherAtATime() {
        try (DataFolder held = DataFolder.lock(temp.resolve("data"))) {
            assertThatThrownBy(() -> DataFolder.lock(held.root()))
                    .isInstanceOf(LocalPlatformException.class)
                    .hasMessageContaining("Another launcher is running on " + held.root())
                    .hasMessageContaining("DRAMATIS_DATA=");
        }

        assertThatCode(() -> DataFolder.lock(temp.resolve("data")).close()).doesNotThrowAnyException();
    }

    @Test
    void forgetsItsDataButStaysLocked() throws IOException {
        try (DataFolder folder = DataFolder.lock(temp)) {
            Files.createDirectories(folder.postgres().resolve("base/1"));
            Files.writeString(folder.postgres().resolve("base/1/16384"), "rows");
            Files.writeString(folder.images().resolve("portrait.png"), "png");

            folder.reset();

            assertThat(folder.postgres()).doesNotExist();
            assertThat(folder.images()).isEmptyDirectory();
            assertThat(folder.logs()).isEmptyDirectory();
            assertThatThrownBy(() -> DataFolder.lock(temp)).isInstanceOf(LocalPlatformException.class);
        }
    }

    @Test
    void saysSoWhenItCannotBeWritten() throws IOException {
        Path file = Files.writeString(temp.resolve("file"), "");

        assertThatThrownBy(() -> DataFolder.lock(file.resolve("data")))
                .isInstanceOf(LocalPlatformException.class)
                .hasMessageContaining("cannot be used");
    }
}
