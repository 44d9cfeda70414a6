CREATE TYPE "auth"."calendar_day_kind" AS ENUM('holiday', 'working');--> statement-breakpoint
CREATE TYPE "auth"."calendar_scope" AS ENUM('organisation', 'team', 'person');--> statement-breakpoint
CREATE TYPE "auth"."change_window_kind" AS ENUM('freeze', 'maintenance');--> statement-breakpoint
CREATE TABLE "auth"."calendar_days" (
	"id" uuid PRIMARY KEY NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"calendar_id" uuid NOT NULL,
	"day" date NOT NULL,
	"kind" "auth"."calendar_day_kind" NOT NULL,
	"name" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "auth"."calendars" (
	"id" uuid PRIMARY KEY NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"scope" "auth"."calendar_scope" NOT NULL,
	"team_id" uuid,
	"user_id" uuid,
	"weekend" smallint[],
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "calendars_owner" CHECK ((team_id is not null) = (scope = 'team') and (user_id is not null) = (scope = 'person'))
);
--> statement-breakpoint
CREATE TABLE "auth"."change_windows" (
	"id" uuid PRIMARY KEY NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"calendar_id" uuid NOT NULL,
	"kind" "auth"."change_window_kind" NOT NULL,
	"name" text NOT NULL,
	"starts_on" date NOT NULL,
	"ends_on" date NOT NULL,
	CONSTRAINT "change_windows_order" CHECK (starts_on <= ends_on)
);
--> statement-breakpoint
ALTER TABLE "auth"."calendar_days" ADD CONSTRAINT "calendar_days_calendar_id_calendars_id_fk" FOREIGN KEY ("calendar_id") REFERENCES "auth"."calendars"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "auth"."calendars" ADD CONSTRAINT "calendars_team_id_teams_id_fk" FOREIGN KEY ("team_id") REFERENCES "auth"."teams"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "auth"."calendars" ADD CONSTRAINT "calendars_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "auth"."users"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "auth"."change_windows" ADD CONSTRAINT "change_windows_calendar_id_calendars_id_fk" FOREIGN KEY ("calendar_id") REFERENCES "auth"."calendars"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "calendar_days_once" ON "auth"."calendar_days" USING btree ("calendar_id","day");--> statement-breakpoint
CREATE UNIQUE INDEX "calendars_of_organisation" ON "auth"."calendars" USING btree ("scope") WHERE scope = 'organisation';--> statement-breakpoint
CREATE UNIQUE INDEX "calendars_of_team" ON "auth"."calendars" USING btree ("team_id");--> statement-breakpoint
CREATE UNIQUE INDEX "calendars_of_person" ON "auth"."calendars" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "change_windows_of_calendar" ON "auth"."change_windows" USING btree ("calendar_id","starts_on");