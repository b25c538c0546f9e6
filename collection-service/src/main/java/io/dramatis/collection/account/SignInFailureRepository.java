package io.dramatis.collection.account;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Optional;

/** All times are the database's, so that replicas with different clocks count alike. */
@ApplicationScoped
class SignInFailureRepository {

    /** Until the transaction ends nobody else counts or adds failures of this key. */
    Uni<Void> lock(SignInKey key) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery("select 1 from pg_advisory_xact_lock(:lock)")
                        .setParameter("lock", key.lock())
                        .getSingleResult())
                .replaceWithVoid();
    }

    /** How long until there are fewer than {@code max} failures within the window; empty where that is so now. */
    Uni<Optional<Duration>> blockedFor(SignInKey key, int max, Duration window) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery("""
                                select cast(case when count(*) < :max then 0
                                    else greatest(1, ceil(:window + extract(epoch from min(failed_at) - now())))
                                    end as bigint)
                                from (select failed_at from sign_in_failure
                                      where key_hash = :key and failed_at > now() - make_interval(secs => :window)
                                      order by failed_at desc limit :max) as recent
                                """, Long.class)
                        .setParameter("max", max)
                        .setParameter("window", (double) window.toSeconds())
                        .setParameter("key", key.hash())
                        .getSingleResult())
                .map(seconds -> seconds == 0 ? Optional.empty() : Optional.of(Duration.ofSeconds(seconds)));
    }

    Uni<Void> add(SignInKey key) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery("insert into sign_in_failure (key_hash) values (:key)")
                        .setParameter("key", key.hash())
                        .executeUpdate())
                .replaceWithVoid();
    }

    Uni<Void> clear(SignInKey key) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery("delete from sign_in_failure where key_hash = :key")
                        .setParameter("key", key.hash())
                        .executeUpdate())
                .replaceWithVoid();
    }

    Uni<Integer> eraseOlderThan(Duration window) {
        return Panache.getSession().chain(session -> session.createNativeQuery(
                        "delete from sign_in_failure where failed_at < now() - make_interval(secs => :window)")
                .setParameter("window", (double) window.toSeconds())
                .executeUpdate());
    }
}
