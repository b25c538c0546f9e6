-- What a job is for, who is to draw it, and whose turn it is: each provider has a queue of its own, in which the owners
-- take turns (start-time fair queueing; see ADR 14).
alter table generation_job
    -- portrait | additional | variant
    add column operation text   not null default 'portrait',
    add column batch_id  uuid,
    -- The provider in whose queue it stands.
    add column wanted    text   not null default '',
    add column turn      bigint not null default 0,
    add constraint ck_generation_job_operation check (operation in ('portrait', 'additional', 'variant'));

drop index ix_generation_job_next_attempt_at;
create index ix_generation_job_wanted_turn_id on generation_job (wanted, turn, id) where state = 'queued';
drop index ix_generation_job_open_owner_id;
create index ix_generation_job_open_owner_id_wanted_turn on generation_job (owner_id, wanted, turn)
    where state in ('accepted', 'queued', 'running');
create index ix_generation_job_owner_id_created_at_id on generation_job (owner_id, created_at, id);
create index ix_generation_job_batch_id on generation_job (batch_id) where batch_id is not null;

-- The replicas that take jobs, for estimates of how long the queue will take.
create table generation_worker (
    name    text        not null,
    places  integer     not null,
    seen_at timestamptz not null default now(),
    constraint pk_generation_worker primary key (name)
);
