create table account (
    id            uuid        not null,
    username      text        not null,
    email         text,
    display_name  text,
    -- PHC string: $argon2id$v=19$m=…,t=…,p=…$salt$hash
    password_hash text        not null,
    -- Granted by operators in the database; no request can set it.
    admin         boolean     not null default false,
    version       bigint      not null default 0,
    created_at    timestamptz not null,
    updated_at    timestamptz not null,
    constraint pk_account primary key (id),
    constraint ck_account_username check (username ~ '^[A-Za-z0-9_.-]{3,40}$')
);
create unique index uq_account_username on account (lower(username));
create unique index uq_account_email on account (lower(email)) where email is not null;

-- Access tokens outlive their account by some minutes: what they may no longer do is decided by this table.
create table erased_account (
    account_id uuid        not null,
    erased_at  timestamptz not null default now(),
    constraint pk_erased_account primary key (account_id)
);
create index ix_erased_account_erased_at on erased_account (erased_at);

-- One sign-in and all refresh tokens that came of it; its row is the lock under which they rotate.
create table token_family (
    id         uuid        not null,
    account_id uuid        not null,
    created_at timestamptz not null,
    constraint pk_token_family primary key (id),
    constraint fk_token_family_account_id foreign key (account_id) references account (id) on delete cascade
);
create index ix_token_family_account_id on token_family (account_id);

-- Spent tokens stay until they would have expired: seeing one again means that it was stolen.
create table refresh_token (
    -- SHA-256 of the token, which itself is stored nowhere.
    token_hash bytea       not null,
    family_id  uuid        not null,
    issued_at  timestamptz not null,
    expires_at timestamptz not null,
    spent_at   timestamptz,
    constraint pk_refresh_token primary key (token_hash),
    constraint fk_refresh_token_family_id foreign key (family_id) references token_family (id) on delete cascade
);
create index ix_refresh_token_family_id on refresh_token (family_id);
create index ix_refresh_token_expires_at on refresh_token (expires_at);

-- A row for each wrong password, so that the limit holds in every span of time and across replicas.
create table sign_in_failure (
    id        bigint generated always as identity,
    -- SHA-256 of user name and client address: neither is kept.
    key_hash  bytea       not null,
    failed_at timestamptz not null default now(),
    constraint pk_sign_in_failure primary key (id)
);
create index ix_sign_in_failure_key_hash_failed_at on sign_in_failure (key_hash, failed_at);
create index ix_sign_in_failure_failed_at on sign_in_failure (failed_at);

-- Keys of access tokens as JWKs. A key that a replica reads from a file is here with its public half only, so that
-- every replica publishes it. Setting retired_at takes a key out of the published document.
create table signing_key (
    kid         text        not null,
    public_jwk  text        not null,
    private_jwk text,
    created_at  timestamptz not null default now(),
    retired_at  timestamptz,
    constraint pk_signing_key primary key (kid)
);
