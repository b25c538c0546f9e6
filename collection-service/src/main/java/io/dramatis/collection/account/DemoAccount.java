package io.dramatis.collection.account;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.vertx.VertxContextSupport;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.jboss.logging.Logger;

/** The account that a local installation can be tried with at once. */
@ApplicationScoped
class DemoAccount {

    private static final Logger LOG = Logger.getLogger(DemoAccount.class);
    private static final String USERNAME = "demo";
    private static final String PASSWORD = "demo1234";

    private final AccountConfig config;
    private final AccountService accounts;
    private final PasswordWorkers passwords;

    DemoAccount(AccountConfig config, AccountService accounts, PasswordWorkers passwords) {
        this.config = config;
        this.accounts = accounts;
        this.passwords = passwords;
    }

    void create(@Observes StartupEvent event) throws Throwable {
        if (config.demo() && VertxContextSupport.subscribeAndAwait(this::createIfAbsent)) {
            LOG.infof("demo account created username=%s", USERNAME);
        }
    }

    private Uni<Boolean> createIfAbsent() {
        return accounts.usernameTaken(USERNAME)
                .chain(there -> there
                        ? Uni.createFrom().item(false)
                        : passwords.hash(PASSWORD).chain(hash -> accounts.createIfAbsent(USERNAME, "Demo", hash)));
    }
}
