-- Substring search. pg_trgm is a trusted extension (PostgreSQL 13+): whoever may create tables in this database may
-- create it, and the managed offerings all carry it.
create extension if not exists pg_trgm;

-- Lengths are the API's business; text keeps a raised limit from needing a migration.
create table characters (
  id                     uuid        not null,
  owner_id               uuid        not null,
  version                bigint      not null,
  created_at             timestamptz not null,
  updated_at             timestamptz not null,

  name                   text        not null,
  -- Normalised by the service, not by lower(): what lower() does depends on the database's locale.
  name_key               text        not null,
  search_key             text        not null,
  universe               text,
  description            text,
  chat_style             text,
  example_responses      text[]      not null,
  genre                  text,
  source                 text        not null,
  external_id            text,
  site_url               text,
  image_url              text,
  published              boolean     not null,
  backstory              text,

  race                   text,
  gender                 text        not null,
  character_class        text,
  age_category           text,
  build                  text        not null,
  height_description     text,
  facial_expression      text        not null,
  facial_features        text,
  attire                 text,
  primary_weapon         text,
  distinguishing_feature text,
  background_setting     text,
  pose                   text,
  hair                   text,
  eyes                   text,
  skin                   text,
  outfit_colors          text,
  art_style              text,

  portrait_url           text,
  portrait_path          text,
  portrait_prompt        text,
  portrait_image_id      uuid,
  -- Which generation the portrait came from, so that a result that arrives late does not replace a newer one.
  portrait_job_id        uuid,
  portrait_completed_at  timestamptz,

  constraint pk_characters primary key (id),
  constraint uq_characters_owner_id_source_external_id unique (owner_id, source, external_id),
  constraint ck_characters_version check (version > 0),
  constraint ck_characters_external_id check ((source in ('local', 'generated')) or external_id is not null),
  constraint ck_characters_portrait check (
    num_nonnulls(portrait_url, portrait_image_id, portrait_job_id, portrait_completed_at) in (0, 4))
);

comment on column characters.name_key is 'name: NFKC, trimmed, lower case, white space collapsed';
comment on column characters.search_key is 'name_key and the universe''s key, separated by a line feed';

-- One index for every order a list can be read in, by whom. Those of the public list are partial: a character that
-- nobody published costs them nothing, and most are private.
create index ix_characters_owner_id_updated_at on characters (owner_id, updated_at desc, id desc);
create index ix_characters_owner_id_created_at on characters (owner_id, created_at desc, id desc);
create index ix_characters_owner_id_name_key on characters (owner_id, name_key, id);

create index ix_characters_updated_at on characters (updated_at desc, id desc)
  where published and source <> 'generated';
create index ix_characters_created_at on characters (created_at desc, id desc)
  where published and source <> 'generated';
create index ix_characters_name_key on characters (name_key, id)
  where published and source <> 'generated';

create index ix_characters_genre_updated_at on characters (genre, updated_at desc, id desc)
  where published and source <> 'generated';
create index ix_characters_genre_created_at on characters (genre, created_at desc, id desc)
  where published and source <> 'generated';
create index ix_characters_genre_name_key on characters (genre, name_key, id)
  where published and source <> 'generated';

create index ix_characters_source_updated_at on characters (source, updated_at desc, id desc)
  where published and source <> 'generated';
create index ix_characters_source_created_at on characters (source, created_at desc, id desc)
  where published and source <> 'generated';
create index ix_characters_source_name_key on characters (source, name_key, id)
  where published and source <> 'generated';

create index ix_characters_search_key on characters using gin (search_key gin_trgm_ops);
