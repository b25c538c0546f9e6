-- The sweeper removes files outside of any transaction; a claim keeps writers of the same file out meanwhile.
alter table loose_file
    add column claimed_by    uuid,
    add column claimed_until timestamptz,
    -- The job's attempt that wrote it: one that is past leaves an orphan even while the job goes on.
    add column attempt       integer;
