CREATE TABLE "timesheets"."credited_completions" (
	"id" uuid PRIMARY KEY NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"task_id" uuid NOT NULL,
	"task_version" integer NOT NULL,
	"user_id" uuid,
	"week_start" date,
	CONSTRAINT "credited_completions_whole" CHECK ((user_id is null) = (week_start is null))
);
--> statement-breakpoint
ALTER TABLE "timesheets"."credited_completions" ADD CONSTRAINT "credited_completions_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "auth"."users"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "credited_completions_once" ON "timesheets"."credited_completions" USING btree ("task_id");