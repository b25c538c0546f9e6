-- How an image came to be, beyond its job: uploads have none, variants have a reference.
alter table image
    alter column job_id drop not null,
    alter column raw_prompt drop not null,
    alter column prompt drop not null,
    alter column profile_hash drop not null,
    -- portrait | additional | variant | upload
    add column origin            text not null default 'portrait',
    -- The image it was made from; kept as a name when that one is gone.
    add column reference_id      uuid,
    add column identity_strength double precision,
    -- How much the face resembles the reference's, 0 to 1.
    add column likeness          double precision,
    add column style             text,
    add column additions         text,
    add column story_id          uuid,
    -- The campaign, project or character whose folder it lies in, and whose name its URL carries.
    add column session_id        uuid,
    -- What it was drawn from, as JSON, for those who draw its variants.
    add column sitter            text,
    -- Removed from the gallery while somebody still uses it.
    add column removed_at        timestamptz,
    add constraint ck_image_origin check (origin in ('portrait', 'additional', 'variant', 'upload'));
update image set session_id = character_id;
alter table image alter column session_id set not null;
create index ix_image_character_id_id on image (character_id, id desc);
