-- The enhanced prompt is kept as soon as it is written: the next attempt need not have it written again. What was sent
-- in the end stands in "prompt", shortened where the provider's limit asked for that.
alter table generation_job
    add column enhanced_prompt text,
    add column enhanced_by     text,
    add column model           text,
    -- Takings that ended before anything was tried, since the provider had enough to do.
    add column postponed       integer not null default 0;

alter table image
    add column seed           bigint,
    add column revised_prompt text,
    -- An estimate, in millionths of a US dollar.
    add column cost_micro_usd bigint;
