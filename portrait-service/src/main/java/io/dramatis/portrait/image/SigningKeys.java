package io.dramatis.portrait.image;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import javax.crypto.spec.SecretKeySpec;

/** What URLs are signed with; the secrets are never logged. */
@ApplicationScoped
class SigningKeys {

    static final String ALGORITHM = "HmacSHA256";
    private static final String SHARED = "shared";
    private static final int SECRET_BYTES = 32;

    private final List<String> configured;
    private final Pool pool;
    private final AtomicReference<Keys> known = new AtomicReference<>();

    SigningKeys(MediaConfig config, Pool pool) {
        this.configured = config.signingKeys().orElse(List.of());
        this.pool = pool;
    }

    Uni<Keys> get() {
        Keys present = known.get();
        if (present != null) {
            return Uni.createFrom().item(present);
        }
        Uni<Keys> keys = configured.isEmpty() ? shared() : Uni.createFrom().item(() -> Keys.of(configured));
        return keys.invoke(known::set);
    }

    /** Whoever comes second, reads what the first one has kept. */
    private Uni<Keys> shared() {
        return pool.preparedQuery("insert into signing_key (id, secret) values ($1, $2) on conflict do nothing")
                .execute(Tuple.of(SHARED, Buffer.buffer(random()).getDelegate()))
                .chain(() -> pool.preparedQuery("select secret from signing_key where id = $1")
                        .execute(Tuple.of(SHARED)))
                .map(rows -> rows.iterator().next().getBuffer("secret"))
                .map(secret -> new Keys(SHARED, Map.of(SHARED, key(secret.getBytes()))));
    }

    private static byte[] random() {
        byte[] secret = new byte[SECRET_BYTES];
        new SecureRandom().nextBytes(secret);
        return secret;
    }

    private static SecretKeySpec key(byte[] secret) {
        return new SecretKeySpec(secret, ALGORITHM);
    }

    /** @param signing id of the key that signs */
    record Keys(String signing, Map<String, SecretKeySpec> byId) {

        static Keys of(List<String> configured) {
            Map<String, SecretKeySpec> byId = new LinkedHashMap<>();
            for (String entry : configured) {
                int colon = entry.indexOf(':');
                byId.put(
                        entry.substring(0, colon),
                        key(entry.substring(colon + 1).getBytes(StandardCharsets.UTF_8)));
            }
            return new Keys(byId.keySet().iterator().next(), byId);
        }

        @Override
        public String toString() {
            return "Keys" + byId.keySet();
        }
    }
}
