-- Written in the transaction of the state it tells of, read by the relay, deleted after the broker's acknowledgement.
-- The columns are those of Debezium's outbox event router (id, aggregatetype, aggregateid, type, payload) and what the
-- relay needs beside them.
create table outbox_event (
    seq           bigint generated always as identity,
    id            uuid        not null,
    aggregatetype text        not null,
    aggregateid   uuid        not null,
    type          text        not null,
    topic         text        not null,
    payload       text        not null,
    created_at    timestamptz not null default now(),
    constraint pk_outbox_event primary key (seq)
);

-- Which events a consumer has taken, so that a record delivered twice has one effect.
create table inbox_event (
    consumer    text        not null,
    event_id    uuid        not null,
    received_at timestamptz not null default now(),
    constraint pk_inbox_event primary key (consumer, event_id)
);
create index ix_inbox_event_received_at on inbox_event (received_at);

-- The first answer to each Idempotency-Key, kept for a day.
create table idempotency_key (
    account_id   uuid        not null,
    key          text        not null,
    operation    text        not null,
    request_hash text        not null,
    response     text,
    created_at   timestamptz not null default now(),
    constraint pk_idempotency_key primary key (account_id, key)
);
create index ix_idempotency_key_created_at on idempotency_key (created_at);
