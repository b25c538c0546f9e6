-- A portrait may be chosen or uploaded, and then no generation made it the portrait. Of one that was taken away the
-- time is left, so that a change that comes late does not bring it back.
alter table characters
  drop constraint ck_characters_portrait,
  add constraint ck_characters_portrait check (
    num_nonnulls(portrait_url, portrait_image_id) in (0, 2)
    and (portrait_url is null or portrait_completed_at is not null));
