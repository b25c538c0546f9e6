package io.dramatis.events;

import java.util.UUID;

/** An account is gone: every service erases what it owned. */
public record AccountDeleted(UUID accountId) implements DomainEvent {

    @Override
    public String topic() {
        return Topics.ACCOUNTS;
    }

    @Override
    public UUID key() {
        return accountId;
    }

    @Override
    public String aggregateType() {
        return "account";
    }
}
