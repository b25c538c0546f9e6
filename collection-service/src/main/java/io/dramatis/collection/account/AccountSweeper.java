package io.dramatis.collection.account;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Forgets what is of no use any more: expired tokens, old failures. */
@ApplicationScoped
class AccountSweeper {

    private final RefreshTokenService refreshTokens;
    private final SignInThrottleService throttle;
    private final AccountService accounts;

    AccountSweeper(RefreshTokenService refreshTokens, SignInThrottleService throttle, AccountService accounts) {
        this.refreshTokens = refreshTokens;
        this.throttle = throttle;
        this.accounts = accounts;
    }

    @Scheduled(every = "{dramatis.janitor.every}", delayed = "1m")
    Uni<Void> sweep() {
        return refreshTokens
                .sweep()
                .chain(throttle::sweep)
                .chain(accounts::sweep)
                .replaceWithVoid();
    }
}
