package io.dramatis.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProcessLogTest {

    @TempDir
    private Path temp;

    @Test
    void keepsTheLastRunsLogAndNoOlderOne() throws IOException {
        ProcessLog log = new ProcessLog(temp.resolve("kafka.log"));
        for (String run : new String[] {"first", "second", "third"}) {
            log.rotate();
            Files.writeString(log.file(), run);
        }

        assertThat(log.file()).hasContent("third");
        assertThat(temp.resolve("kafka.log.1")).hasContent("second");
        assertThat(temp).isDirectoryNotContaining("glob:**.2");
    }

    @Test
    void isShortenedUnderAWriterThatAppends() throws IOException {
        ProcessLog log = new ProcessLog(temp.resolve("kafka.log"));
        log.rotate();
        try (var writer = Files.newBufferedWriter(log.file(), StandardOpenOption.APPEND)) {
            writer.write("0123456789");
            writer.flush();

            log.bound(10);
            assertThat(log.file()).hasContent("0123456789");
            log.bound(9);

            writer.write("next");
            writer.flush();
            assertThat(log.file()).hasContent("next");
            assertThat(temp.resolve("kafka.log.1")).hasContent("0123456789");
        }
    }

    @Test
    void showsItsLastLines() throws IOException {
        ProcessLog log = new ProcessLog(temp.resolve("kafka.log"));
        Files.writeString(log.file(), "x".repeat(40_000) + "\na\nb\nc\n");

        assertThat(log.end(2)).isEqualTo("b\nc");
    }
}
