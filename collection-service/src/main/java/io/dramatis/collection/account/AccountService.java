package io.dramatis.collection.account;

import io.dramatis.events.AccountDeleted;
import io.dramatis.kit.http.Preconditions;
import io.dramatis.kit.id.Ids;
import io.dramatis.kit.outbox.Outbox;
import io.quarkus.arc.All;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.exception.ConstraintViolationException;

/** Accounts from registration to deletion. */
@ApplicationScoped
public class AccountService {

    private final AccountRepository accounts;
    private final List<AccountData> data;
    private final Outbox outbox;
    private final Ids ids;

    AccountService(AccountRepository accounts, @All List<AccountData> data, Outbox outbox, Ids ids) {
        this.accounts = accounts;
        this.data = data;
        this.outbox = outbox;
        this.ids = ids;
    }

    /**
     * Spares the hashing where the answer is clear already.
     *
     * @throws AccountExistsException where the name or the address is taken
     */
    @WithSession
    Uni<Void> requireFree(RegisterRequest request) {
        String email = Texts.blankToNull(request.email());
        return accounts.usernameTaken(request.username())
                .invoke(taken -> refuseIf(taken, "username"))
                .chain(() -> email == null ? no() : accounts.emailTaken(email))
                .invoke(taken -> refuseIf(taken, "email"))
                .replaceWithVoid();
    }

    /** @throws AccountExistsException where the name or the address is taken */
    @WithTransaction
    Uni<AccountResponse> create(RegisterRequest request, String passwordHash) {
        AccountEntity account = new AccountEntity();
        account.id = ids.next();
        account.username = request.username();
        account.email = Texts.blankToNull(request.email());
        account.passwordHash = passwordHash;
        account.createdAt = now();
        account.updatedAt = account.createdAt;
        return accounts.persistAndFlush(account)
                .onFailure(ConstraintViolationException.class)
                .transform(AccountService::translate)
                .map(AccountResponse::of);
    }

    /** For accounts that ship with an installation. False where it is there already. */
    @WithTransaction
    Uni<Boolean> createIfAbsent(String username, String displayName, String passwordHash) {
        return accounts.insertIfAbsent(ids.next(), username, displayName, passwordHash);
    }

    @WithSession
    Uni<Boolean> usernameTaken(String username) {
        return accounts.usernameTaken(username);
    }

    @WithSession
    Uni<Optional<Credentials>> credentials(String username) {
        return accounts.findByUsername(username)
                .map(found -> found.map(account -> new Credentials(AccountResponse.of(account), account.passwordHash)));
    }

    /** @throws AccountGoneException where it was deleted */
    @WithSession
    Uni<AccountResponse> get(UUID accountId) {
        return present(accounts.findById(accountId)).map(AccountResponse::of);
    }

    /** @throws AccountExistsException where another account has the address */
    @WithTransaction
    Uni<AccountResponse> update(UUID accountId, UpdateAccountRequest change, String ifMatch) {
        return present(accounts.findById(accountId, LockModeType.PESSIMISTIC_WRITE))
                .invoke(account -> {
                    Preconditions.requireMatch(ifMatch, Preconditions.etag(account.id, account.version));
                    change.applyTo(account);
                    account.updatedAt = now();
                })
                .call(accounts::flush)
                .onFailure(ConstraintViolationException.class)
                .transform(AccountService::translate)
                .map(AccountResponse::of);
    }

    @WithTransaction
    Uni<Void> strengthenHash(UUID accountId, String oldHash, String newHash) {
        return accounts.replaceHash(accountId, oldHash, newHash);
    }

    /** Erases the account and all that this service keeps for it; the other services hear of it by the outbox. */
    @WithTransaction
    Uni<Void> delete(UUID accountId) {
        return present(accounts.findById(accountId, LockModeType.PESSIMISTIC_WRITE))
                .call(() -> Multi.createFrom()
                        .iterable(data)
                        .onItem()
                        .transformToUniAndConcatenate(feature -> feature.erase(accountId))
                        .collect()
                        .last())
                .call(() -> accounts.rememberErased(accountId))
                .call(accounts::delete)
                .chain(() -> outbox.append(new AccountDeleted(accountId)));
    }

    /**
     * Inside a feature's transaction, before it stores something for an account: the account will be there until the
     * commit. An account that this service does not know is another identity provider's, and fine.
     *
     * @throws AccountGoneException where it was deleted while its token still is good
     */
    public Uni<Void> hold(UUID accountId) {
        return accounts.hold(accountId)
                .chain(there -> there ? no() : accounts.wasErased(accountId))
                .chain(erased -> erased
                        ? Uni.createFrom().<Void>failure(new AccountGoneException())
                        : Uni.createFrom().voidItem());
    }

    @WithTransaction
    Uni<Integer> sweep() {
        return accounts.forgetErased();
    }

    private static Uni<AccountEntity> present(Uni<AccountEntity> found) {
        return found.onItem().ifNull().failWith(AccountGoneException::new);
    }

    private static Uni<Boolean> no() {
        return Uni.createFrom().item(false);
    }

    private static void refuseIf(boolean taken, String field) {
        if (taken) {
            throw new AccountExistsException(field);
        }
    }

    private static Throwable translate(Throwable failure) {
        String constraint = ((ConstraintViolationException) failure).getConstraintName();
        if (constraint != null && constraint.contains("uq_account_username")) {
            return new AccountExistsException("username");
        }
        if (constraint != null && constraint.contains("uq_account_email")) {
            return new AccountExistsException("email");
        }
        return failure;
    }

    /** As precise as the database keeps it. */
    private static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.MICROS);
    }

    /** What a sign-in compares with. */
    record Credentials(AccountResponse account, String passwordHash) {

        /** Keeps the hash out of logs. */
        @Override
        public String toString() {
            return "Credentials[" + account.id() + "]";
        }
    }
}
