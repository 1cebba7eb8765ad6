CREATE TABLE "cached_answer" (
	"key" text PRIMARY KEY NOT NULL,
	"provider" text NOT NULL,
	"answer_id" text NOT NULL,
	"asked_at" timestamp with time zone NOT NULL,
	"expires_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "provider_breaker" (
	"provider" text PRIMARY KEY NOT NULL,
	"attempt" integer NOT NULL,
	"reason" text NOT NULL,
	"opened_at" timestamp with time zone NOT NULL,
	"opened_until" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "provider_call" (
	"id" text PRIMARY KEY NOT NULL,
	"owner_id" text NOT NULL,
	"request_id" text,
	"answer_id" text,
	"provider" text NOT NULL,
	"model" text,
	"purpose" text NOT NULL,
	"attempt" integer NOT NULL,
	"state" text NOT NULL,
	"reserved_ticks" bigint NOT NULL,
	"cost_ticks" bigint,
	"basis" text,
	"reason" text,
	"outcome" text,
	"error_kind" text,
	"started_at" timestamp with time zone NOT NULL,
	"ended_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "provider_price" (
	"id" text PRIMARY KEY NOT NULL,
	"provider" text NOT NULL,
	"model" text NOT NULL,
	"version" integer NOT NULL,
	"prices" jsonb NOT NULL,
	"valid_from" timestamp with time zone NOT NULL,
	"valid_to" timestamp with time zone,
	"origin" text NOT NULL,
	"changed_by" text NOT NULL,
	"reason" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "provider_setting" (
	"provider" text PRIMARY KEY NOT NULL,
	"enabled" boolean NOT NULL,
	"version" integer NOT NULL,
	"changed_by" text NOT NULL,
	"reason" text,
	"changed_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "request" ADD COLUMN "fresh" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "cached_answer" ADD CONSTRAINT "cached_answer_answer_id_answer_id_fk" FOREIGN KEY ("answer_id") REFERENCES "public"."answer"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "cached_answer_expires" ON "cached_answer" USING btree ("expires_at");--> statement-breakpoint
CREATE INDEX "provider_call_owner" ON "provider_call" USING btree ("owner_id","started_at");--> statement-breakpoint
CREATE INDEX "provider_call_request" ON "provider_call" USING btree ("request_id");--> statement-breakpoint
CREATE INDEX "provider_call_answer" ON "provider_call" USING btree ("answer_id");--> statement-breakpoint
CREATE INDEX "provider_call_provider" ON "provider_call" USING btree ("provider","started_at");--> statement-breakpoint
CREATE UNIQUE INDEX "provider_price_version" ON "provider_price" USING btree ("provider","model","version");