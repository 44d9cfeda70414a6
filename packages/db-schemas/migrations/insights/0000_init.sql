CREATE SCHEMA IF NOT EXISTS "insights";
--> statement-breakpoint
CREATE TYPE "insights"."analysis_kind" AS ENUM('project', 'portfolio');--> statement-breakpoint
CREATE TYPE "insights"."analysis_status" AS ENUM('queued', 'running', 'completed', 'failed');--> statement-breakpoint
CREATE TABLE "insights"."analysis_requests" (
	"id" uuid PRIMARY KEY NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"kind" "insights"."analysis_kind" NOT NULL,
	"project_id" uuid,
	"scope_project_ids" uuid[] NOT NULL,
	"scope_key" text NOT NULL,
	"trigger" text NOT NULL,
	"requested_by" uuid,
	"correlation_id" text NOT NULL,
	"status" "insights"."analysis_status" DEFAULT 'queued' NOT NULL,
	"attempts" integer DEFAULT 0 NOT NULL,
	"run_after" timestamp with time zone DEFAULT now() NOT NULL,
	"leased_until" timestamp with time zone,
	"insight_id" uuid,
	"error" text,
	"completed_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "insights"."facts" (
	"id" uuid PRIMARY KEY NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"insight_id" uuid NOT NULL,
	"key" text NOT NULL,
	"metric" text NOT NULL,
	"project_id" uuid,
	"team_id" uuid,
	"fact" jsonb NOT NULL,
	"task_ids" uuid[] DEFAULT '{}' NOT NULL
);
--> statement-breakpoint
CREATE TABLE "insights"."generated_insights" (
	"id" uuid PRIMARY KEY NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"kind" "insights"."analysis_kind" NOT NULL,
	"project_id" uuid,
	"scope_project_ids" uuid[] NOT NULL,
	"scope_key" text NOT NULL,
	"source" text NOT NULL,
	"provider" text NOT NULL,
	"model" text,
	"prompt_version" text,
	"reason" text NOT NULL,
	"computed_health" text NOT NULL,
	"content" jsonb NOT NULL,
	"unknowns" jsonb NOT NULL,
	"as_of" timestamp with time zone NOT NULL,
	"correlation_id" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "insights"."health_history" (
	"id" uuid PRIMARY KEY NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"project_id" uuid NOT NULL,
	"computed_health" text NOT NULL,
	"rules" text[] NOT NULL,
	"changed_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "insights"."idempotency_keys" (
	"actor_id" uuid NOT NULL,
	"route" text NOT NULL,
	"key" text NOT NULL,
	"request_hash" text NOT NULL,
	"status" integer NOT NULL,
	"body" jsonb NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "idempotency_keys_actor_id_route_key_pk" PRIMARY KEY("actor_id","route","key")
);
--> statement-breakpoint
CREATE TABLE "insights"."outbox" (
	"event_id" uuid PRIMARY KEY NOT NULL,
	"position" bigint GENERATED ALWAYS AS IDENTITY (sequence name "insights"."outbox_position_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"event_type" text NOT NULL,
	"event" jsonb NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"published_at" timestamp with time zone,
	"stream_id" text
);
--> statement-breakpoint
CREATE TABLE "insights"."processed_events" (
	"event_id" uuid PRIMARY KEY NOT NULL,
	"processed_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "insights"."risk_assessments" (
	"id" uuid PRIMARY KEY NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"project_id" uuid NOT NULL,
	"rule" text NOT NULL,
	"fired" boolean NOT NULL,
	"fired_since" timestamp with time zone,
	"severity" text NOT NULL,
	"assessment" jsonb NOT NULL,
	"insight_id" uuid NOT NULL
);
--> statement-breakpoint
ALTER TABLE "insights"."analysis_requests" ADD CONSTRAINT "analysis_requests_project_id_projects_id_fk" FOREIGN KEY ("project_id") REFERENCES "projects"."projects"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "insights"."analysis_requests" ADD CONSTRAINT "analysis_requests_requested_by_users_id_fk" FOREIGN KEY ("requested_by") REFERENCES "auth"."users"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "insights"."facts" ADD CONSTRAINT "facts_insight_id_generated_insights_id_fk" FOREIGN KEY ("insight_id") REFERENCES "insights"."generated_insights"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "insights"."generated_insights" ADD CONSTRAINT "generated_insights_project_id_projects_id_fk" FOREIGN KEY ("project_id") REFERENCES "projects"."projects"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "insights"."health_history" ADD CONSTRAINT "health_history_project_id_projects_id_fk" FOREIGN KEY ("project_id") REFERENCES "projects"."projects"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "insights"."risk_assessments" ADD CONSTRAINT "risk_assessments_project_id_projects_id_fk" FOREIGN KEY ("project_id") REFERENCES "projects"."projects"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "insights"."risk_assessments" ADD CONSTRAINT "risk_assessments_insight_id_generated_insights_id_fk" FOREIGN KEY ("insight_id") REFERENCES "insights"."generated_insights"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "analysis_requests_one_queued" ON "insights"."analysis_requests" USING btree ("scope_key") WHERE status = 'queued';--> statement-breakpoint
CREATE UNIQUE INDEX "analysis_requests_one_running" ON "insights"."analysis_requests" USING btree ("scope_key") WHERE status = 'running';--> statement-breakpoint
CREATE INDEX "analysis_requests_due" ON "insights"."analysis_requests" USING btree ("status","run_after");--> statement-breakpoint
CREATE UNIQUE INDEX "facts_of_insight" ON "insights"."facts" USING btree ("insight_id","key");--> statement-breakpoint
CREATE INDEX "generated_insights_latest" ON "insights"."generated_insights" USING btree ("scope_key","created_at");--> statement-breakpoint
CREATE INDEX "health_history_of_project" ON "insights"."health_history" USING btree ("project_id","changed_at");--> statement-breakpoint
CREATE INDEX "idempotency_keys_age" ON "insights"."idempotency_keys" USING btree ("created_at");--> statement-breakpoint
CREATE INDEX "outbox_unpublished" ON "insights"."outbox" USING btree ("position") WHERE published_at is null;--> statement-breakpoint
CREATE INDEX "outbox_published" ON "insights"."outbox" USING btree ("published_at");--> statement-breakpoint
CREATE INDEX "processed_events_age" ON "insights"."processed_events" USING btree ("processed_at");--> statement-breakpoint
CREATE UNIQUE INDEX "risk_assessments_once" ON "insights"."risk_assessments" USING btree ("project_id","rule");