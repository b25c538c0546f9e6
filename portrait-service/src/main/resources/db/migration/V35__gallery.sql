-- Who else holds on to an image: while there is a row, the image may leave its gallery, but its file stays.
create table image_use (
    image_id     uuid        not null,
    used_by_kind text        not null,
    used_by_id   uuid        not null,
    noted_at     timestamptz not null default now(),
    constraint pk_image_use primary key (image_id, used_by_kind, used_by_id),
    constraint fk_image_use_image_id foreign key (image_id) references image (id) on delete cascade,
    constraint ck_image_use_used_by_kind check (used_by_kind in ('story', 'library'))
);

-- What stood for the character, and since when. The image may be gone by now.
create table portrait_history (
    id           uuid        not null,
    character_id uuid        not null,
    owner_id     uuid        not null,
    -- Null: none did any more.
    image_id     uuid,
    reason       text        not null,
    -- Later than the one before, whatever the clocks of the replicas say.
    changed_at   timestamptz not null,
    constraint pk_portrait_history primary key (id),
    constraint ck_portrait_history_reason check (reason in ('generated', 'selected', 'uploaded', 'deleted'))
);
create index ix_portrait_history_character_id on portrait_history (character_id, changed_at desc, id desc);
create index ix_portrait_history_owner_id on portrait_history (owner_id);

-- png | jpg: whichever was smaller for the image's thumbnails.
alter table image add column thumbnail_type text not null default 'png';
alter table image add constraint ck_image_thumbnail_type check (thumbnail_type in ('png', 'jpg'));

create index ix_image_session_id_filename on image (session_id, filename);
drop index ix_image_character_id_filename;
-- An account's gallery as a whole, for its limit.
create index ix_image_gallery_owner_id on image (owner_id) where removed_at is null;

insert into portrait_history (id, character_id, owner_id, image_id, reason, changed_at)
select i.id, p.character_id, i.owner_id, i.id, 'generated', i.created_at
from portrait p join image i on i.id = p.image_id;
