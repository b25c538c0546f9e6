package io.dramatis.kit.idempotency;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.dramatis.kit.error.DomainException;
import io.dramatis.kit.error.ErrorCode;
import io.dramatis.kit.error.Violation;
import io.dramatis.kit.hash.Sha256;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * {@code Idempotency-Key}: a client that lost an answer sends the request again and gets the first result. The key is
 * stored in the write's own transaction, so it exists exactly if the write does; a second request that comes while the
 * first one runs waits for its commit. Keys are kept for 24 hours.
 */
@ApplicationScoped
public class Idempotency {

    /** The header. */
    public static final String HEADER = "Idempotency-Key";

    private static final int MAX_KEY_LENGTH = 200;

    private final ObjectMapper json;

    Idempotency(ObjectMapper json) {
        this.json = json;
    }

    /**
     * Runs the action once per key; to be called inside a {@code @WithTransaction} method.
     *
     * @param key the header's value; null runs the action without any memory
     * @param operation what is done, so that a key used elsewhere is noticed
     * @param request compared with the first one's; serialised as JSON
     * @param type of the result, which must survive a round trip through JSON
     * @throws DomainException IDEMPOTENCY_KEY_REUSED where the key came with another request
     */
    public <T> Uni<T> once(
            String key, UUID accountId, String operation, Object request, Class<T> type, Supplier<Uni<T>> action) {
        if (key == null) {
            return action.get();
        }
        if (key.isBlank() || key.length() > MAX_KEY_LENGTH || !key.chars().allMatch(c -> c > 31 && c < 127)) {
            return Uni.createFrom()
                    .failure(DomainException.invalid(List.of(
                            new Violation(HEADER, "must be 1 to " + MAX_KEY_LENGTH + " printable ASCII characters"))));
        }
        String hash = hash(request);
        return Panache.getSession().chain(session -> session.createNativeQuery("""
                        insert into idempotency_key (account_id, key, operation, request_hash)
                        values (:account_id, :key, :operation, :request_hash)
                        on conflict do nothing
                        """)
                .setParameter("account_id", accountId)
                .setParameter("key", key)
                .setParameter("operation", operation)
                .setParameter("request_hash", hash)
                .executeUpdate()
                .chain(inserted -> inserted == 1
                        ? action.get().call(result -> store(accountId, key, result))
                        : replay(accountId, key, operation, hash, type)));
    }

    /** Forgets an account's requests and answers; to be called inside a {@code @WithTransaction} method. */
    public Uni<Void> forget(UUID accountId) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(
                                "delete from idempotency_key where account_id = :account_id")
                        .setParameter("account_id", accountId)
                        .executeUpdate())
                .replaceWithVoid();
    }

    private Uni<Integer> store(UUID accountId, String key, Object result) {
        return Panache.getSession().chain(session -> session.createNativeQuery(
                        "update idempotency_key set response = :response where account_id = :account_id and key = :key")
                .setParameter("response", write(result))
                .setParameter("account_id", accountId)
                .setParameter("key", key)
                .executeUpdate());
    }

    private <T> Uni<T> replay(UUID accountId, String key, String operation, String hash, Class<T> type) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery("""
                                select operation, request_hash, response from idempotency_key
                                where account_id = :account_id and key = :key
                                """, Object[].class)
                        .setParameter("account_id", accountId)
                        .setParameter("key", key)
                        .getSingleResult())
                .map(row -> {
                    if (!operation.equals(row[0]) || !hash.equals(row[1])) {
                        throw new DomainException(
                                ErrorCode.IDEMPOTENCY_KEY_REUSED,
                                "Use a new key for a new request; the same key repeats the same request only.");
                    }
                    return read((String) row[2], type);
                });
    }

    private String hash(Object request) {
        return Sha256.hex(write(request));
    }

    private String write(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(
                    "not serialisable: " + value.getClass().getSimpleName(), e);
        }
    }

    private <T> T read(String stored, Class<T> type) {
        try {
            return json.readValue(stored, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a stored answer cannot be read back as " + type.getSimpleName(), e);
        }
    }
}
