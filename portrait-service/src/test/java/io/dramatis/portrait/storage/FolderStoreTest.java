package io.dramatis.portrait.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.jimfs.Configuration;
import com.google.common.jimfs.Jimfs;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystem;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderStoreTest extends ArtifactStoreContract {

    @TempDir
    Path folder;

    @Override
    Backend backend() {
        return new FolderStore(folder, MAX_FILE_SIZE);
    }

    @Override
    void plant(String path, byte[] content) {
        try {
            Files.createDirectories(folder.resolve(path).getParent());
            Files.write(folder.resolve(path), content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    byte[] stored(String path) {
        try {
            return Files.readAllBytes(folder.resolve(path));
        } catch (NoSuchFileException missing) {
            return null;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void leavesNothingBesidesTheFile() throws IOException {
        write("a/b_1.png", content(10, 1));
        write("a/b_1.png", content(10, 2));

        assertThat(names(folder)).containsExactly("a/b_1.png");
    }

    @Test
    void deletesWithWhatAnInterruptedWriteLeft() throws IOException {
        write("a/b_1.png", content(10, 1));
        write("a/b_12.png", content(10, 1));
        plant("a/b_1.png.part", utf8("half"));
        plant("a/b_1.png.4711.part", utf8("half"));

        store.delete("a/b_1.png").await().atMost(PATIENCE);

        assertThat(names(folder)).containsExactly("a/b_12.png");
    }

    @Test
    void failsWithoutATraceWhereItCannotWrite() throws IOException {
        Files.writeString(folder.resolve("a"), "a file where a folder should be");

        assertThatThrownBy(() -> write("a/b_1.png", content(10, 1)))
                .isInstanceOf(ArtifactStoreException.class)
                .hasRootCauseInstanceOf(IOException.class);
        assertThat(names(folder)).containsExactly("a");
    }

    @Test
    void aFullDiskLeavesNothingAndHarmsNothing() throws IOException {
        try (FileSystem small = Jimfs.newFileSystem(Configuration.unix().toBuilder()
                .setMaxSize(400_000)
                .setMaxCacheSize(0)
                .build())) {
            Path root = small.getPath("/images");
            store = store(new FolderStore(root, MAX_FILE_SIZE), 256);
            byte[] first = content(200_000, 1);
            write(imagePath(first), first);
            write("a/b_1.png", content(1_000, 2));
            byte[] tooMuch = content(300_000, 3);

            assertThatThrownBy(() -> write(imagePath(tooMuch), tooMuch)).isInstanceOf(ArtifactStoreException.class);
            assertThatThrownBy(() -> write("a/b_1.png", tooMuch)).isInstanceOf(ArtifactStoreException.class);

            assertThat(read(imagePath(tooMuch))).isNull();
            assertThat(read(imagePath(first))).isEqualTo(first);
            assertThat(read("a/b_1.png")).isEqualTo(content(1_000, 2));
            assertThat(names(root)).hasSize(2).noneMatch(name -> name.endsWith(".part"));

            store.delete(imagePath(first)).await().atMost(PATIENCE);
            write(imagePath(tooMuch), tooMuch);

            assertThat(read(imagePath(tooMuch))).isEqualTo(tooMuch);
        }
    }

    @Test
    void makesItsFolder() {
        Path deep = folder.resolve("not/yet/there");

        new FolderStore(deep, MAX_FILE_SIZE).start();

        assertThat(deep).isDirectory();
    }

    @Test
    void saysAtTheStartWhatIsWrongWithItsFolder() throws IOException {
        Path occupied = Files.writeString(folder.resolve("occupied"), "a file");

        assertThatThrownBy(() -> new FolderStore(occupied, MAX_FILE_SIZE).start())
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining(occupied.toString())
                .hasMessageContaining("dramatis.portrait.storage.folder");
    }

    private static List<String> names(Path root) throws IOException {
        try (Stream<Path> all = Files.walk(root)) {
            return all.filter(Files::isRegularFile)
                    .map(file -> root.relativize(file).toString())
                    .sorted()
                    .toList();
        }
    }
}
