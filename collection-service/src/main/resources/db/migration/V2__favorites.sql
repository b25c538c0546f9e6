-- The catalogue's characters as last heard of: only those that somebody has as a favourite, or is just adding.
create table character_snapshot (
    character_id uuid        not null,
    -- 0 and no document: somebody is about to add it, and events are taken from now on.
    version      bigint      not null default 0,
    owner_id     uuid,
    published    boolean     not null default false,
    name         text,
    universe     text,
    genre        text,
    -- The character as the API answers it, JSON. Text, because nothing looks into it here.
    document     text,
    watched_at   timestamptz not null default now(),
    constraint pk_character_snapshot primary key (character_id),
    constraint ck_character_snapshot_document
        check ((version = 0) = (document is null) and (document is null) = (owner_id is null))
);
create index ix_character_snapshot_watched_at on character_snapshot (watched_at);

create table favorite (
    id           uuid        not null,
    account_id   uuid        not null,
    character_id uuid        not null,
    created_at   timestamptz not null default now(),
    constraint pk_favorite primary key (id),
    constraint uq_favorite_account_id_character_id unique (account_id, character_id),
    constraint fk_favorite_character_id
        foreign key (character_id) references character_snapshot (character_id) on delete cascade
);
create index ix_favorite_account_id_created_at_id on favorite (account_id, created_at desc, id desc);
create index ix_favorite_character_id on favorite (character_id);
