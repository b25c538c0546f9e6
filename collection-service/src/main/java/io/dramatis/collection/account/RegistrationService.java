package io.dramatis.collection.account;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Opens accounts. Hashing takes long, so it stands between two transactions and inside of none. */
@ApplicationScoped
class RegistrationService {

    private final AccountService accounts;
    private final PasswordWorkers passwords;

    RegistrationService(AccountService accounts, PasswordWorkers passwords) {
        this.accounts = accounts;
        this.passwords = passwords;
    }

    /** @throws AccountExistsException where the name or the address is taken */
    Uni<AccountResponse> register(RegisterRequest request) {
        return accounts.requireFree(request)
                .chain(() -> passwords.hash(request.password()))
                .chain(hash -> accounts.create(request, hash));
    }
}
