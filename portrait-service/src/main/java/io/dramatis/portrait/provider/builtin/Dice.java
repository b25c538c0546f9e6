package io.dramatis.portrait.provider.builtin;

/**
 * A small seeded generator (SplitMix64), written out here so that a seed gives the same picture on every JVM, today's
 * and tomorrow's.
 */
final class Dice {

    private static final long GOLDEN_GAMMA = 0x9E3779B97F4A7C15L;

    private long state;

    Dice(long seed) {
        this.state = seed;
    }

    /** An independent stream for one purpose, so that drawing more of one thing does not move another. */
    static Dice of(long seed, int purpose) {
        Dice dice = new Dice(seed ^ (purpose * 0xD1342543DE82EF95L));
        dice.nextLong();
        return dice;
    }

    long nextLong() {
        state += GOLDEN_GAMMA;
        long z = state;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }

    /** Uniform in [0, 1). */
    double unit() {
        return (nextLong() >>> 11) * 0x1.0p-53;
    }

    /** Uniform in [low, high). */
    double between(double low, double high) {
        return low + (high - low) * unit();
    }

    /** Around the middle of [low, high], the ends being rare: the mean of two throws. */
    double around(double low, double high) {
        return low + (high - low) * (unit() + unit()) / 2;
    }

    int below(int bound) {
        return (int) (unit() * bound);
    }

    boolean chance(double probability) {
        return unit() < probability;
    }

    /** Minus one or one. */
    int sign() {
        return chance(0.5) ? -1 : 1;
    }
}
