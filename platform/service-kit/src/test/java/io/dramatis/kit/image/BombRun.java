package io.dramatis.kit.image;

import io.dramatis.kit.image.Bombs.Bomb;
import io.dramatis.kit.image.Bombs.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** A process that reads a hundred bombs, four at a time. Prints how many came out as they should. */
final class BombRun {

    private static final int TIMES = 100;
    private static final PictureLimits LIMITS = new PictureLimits(8192, 16_000_000, 4_000_000);

    private BombRun() {}

    public static void main(String[] args) throws Exception {
        List<Bomb> bombs = List.copyOf(Bombs.all().values());
        List<Callable<Boolean>> reads = new ArrayList<>();
        for (int i = 0; i < TIMES; i++) {
            Bomb bomb = bombs.get(i % bombs.size());
            reads.add(() -> Verdict.on(bomb, LIMITS) == bomb.verdict());
        }
        int good = 0;
        ExecutorService readers = Executors.newFixedThreadPool(4);
        try {
            for (Future<Boolean> result : readers.invokeAll(reads)) {
                good += result.get() ? 1 : 0;
            }
        } finally {
            readers.shutdownNow();
        }
        System.out.println("good " + good);
    }
}
