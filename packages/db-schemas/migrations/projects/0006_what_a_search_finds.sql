CREATE TABLE "projects"."task_texts" (
	"task_id" uuid PRIMARY KEY NOT NULL,
	"title" text NOT NULL,
	"words" "tsvector" NOT NULL
);
--> statement-breakpoint
ALTER TABLE "projects"."task_texts" ADD CONSTRAINT "task_texts_task_id_tasks_id_fk" FOREIGN KEY ("task_id") REFERENCES "projects"."tasks"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "task_texts_title" ON "projects"."task_texts" USING gin ("title" gin_trgm_ops);--> statement-breakpoint
CREATE INDEX "task_texts_words" ON "projects"."task_texts" USING gin ("words");--> statement-breakpoint
-- drizzle knows no triggers. Only a new text is written: the board's moves stay as cheap as they were.
CREATE FUNCTION "projects"."keep_task_text"() RETURNS trigger LANGUAGE plpgsql AS $$
begin
  insert into projects.task_texts (task_id, title, words)
  values (new.id, new.title, to_tsvector('simple', new.title || ' ' || new.description))
  on conflict (task_id) do update set title = excluded.title, words = excluded.words;
  return null;
end $$;
--> statement-breakpoint
CREATE TRIGGER "keep_task_text" AFTER INSERT OR UPDATE OF "title", "description" ON "projects"."tasks"
  FOR EACH ROW EXECUTE FUNCTION "projects"."keep_task_text"();
--> statement-breakpoint
INSERT INTO "projects"."task_texts" ("task_id", "title", "words")
SELECT "id", "title", to_tsvector('simple', "title" || ' ' || "description") FROM "projects"."tasks";
