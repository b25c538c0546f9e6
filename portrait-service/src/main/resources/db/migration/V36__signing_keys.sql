-- What URLs are signed with where no key is configured: made by the first replica that needs it, shared by all.
create table signing_key (
    id         text        not null,
    secret     bytea       not null,
    created_at timestamptz not null default now(),
    constraint pk_signing_key primary key (id)
);
