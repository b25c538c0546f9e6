package io.dramatis.gateway.source;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.dramatis.gateway.shared.SharedStore;
import io.dramatis.gateway.shared.SharedStoreConfig;
import io.dramatis.gateway.shared.SharedUse;
import io.dramatis.gateway.source.AnswerCache.Key;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.vertx.UniHelper;
import io.vertx.core.buffer.Buffer;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import org.jboss.logging.Logger;

/** In Redis, where there is one; else there are no other replicas' answers. */
@ApplicationScoped
class RedisAnswers implements SharedAnswers {

    private static final Logger LOG = Logger.getLogger(RedisAnswers.class);

    private final SharedStore store;
    private final long maxSize;
    private final InstantSource clock;
    private final AnswerCodec codec = new AnswerCodec();

    RedisAnswers(SharedStore store, SharedStoreConfig config, InstantSource clock) {
        this.store = store;
        this.maxSize = config.maxAnswerSize().asLongValue();
        this.clock = clock;
    }

    @Override
    public boolean configured() {
        return store.configured();
    }

    @Override
    public <T> Uni<Optional<CachedAnswer<T>>> get(Key key, Class<T> type) {
        return UniHelper.toUni(store.get(SharedUse.ANSWERS, name(key))
                .map(value -> value == null ? Optional.<CachedAnswer<T>>empty() : codec.read(value, type))
                .otherwise(Optional.empty()));
    }

    @Override
    public <T> void put(Key key, Class<T> type, CachedAnswer<T> answer, SourceLimits limits) {
        Duration usable = answer.items().isEmpty() ? limits.negative() : limits.staleIfError();
        Duration left = usable.minus(answer.age(clock.instant()));
        if (left.isNegative() || left.isZero()) {
            return;
        }
        try {
            Buffer value = codec.write(answer);
            if (value.length() <= maxSize) {
                store.put(SharedUse.ANSWERS, name(key), value, left);
            }
        } catch (JsonProcessingException e) {
            LOG.warnf("answer not shared type=%s reason=%s", type.getSimpleName(), e.getOriginalMessage());
        }
    }

    private static String name(Key key) {
        return AnswerCodec.VERSION + ":" + key.source() + ":" + key.operation() + ":" + key.facet() + ":" + key.text();
    }
}
