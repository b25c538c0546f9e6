package io.dramatis.local;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.logging.LogManager;

/** What {@code ./dramatis up} runs: starts the platform, says where everything is, and stops it on Ctrl-C. */
public final class Launcher {

    private Launcher() {}

    public static void main(String[] arguments) {
        // Libraries' logs would stand between the progress lines, and each of their failures reaches us as an
        // exception.
        LogManager.getLogManager().reset();
        try {
            run(LocalConfig.parse(List.of(arguments), System.getenv()));
        } catch (LocalPlatformException e) {
            System.err.println("\n" + e.getMessage());
            System.exit(1);
        } catch (InterruptedException e) {
            // Ctrl-C: the shutdown hook is at work, and the JVM ends with it.
            Thread.currentThread().interrupt();
        }
    }

    private static void run(LocalConfig config) throws InterruptedException {
        LocalPlatform platform = LocalPlatform.of(config, System.out::println);
        Thread main = Thread.currentThread();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(platform, main), "shutdown"));
        long begin = System.nanoTime();
        platform.start();
        System.out.println(Welcome.text(config, platform, (System.nanoTime() - begin) / 1e9));
        new CountDownLatch(1).await();
    }

    private static void stop(LocalPlatform platform, Thread main) {
        main.interrupt();
        long begin = System.nanoTime();
        if (platform.stop()) {
            System.out.printf("Everything is stopped, after %.1f s.%n", (System.nanoTime() - begin) / 1e9);
        }
    }
}
