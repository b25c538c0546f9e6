package io.dramatis.gateway.limit;

import io.dramatis.gateway.shared.Script;
import io.dramatis.gateway.shared.SharedStore;
import io.dramatis.gateway.shared.SharedUse;
import io.vertx.core.Future;
import io.vertx.redis.client.Response;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.temporal.ChronoUnit;

/**
 * Token buckets that all replicas take from, by the rule of {@link TokenBucket}. Each replica keeps its own bucket
 * beside the shared one and asks that first: it never holds less than the shared one, so that what it refuses needs no
 * question, and it is what remains where Redis is away.
 */
@ApplicationScoped
public class SharedBuckets {

    /** How asking for a token ended. */
    public enum Outcome {
        GRANTED,
        EMPTY,
        /** Whoever the budget is for has asked for a pause, and some replica has passed that on. */
        PAUSED
    }

    /**
     * @param retryAfter until a token may be had; zero where one was
     * @param reason of a pause, as it was told; else null
     * @param perMinute the rate that holds for all at present; 0 where only our own bucket was asked
     */
    public record Taken(Outcome outcome, Duration retryAfter, String reason, int perMinute) {

        public boolean granted() {
            return outcome == Outcome.GRANTED;
        }
    }

    /**
     * What a replica tells the others about a budget.
     *
     * @param pause for which nobody may take; zero for none
     * @param perMinute rate that is granted at present; 0 where there is nothing to say
     * @param untilFull the state of its own bucket; zero where there is nothing to say
     */
    public record Told(Duration pause, String reason, int perMinute, Duration untilFull) {

        public static Told pause(Duration pause, String reason) {
            return new Told(pause, reason, 0, Duration.ZERO);
        }

        public static Told rate(int perMinute) {
            return new Told(Duration.ZERO, "", perMinute, Duration.ZERO);
        }
    }

    private static final Future<Taken> GRANTED =
            Future.succeededFuture(new Taken(Outcome.GRANTED, Duration.ZERO, null, 0));

    /** A rate that a source has named and not repeated for so long is forgotten. */
    private static final Duration RATE_LIFE = Duration.ofHours(1);

    /*
     * A budget is a hash: full_at (the one number of the generic cell rate algorithm) and paused_until in microseconds
     * of Redis' own clock, the pause's reason, and the rate where it is not the configured one. A script is one step,
     * so no token is given twice. Nothing outlives its meaning.
     */

    /** Answers {0 granted | 1 empty | 2 paused, microseconds until full or allowed, rate or reason of the pause}. */
    private static final Script TAKE = Script.of("""
            local time = redis.call('TIME')
            local now = time[1] * 1000000 + time[2]
            local held = redis.call('HMGET', KEYS[1], 'full_at', 'paused_until', 'reason', 'rate')
            local pause = tonumber(held[2] or 0) - now
            if pause > 0 then
              return {2, pause, held[3] or ''}
            end
            local rate = math.min(tonumber(ARGV[1]), tonumber(held[4] or ARGV[1]))
            local step = math.floor(60000000 / rate)
            local missing = math.max(0, tonumber(held[1] or 0) - now)
            if missing + step > step * ARGV[2] then
              return {1, missing, tostring(rate)}
            end
            missing = missing + step
            redis.call('HSET', KEYS[1], 'full_at', string.format('%.0f', now + missing))
            local life = math.ceil(missing / 1000)
            if redis.call('PTTL', KEYS[1]) < life then
              redis.call('PEXPIRE', KEYS[1], life)
            end
            return {0, missing, tostring(rate)}
            """);

    private static final Script TELL = Script.of("""
            local time = redis.call('TIME')
            local now = time[1] * 1000000 + time[2]
            local held = redis.call('HMGET', KEYS[1], 'full_at', 'paused_until')
            local life = 0
            local function keep(field, value, micros)
              redis.call('HSET', KEYS[1], field, value)
              life = math.max(life, math.ceil(micros / 1000))
            end
            local pause, rate, missing = tonumber(ARGV[1]), tonumber(ARGV[3]), tonumber(ARGV[4])
            if pause > 0 and now + pause > tonumber(held[2] or 0) then
              keep('paused_until', string.format('%.0f', now + pause), pause)
              keep('reason', ARGV[2], pause)
            end
            if rate > 0 then
              keep('rate', ARGV[3], tonumber(ARGV[5]))
            end
            if missing > 0 and now + missing > tonumber(held[1] or 0) then
              keep('full_at', string.format('%.0f', now + missing), missing)
            end
            if life > 0 and redis.call('PTTL', KEYS[1]) < life then
              redis.call('PEXPIRE', KEYS[1], life)
            end
            return 0
            """);

    private final SharedStore store;

    public SharedBuckets(SharedStore store) {
        this.store = store;
    }

    /**
     * Takes a token, at once where Redis is not configured. Never fails.
     *
     * @param own this replica's bucket of the same size, or of its part while replicas cannot agree
     */
    public Future<Taken> take(SharedUse use, String key, TokenBucket own, int perMinute, int burst) {
        if (!own.tryTake()) {
            return Future.succeededFuture(new Taken(Outcome.EMPTY, own.untilNext(), null, 0));
        }
        if (!store.configured()) {
            return GRANTED;
        }
        return store.run(use, TAKE, key, Integer.toString(perMinute), Integer.toString(burst))
                .map(answer -> read(answer, own))
                .recover(away -> GRANTED);
    }

    private static Taken read(Response answer, TokenBucket own) {
        Duration time = Duration.of(answer.get(1).toLong(), ChronoUnit.MICROS);
        String text = answer.get(2).toString();
        return switch (answer.get(0).toInteger()) {
            case 0 -> {
                own.notFullBefore(time);
                yield new Taken(Outcome.GRANTED, Duration.ZERO, null, Integer.parseInt(text));
            }
            case 1 -> {
                own.notFullBefore(time);
                yield new Taken(Outcome.EMPTY, own.untilNext(), null, Integer.parseInt(text));
            }
            default -> new Taken(Outcome.PAUSED, time, text, 0);
        };
    }

    /** Passes on what this replica has learnt. Never fails; without Redis there is nobody to tell. */
    public Future<Void> tell(SharedUse use, String key, Told told) {
        if (!store.configured()) {
            return Future.succeededFuture();
        }
        return store.run(
                        use,
                        TELL,
                        key,
                        micros(told.pause()),
                        told.reason(),
                        Integer.toString(told.perMinute()),
                        micros(told.untilFull()),
                        micros(RATE_LIFE))
                .<Void>mapEmpty()
                .otherwiseEmpty();
    }

    /** See {@link SharedStore#dividedReplicas()}. */
    public int dividedReplicas() {
        return store.dividedReplicas();
    }

    /** See {@link SharedStore#onReturn}. */
    public void onReturn(Runnable action) {
        store.onReturn(action);
    }

    private static String micros(Duration time) {
        return Long.toString(time.toNanos() / 1000);
    }
}
