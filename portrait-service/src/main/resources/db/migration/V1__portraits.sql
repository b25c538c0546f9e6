-- What the catalog told of its characters: enough to decide who may see an image while the catalog is away.
create table character_ref (
    character_id uuid    not null,
    owner_id     uuid    not null,
    published    boolean not null,
    version      bigint  not null,
    deleted      boolean not null default false,
    constraint pk_character_ref primary key (character_id)
);
create index ix_character_ref_owner_id on character_ref (owner_id);

-- accepted → queued → running → completed | failed | cancelled. The lease is measured by this database's clock; the
-- attempt is the fence: a result that carries an older one is refused.
create table generation_job (
    id              uuid        not null,
    character_id    uuid        not null,
    owner_id        uuid        not null,
    state           text        not null,
    request         text        not null,
    profile_hash    text        not null,
    attempt         integer     not null default 0,
    worker          text,
    lease_until     timestamptz,
    next_attempt_at timestamptz not null default now(),
    percent         integer     not null default 0,
    message         text,
    raw_prompt      text,
    prompt          text,
    provider        text,
    error_code      text,
    error_reason    text,
    created_at      timestamptz not null default now(),
    finished_at     timestamptz,
    constraint pk_generation_job primary key (id),
    constraint ck_generation_job_state
        check (state in ('accepted', 'queued', 'running', 'completed', 'failed', 'cancelled'))
);
create index ix_generation_job_next_attempt_at on generation_job (next_attempt_at, id) where state = 'queued';
create index ix_generation_job_lease_until on generation_job (lease_until) where state = 'running';
create index ix_generation_job_character_id on generation_job (character_id, id desc);
create index ix_generation_job_open_owner_id on generation_job (owner_id)
    where state in ('accepted', 'queued', 'running');

create table image (
    id           uuid        not null,
    character_id uuid        not null,
    owner_id     uuid        not null,
    job_id       uuid        not null,
    ordinal      integer     not null,
    filename     text        not null,
    path         text        not null,
    width        integer     not null,
    height       integer     not null,
    byte_size    bigint      not null,
    raw_prompt   text        not null,
    prompt       text        not null,
    provider     text        not null,
    model        text,
    profile_hash text        not null,
    created_at   timestamptz not null default now(),
    constraint pk_image primary key (id),
    constraint uq_image_job_id_ordinal unique (job_id, ordinal)
);
create index ix_image_character_id_filename on image (character_id, filename);
create index ix_image_path on image (path);
create index ix_image_owner_id on image (owner_id);

-- The image that stands for its character.
create table portrait (
    character_id uuid not null,
    image_id     uuid not null,
    constraint pk_portrait primary key (character_id),
    constraint fk_portrait_image_id foreign key (image_id) references image (id) on delete cascade
);
create index ix_portrait_image_id on portrait (image_id);

-- Files about to be written or to be removed. A row goes with the commit that makes its file part of an image; what
-- is left after a crash names the orphans, and the sweeper needs no walk through the store.
create table loose_file (
    path       text        not null,
    job_id     uuid,
    noted_at   timestamptz not null default now(),
    constraint pk_loose_file primary key (path)
);
create index ix_loose_file_noted_at on loose_file (noted_at);
