CREATE TYPE "projects"."notification_kind" AS ENUM('assigned', 'mentioned', 'commented', 'blocked', 'status_changed', 'due_soon', 'milestone_moved', 'week_decided');--> statement-breakpoint
CREATE TYPE "projects"."relation_kind" AS ENUM('relates', 'duplicates');--> statement-breakpoint
CREATE TYPE "projects"."scheduling_mode" AS ENUM('off', 'warn', 'push', 'strict');--> statement-breakpoint
CREATE TABLE "projects"."health_declarations" (
	"id" uuid PRIMARY KEY NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"project_id" uuid NOT NULL,
	"health" "projects"."health" NOT NULL,
	"note" text DEFAULT '' NOT NULL,
	"declared_by" uuid NOT NULL
);
--> statement-breakpoint
CREATE TABLE "projects"."project_assets" (
	"id" uuid PRIMARY KEY NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"project_id" uuid NOT NULL,
	"reference" text NOT NULL,
	"description" text DEFAULT '' NOT NULL,
	"resolved_on" date
);
--> statement-breakpoint
CREATE TABLE "projects"."project_favourites" (
	"id" uuid PRIMARY KEY NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"user_id" uuid NOT NULL,
	"project_id" uuid NOT NULL
);
--> statement-breakpoint
CREATE TABLE "projects"."project_templates" (
	"id" uuid PRIMARY KEY NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"name" text NOT NULL,
	"description" text DEFAULT '' NOT NULL,
	"team_id" uuid,
	"content" jsonb NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"deleted_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "projects"."saved_views" (
	"id" uuid PRIMARY KEY NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"project_id" uuid NOT NULL,
	"owner_id" uuid NOT NULL,
	"name" text NOT NULL,
	"is_shared" boolean DEFAULT false NOT NULL,
	"query" jsonb NOT NULL,
	"version" integer DEFAULT 1 NOT NULL
);
--> statement-breakpoint
CREATE TABLE "projects"."milestone_dates" (
	"id" uuid PRIMARY KEY NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"milestone_id" uuid NOT NULL,
	"due_date" date NOT NULL,
	"changed_by" uuid
);
--> statement-breakpoint
CREATE TABLE "projects"."imported_items" (
	"id" uuid PRIMARY KEY NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"project_id" uuid NOT NULL,
	"source" text NOT NULL,
	"external_key" text NOT NULL,
	"task_id" uuid,
	"milestone_id" uuid
);
--> statement-breakpoint
CREATE TABLE "projects"."recurring_tasks" (
	"id" uuid PRIMARY KEY NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"project_id" uuid NOT NULL,
	"title" text NOT NULL,
	"fields" jsonb NOT NULL,
	"rule" text NOT NULL,
	"starts_on" date NOT NULL,
	"lead_days" integer DEFAULT 7 NOT NULL,
	"next_on" date,
	"version" integer DEFAULT 1 NOT NULL,
	"deleted_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "projects"."task_relations" (
	"id" uuid PRIMARY KEY NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"task_id" uuid NOT NULL,
	"other_id" uuid NOT NULL,
	"kind" "projects"."relation_kind" NOT NULL
);
--> statement-breakpoint
CREATE TABLE "projects"."task_skills" (
	"id" uuid PRIMARY KEY NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"task_id" uuid NOT NULL,
	"skill_id" uuid NOT NULL,
	"level" smallint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "projects"."task_watchers" (
	"id" uuid PRIMARY KEY NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"task_id" uuid NOT NULL,
	"user_id" uuid NOT NULL
);
--> statement-breakpoint
CREATE TABLE "projects"."comment_reactions" (
	"id" uuid PRIMARY KEY NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"comment_id" uuid NOT NULL,
	"user_id" uuid NOT NULL,
	"emoji" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "projects"."task_attachments" (
	"id" uuid PRIMARY KEY NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"task_id" uuid NOT NULL,
	"uploaded_by" uuid NOT NULL,
	"file_name" text NOT NULL,
	"content_type" text NOT NULL,
	"size_bytes" bigint NOT NULL,
	"sha256" text NOT NULL,
	"storage_key" text NOT NULL,
	"thumbnail_key" text,
	"deleted_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "projects"."change_sets" (
	"id" uuid PRIMARY KEY NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"project_id" uuid NOT NULL,
	"actor_user_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"changes" jsonb NOT NULL,
	"undone_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "projects"."notification_preferences" (
	"id" uuid PRIMARY KEY NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"user_id" uuid NOT NULL,
	"project_id" uuid,
	"kind" "projects"."notification_kind",
	"in_app" boolean DEFAULT true NOT NULL,
	"in_digest" boolean DEFAULT true NOT NULL,
	CONSTRAINT "notification_preferences_once" UNIQUE NULLS NOT DISTINCT("user_id","project_id","kind")
);
--> statement-breakpoint
CREATE TABLE "projects"."notifications" (
	"id" uuid PRIMARY KEY NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"user_id" uuid NOT NULL,
	"kind" "projects"."notification_kind" NOT NULL,
	"project_id" uuid,
	"task_id" uuid,
	"milestone_id" uuid,
	"actor_user_id" uuid,
	"group_key" text NOT NULL,
	"count" integer DEFAULT 1 NOT NULL,
	"detail" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"happened_at" timestamp with time zone DEFAULT now() NOT NULL,
	"read_at" timestamp with time zone,
	"mailed_at" timestamp with time zone
);
--> statement-breakpoint
DROP INDEX "projects"."board_columns_once";--> statement-breakpoint
ALTER TABLE "projects"."board_columns" ADD COLUMN "wip_blocks" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "projects"."projects" ADD COLUMN "scheduling_mode" "projects"."scheduling_mode" DEFAULT 'warn' NOT NULL;--> statement-breakpoint
ALTER TABLE "projects"."projects" ADD COLUMN "planned_budget" numeric(14, 2);--> statement-breakpoint
ALTER TABLE "projects"."projects" ADD COLUMN "actual_cost" numeric(14, 2);--> statement-breakpoint
ALTER TABLE "projects"."projects" ADD COLUMN "budget_currency" text;--> statement-breakpoint
ALTER TABLE "projects"."projects" ADD COLUMN "asset_noun" text;--> statement-breakpoint
ALTER TABLE "projects"."projects" ADD COLUMN "archived_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "projects"."task_comments" ADD COLUMN "edited_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "projects"."tasks" ADD COLUMN "column_id" uuid;--> statement-breakpoint
ALTER TABLE "projects"."tasks" ADD COLUMN "category_id" uuid;--> statement-breakpoint
ALTER TABLE "projects"."tasks" ADD COLUMN "not_before" date;--> statement-breakpoint
ALTER TABLE "projects"."tasks" ADD COLUMN "is_pinned" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "projects"."tasks" ADD COLUMN "recurring_task_id" uuid;--> statement-breakpoint
ALTER TABLE "projects"."tasks" ADD COLUMN "occurrence_on" date;--> statement-breakpoint
ALTER TABLE "projects"."tasks" ADD COLUMN "deleted_with" uuid;--> statement-breakpoint
ALTER TABLE "projects"."health_declarations" ADD CONSTRAINT "health_declarations_project_id_projects_id_fk" FOREIGN KEY ("project_id") REFERENCES "projects"."projects"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "projects"."health_declarations" ADD CONSTRAINT "health_declarations_declared_by_users_id_fk" FOREIGN KEY ("declared_by") REFERENCES "auth"."users"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "projects"."project_assets" ADD CONSTRAINT "project_assets_project_id_projects_id_fk" FOREIGN KEY ("project_id") REFERENCES "projects"."projects"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "projects"."project_favourites" ADD CONSTRAINT "project_favourites_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "auth"."users"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "projects"."project_favourites" ADD CONSTRAINT "project_favourites_project_id_projects_id_fk" FOREIGN KEY ("project_id") REFERENCES "projects"."projects"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "projects"."saved_views" ADD CONSTRAINT "saved_views_project_id_projects_id_fk" FOREIGN KEY ("project_id") REFERENCES "projects"."projects"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "projects"."saved_views" ADD CONSTRAINT "saved_views_owner_id_users_id_fk" FOREIGN KEY ("owner_id") REFERENCES "auth"."users"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "projects"."milestone_dates" ADD CONSTRAINT "milestone_dates_milestone_id_milestones_id_fk" FOREIGN KEY ("milestone_id") REFERENCES "projects"."milestones"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "projects"."milestone_dates" ADD CONSTRAINT "milestone_dates_changed_by_users_id_fk" FOREIGN KEY ("changed_by") REFERENCES "auth"."users"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "projects"."imported_items" ADD CONSTRAINT "imported_items_project_id_projects_id_fk" FOREIGN KEY ("project_id") REFERENCES "projects"."projects"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "projects"."imported_items" ADD CONSTRAINT "imported_items_task_id_tasks_id_fk" FOREIGN KEY ("task_id") REFERENCES "projects"."tasks"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "projects"."imported_items" ADD CONSTRAINT "imported_items_milestone_id_milestones_id_fk" FOREIGN KEY ("milestone_id") REFERENCES "projects"."milestones"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "projects"."recurring_tasks" ADD CONSTRAINT "recurring_tasks_project_id_projects_id_fk" FOREIGN KEY ("project_id") REFERENCES "projects"."projects"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "projects"."task_relations" ADD CONSTRAINT "task_relations_task_id_tasks_id_fk" FOREIGN KEY ("task_id") REFERENCES "projects"."tasks"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "projects"."task_relations" ADD CONSTRAINT "task_relations_other_id_tasks_id_fk" FOREIGN KEY ("other_id") REFERENCES "projects"."tasks"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "projects"."task_skills" ADD CONSTRAINT "task_skills_task_id_tasks_id_fk" FOREIGN KEY ("task_id") REFERENCES "projects"."tasks"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "projects"."task_watchers" ADD CONSTRAINT "task_watchers_task_id_tasks_id_fk" FOREIGN KEY ("task_id") REFERENCES "projects"."tasks"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "projects"."task_watchers" ADD CONSTRAINT "task_watchers_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "auth"."users"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "projects"."comment_reactions" ADD CONSTRAINT "comment_reactions_comment_id_task_comments_id_fk" FOREIGN KEY ("comment_id") REFERENCES "projects"."task_comments"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "projects"."comment_reactions" ADD CONSTRAINT "comment_reactions_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "auth"."users"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "projects"."task_attachments" ADD CONSTRAINT "task_attachments_task_id_tasks_id_fk" FOREIGN KEY ("task_id") REFERENCES "projects"."tasks"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "projects"."task_attachments" ADD CONSTRAINT "task_attachments_uploaded_by_users_id_fk" FOREIGN KEY ("uploaded_by") REFERENCES "auth"."users"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "projects"."change_sets" ADD CONSTRAINT "change_sets_project_id_projects_id_fk" FOREIGN KEY ("project_id") REFERENCES "projects"."projects"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "projects"."change_sets" ADD CONSTRAINT "change_sets_actor_user_id_users_id_fk" FOREIGN KEY ("actor_user_id") REFERENCES "auth"."users"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "projects"."notification_preferences" ADD CONSTRAINT "notification_preferences_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "auth"."users"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "projects"."notification_preferences" ADD CONSTRAINT "notification_preferences_project_id_projects_id_fk" FOREIGN KEY ("project_id") REFERENCES "projects"."projects"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "projects"."notifications" ADD CONSTRAINT "notifications_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "auth"."users"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "projects"."notifications" ADD CONSTRAINT "notifications_project_id_projects_id_fk" FOREIGN KEY ("project_id") REFERENCES "projects"."projects"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "projects"."notifications" ADD CONSTRAINT "notifications_task_id_tasks_id_fk" FOREIGN KEY ("task_id") REFERENCES "projects"."tasks"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "projects"."notifications" ADD CONSTRAINT "notifications_milestone_id_milestones_id_fk" FOREIGN KEY ("milestone_id") REFERENCES "projects"."milestones"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "projects"."notifications" ADD CONSTRAINT "notifications_actor_user_id_users_id_fk" FOREIGN KEY ("actor_user_id") REFERENCES "auth"."users"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "health_declarations_of_project" ON "projects"."health_declarations" USING btree ("project_id","created_at");--> statement-breakpoint
CREATE UNIQUE INDEX "project_assets_once" ON "projects"."project_assets" USING btree ("project_id","reference");--> statement-breakpoint
CREATE INDEX "project_assets_resolved" ON "projects"."project_assets" USING btree ("project_id","resolved_on");--> statement-breakpoint
CREATE UNIQUE INDEX "project_favourites_once" ON "projects"."project_favourites" USING btree ("user_id","project_id");--> statement-breakpoint
CREATE INDEX "project_templates_by_name" ON "projects"."project_templates" USING btree ("name");--> statement-breakpoint
CREATE INDEX "saved_views_of_project" ON "projects"."saved_views" USING btree ("project_id","owner_id");--> statement-breakpoint
CREATE INDEX "milestone_dates_of_milestone" ON "projects"."milestone_dates" USING btree ("milestone_id","created_at");--> statement-breakpoint
CREATE UNIQUE INDEX "imported_items_once" ON "projects"."imported_items" USING btree ("project_id","source","external_key");--> statement-breakpoint
CREATE INDEX "recurring_tasks_of_project" ON "projects"."recurring_tasks" USING btree ("project_id");--> statement-breakpoint
CREATE INDEX "recurring_tasks_due" ON "projects"."recurring_tasks" USING btree ("next_on") WHERE deleted_at is null;--> statement-breakpoint
CREATE UNIQUE INDEX "task_relations_once" ON "projects"."task_relations" USING btree ("task_id","other_id","kind");--> statement-breakpoint
CREATE INDEX "task_relations_of_other" ON "projects"."task_relations" USING btree ("other_id");--> statement-breakpoint
CREATE UNIQUE INDEX "task_skills_once" ON "projects"."task_skills" USING btree ("task_id","skill_id");--> statement-breakpoint
CREATE UNIQUE INDEX "task_watchers_once" ON "projects"."task_watchers" USING btree ("task_id","user_id");--> statement-breakpoint
CREATE UNIQUE INDEX "comment_reactions_once" ON "projects"."comment_reactions" USING btree ("comment_id","user_id","emoji");--> statement-breakpoint
CREATE INDEX "task_attachments_of_task" ON "projects"."task_attachments" USING btree ("task_id","created_at");--> statement-breakpoint
CREATE INDEX "change_sets_of_project" ON "projects"."change_sets" USING btree ("project_id","created_at");--> statement-breakpoint
CREATE UNIQUE INDEX "notifications_unread_once" ON "projects"."notifications" USING btree ("user_id","group_key") WHERE read_at is null;--> statement-breakpoint
CREATE INDEX "notifications_of_user" ON "projects"."notifications" USING btree ("user_id","happened_at");--> statement-breakpoint
ALTER TABLE "projects"."tasks" ADD CONSTRAINT "tasks_column_id_board_columns_id_fk" FOREIGN KEY ("column_id") REFERENCES "projects"."board_columns"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "projects"."tasks" ADD CONSTRAINT "tasks_category_id_categories_id_fk" FOREIGN KEY ("category_id") REFERENCES "projects"."categories"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "projects"."tasks" ADD CONSTRAINT "tasks_recurring_task_id_recurring_tasks_id_fk" FOREIGN KEY ("recurring_task_id") REFERENCES "projects"."recurring_tasks"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "board_columns_of_project" ON "projects"."board_columns" USING btree ("project_id","position");--> statement-breakpoint
CREATE UNIQUE INDEX "tasks_occurrence" ON "projects"."tasks" USING btree ("recurring_task_id","occurrence_on");--> statement-breakpoint
CREATE INDEX "tasks_trash" ON "projects"."tasks" USING btree ("project_id","deleted_at") WHERE deleted_at is not null;--> statement-breakpoint
-- Milestones from before their dates were kept: the first promise, and the present date where it differs.
INSERT INTO "projects"."milestone_dates" ("id", "created_at", "milestone_id", "due_date")
  SELECT gen_random_uuid(), created_at, id, original_due_date FROM "projects"."milestones"
  UNION ALL
  SELECT gen_random_uuid(), updated_at, id, due_date FROM "projects"."milestones" WHERE due_date <> original_due_date;
