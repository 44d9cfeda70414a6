-- A database's own locale may be "C", which tells no "Ü" from an "ü"; ICU does everywhere. What is searched is kept in small letters.
CREATE OR REPLACE FUNCTION "projects"."keep_task_text"() RETURNS trigger LANGUAGE plpgsql AS $$
begin
  insert into projects.task_texts (task_id, title, words)
  values (
    new.id,
    lower(new.title collate "und-x-icu"),
    to_tsvector('simple', lower((new.title || ' ' || new.description) collate "und-x-icu"))
  )
  on conflict (task_id) do update set title = excluded.title, words = excluded.words;
  return null;
end $$;
--> statement-breakpoint
UPDATE "projects"."task_texts" x SET
  "title" = lower(t."title" collate "und-x-icu"),
  "words" = to_tsvector('simple', lower((t."title" || ' ' || t."description") collate "und-x-icu"))
FROM "projects"."tasks" t WHERE t."id" = x."task_id";
