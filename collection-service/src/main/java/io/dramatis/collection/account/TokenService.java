package io.dramatis.collection.account;

import io.dramatis.collection.account.AccountService.Credentials;
import io.dramatis.kit.error.Violation;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Signs accounts in and out. */
@ApplicationScoped
class TokenService {

    private final AccountService accounts;
    private final PasswordWorkers passwords;
    private final SignInThrottleService throttle;
    private final RefreshTokenService refreshTokens;
    private final AccessTokens accessTokens;

    TokenService(
            AccountService accounts,
            PasswordWorkers passwords,
            SignInThrottleService throttle,
            RefreshTokenService refreshTokens,
            AccessTokens accessTokens) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.throttle = throttle;
        this.refreshTokens = refreshTokens;
        this.accessTokens = accessTokens;
    }

    /** @throws GrantRefusedException where the request is no grant, or not a good one */
    Uni<TokenResponse> issue(TokenRequest request, String clientAddress) {
        if (request.grantType() == null) {
            return refuse("grant_type");
        }
        return switch (request.grantType()) {
            case "password" -> {
                List<String> missing = new ArrayList<>();
                if (isEmpty(request.username())) {
                    missing.add("username");
                }
                if (isEmpty(request.password())) {
                    missing.add("password");
                }
                yield missing.isEmpty()
                        ? signIn(request.username(), request.password(), clientAddress)
                        : refuse(missing.toArray(String[]::new));
            }
            case "refresh_token" ->
                isEmpty(request.refreshToken()) ? refuse("refresh_token") : refresh(request.refreshToken());
            default -> Uni.createFrom().failure(GrantRefusedException.unsupportedGrant());
        };
    }

    /** Ends the token's sign-in. A token that is none is no failure: it signs nobody in either way. */
    Uni<Void> revoke(String refreshToken) {
        return RefreshToken.parse(refreshToken).map(refreshTokens::revoke).orElseGet(() -> Uni.createFrom()
                .voidItem());
    }

    /** Ends all sign-ins of the account. */
    Uni<Void> revokeAll(UUID accountId) {
        return refreshTokens.revokeAll(accountId);
    }

    private Uni<TokenResponse> signIn(String username, String password, String clientAddress) {
        SignInKey key = SignInKey.of(username, clientAddress);
        return throttle.blockedFor(key)
                .invoke(TokenService::refuseIfBlocked)
                .chain(() -> credentials(username))
                .chain(found -> passwords
                        .verify(password, found.map(Credentials::passwordHash))
                        .chain(verdict -> verdict.right() && found.isPresent()
                                ? welcome(key, found.get(), verdict)
                                : turnAway(key)));
    }

    /** A name that no account can have is not looked up: it may hold what PostgreSQL cannot take. */
    private Uni<Optional<Credentials>> credentials(String username) {
        return username.matches(RegisterRequest.USERNAME)
                ? accounts.credentials(username)
                : Uni.createFrom().item(Optional.empty());
    }

    private Uni<TokenResponse> welcome(SignInKey key, Credentials credentials, PasswordWorkers.Verdict verdict) {
        UUID accountId = credentials.account().id();
        return throttle.succeeded(key)
                .invoke(TokenService::refuseIfBlocked)
                .chain(() -> verdict.stronger().isPresent()
                        ? accounts.strengthenHash(
                                accountId,
                                credentials.passwordHash(),
                                verdict.stronger().get())
                        : Uni.createFrom().voidItem())
                .chain(() -> refreshTokens.open(accountId))
                .map(refreshToken -> respond(credentials.account(), refreshToken));
    }

    private Uni<TokenResponse> turnAway(SignInKey key) {
        return throttle.failed(key).invoke(TokenService::refuseIfBlocked).map(counted -> {
            throw GrantRefusedException.wrongPassword();
        });
    }

    private Uni<TokenResponse> refresh(String text) {
        return RefreshToken.parse(text)
                .map(refreshTokens::rotate)
                .orElseGet(() -> Uni.createFrom().item(Optional.empty()))
                .map(rotation -> rotation.orElseThrow(GrantRefusedException::refreshToken))
                .chain(rotation ->
                        accounts.get(rotation.accountId()).map(account -> respond(account, rotation.successor())));
    }

    private TokenResponse respond(AccountResponse account, RefreshToken refreshToken) {
        return new TokenResponse(
                accessTokens.issue(account), "Bearer", accessTokens.lifetime().toSeconds(), refreshToken.value());
    }

    private static void refuseIfBlocked(Optional<Duration> blocked) {
        blocked.ifPresent(wait -> {
            throw GrantRefusedException.tooManyAttempts().retryAfter(wait);
        });
    }

    private static Uni<TokenResponse> refuse(String... missing) {
        List<Violation> violations = List.of(missing).stream()
                .map(field -> new Violation(field, "is required"))
                .toList();
        return Uni.createFrom().failure(GrantRefusedException.invalidRequest().violations(violations));
    }

    private static boolean isEmpty(String value) {
        return value == null || value.isEmpty();
    }
}
