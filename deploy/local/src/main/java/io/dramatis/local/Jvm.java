package io.dramatis.local;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How the platform's Java processes are started: small, because nine programs share one machine here. */
final class Jvm {

    /** glibc gives every thread pool its own memory arenas, of which most stay half empty. */
    static final Map<String, String> ENVIRONMENT = Map.of("MALLOC_ARENA_MAX", "2");

    /** Which of the JVM's compilers are at work. */
    enum Compiler {
        /** The first one alone: its code is small and quickly made. */
        SMALL("-XX:TieredStopAtLevel=1", "-XX:CICompilerCount=1"),
        /** Both: some 30 MB more, for half to a third of the time that a busy program takes otherwise. */
        FAST();

        private final List<String> flags;

        Compiler(String... flags) {
            this.flags = List.of(flags);
        }
    }

    private Jvm() {}

    static List<String> command(int heapMegabytes, Compiler compiler, List<String> more) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("-Xmx" + heapMegabytes + "m");
        command.addAll(List.of(
                "-Xms16m",
                "-Xss512k",
                "-XX:+UseSerialGC",
                // Gives memory back after the start, which needs more than the idle process does.
                "-XX:MinHeapFreeRatio=20",
                "-XX:MaxHeapFreeRatio=40",
                "-XX:ReservedCodeCacheSize=64m",
                "-XX:+ExitOnOutOfMemoryError",
                "-Djava.awt.headless=true",
                "-Dfile.encoding=UTF-8"));
        command.addAll(compiler.flags);
        command.addAll(more);
        return List.copyOf(command);
    }

    /** This program's own class path, for one of its other programs in whatever folder. */
    static List<String> sameClassPath() {
        String absolute = Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(entry -> Path.of(entry).toAbsolutePath().toString())
                .collect(Collectors.joining(File.pathSeparator));
        return List.of("-cp", absolute);
    }
}
