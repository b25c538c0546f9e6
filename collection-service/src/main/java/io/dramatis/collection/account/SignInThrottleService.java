package io.dramatis.collection.account;

import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Optional;

/**
 * Bounds how often a password may be guessed. Guesses sent in parallel are bounded as well: each counts when its
 * verdict is known, and from the limit on right and wrong ones are answered alike, so the surplus learns nothing.
 */
@ApplicationScoped
class SignInThrottleService {

    private final SignInFailureRepository failures;
    private final AccountConfig.SignIn config;

    SignInThrottleService(SignInFailureRepository failures, AccountConfig config) {
        this.failures = failures;
        this.config = config.signIn();
    }

    /** Asked before a password is looked at. How long no further guess is taken; empty where one may be. */
    @WithSession
    Uni<Optional<Duration>> blockedFor(SignInKey key) {
        return failures.blockedFor(key, config.maxFailures(), config.window());
    }

    /** Counts a wrong password, unless too many were counted meanwhile: then how long to wait. */
    @WithTransaction
    Uni<Optional<Duration>> failed(SignInKey key) {
        return failures.lock(key)
                .chain(() -> failures.blockedFor(key, config.maxFailures(), config.window()))
                .call(blocked -> blocked.isPresent() ? Uni.createFrom().voidItem() : failures.add(key));
    }

    /** Forgets the failures before a right password, unless there were too many: then how long to wait. */
    @WithTransaction
    Uni<Optional<Duration>> succeeded(SignInKey key) {
        return failures.lock(key)
                .chain(() -> failures.blockedFor(key, config.maxFailures(), config.window()))
                .call(blocked -> blocked.isPresent() ? Uni.createFrom().voidItem() : failures.clear(key));
    }

    @WithTransaction
    Uni<Integer> sweep() {
        return failures.eraseOlderThan(config.window());
    }
}
