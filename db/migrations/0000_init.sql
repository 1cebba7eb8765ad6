CREATE TABLE "audit_entry" (
	"seq" bigint PRIMARY KEY NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"actor" text NOT NULL,
	"action" text NOT NULL,
	"entity" text NOT NULL,
	"entity_id" text NOT NULL,
	"before" jsonb,
	"after" jsonb,
	"reason" text,
	"request_id" text NOT NULL,
	"prev_hash" text NOT NULL,
	"hash" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "audit_head" (
	"id" integer PRIMARY KEY NOT NULL,
	"seq" bigint NOT NULL,
	"hash" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "engine_cron" (
	"id" text PRIMARY KEY NOT NULL,
	"last_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "engine_event" (
	"id" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"payload" text NOT NULL,
	"received_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "engine_job" (
	"id" text PRIMARY KEY NOT NULL,
	"run_id" text NOT NULL,
	"kind" text NOT NULL,
	"step_id" text,
	"attempt" integer DEFAULT 0 NOT NULL,
	"due_at" timestamp with time zone NOT NULL,
	"lease_until" timestamp with time zone,
	"fence" integer DEFAULT 0 NOT NULL,
	"lost" integer DEFAULT 0 NOT NULL,
	"again" boolean DEFAULT false NOT NULL,
	"keys" text[] NOT NULL
);
--> statement-breakpoint
CREATE TABLE "engine_run" (
	"id" text PRIMARY KEY NOT NULL,
	"function_id" text NOT NULL,
	"status" text DEFAULT 'running' NOT NULL,
	"event" text NOT NULL,
	"keys" text[] NOT NULL,
	"idempotency_key" text,
	"output" text,
	"error" text,
	"parent_run_id" text,
	"parent_step_id" text,
	"created_at" timestamp with time zone NOT NULL,
	"started_at" timestamp with time zone,
	"ended_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "engine_step" (
	"run_id" text NOT NULL,
	"id" text NOT NULL,
	"name" text NOT NULL,
	"op" text NOT NULL,
	"pending" boolean NOT NULL,
	"output" text,
	"error" text,
	"batch" text,
	"race" boolean DEFAULT false NOT NULL,
	"event_name" text,
	"expression" text,
	"event_id" text,
	"seq" bigserial NOT NULL,
	"called_at" timestamp with time zone NOT NULL,
	"settled_at" timestamp with time zone,
	CONSTRAINT "engine_step_run_id_id_pk" PRIMARY KEY("run_id","id")
);
--> statement-breakpoint
CREATE TABLE "app_account" (
	"user_id" text NOT NULL,
	"provider" text NOT NULL,
	"provider_account_id" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "app_account_provider_provider_account_id_pk" PRIMARY KEY("provider","provider_account_id")
);
--> statement-breakpoint
CREATE TABLE "installation" (
	"key" text PRIMARY KEY NOT NULL,
	"value" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "rate_limit" (
	"key" text PRIMARY KEY NOT NULL,
	"tat" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "app_user" (
	"id" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"email" text NOT NULL,
	"email_verified" timestamp with time zone,
	"image" text,
	"password_hash" text,
	"role" text DEFAULT 'user' NOT NULL,
	"status" text DEFAULT 'pending' NOT NULL,
	"session_epoch" integer DEFAULT 0 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"decided_at" timestamp with time zone,
	"decided_by" text,
	"decision_reason" text,
	"note" text,
	"last_seen_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "document" (
	"id" text PRIMARY KEY NOT NULL,
	"owner_id" text NOT NULL,
	"hash" text NOT NULL,
	"file_name" text NOT NULL,
	"media_type" text NOT NULL,
	"bytes" bigint NOT NULL,
	"status" text NOT NULL,
	"error" text,
	"title" text,
	"language" text,
	"kind" text,
	"text" text,
	"text_hash" text,
	"pages" integer,
	"page_starts" jsonb,
	"metadata" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"warnings" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"passage_count" integer DEFAULT 0 NOT NULL,
	"collection" text,
	"is_example" boolean DEFAULT false NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"ready_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "passage" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "passage_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"document_id" text NOT NULL,
	"ordinal" integer NOT NULL,
	"start_offset" integer NOT NULL,
	"end_offset" integer NOT NULL,
	"page" integer,
	"heading" text,
	"text" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "posting" (
	"scope_id" integer NOT NULL,
	"lexeme" text NOT NULL,
	"block" integer NOT NULL,
	"df" integer NOT NULL,
	"data" "bytea" NOT NULL,
	CONSTRAINT "posting_scope_id_lexeme_block_pk" PRIMARY KEY("scope_id","lexeme","block")
);
--> statement-breakpoint
CREATE TABLE "search_scope" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "search_scope_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"owner_id" text NOT NULL,
	"passage_count" integer DEFAULT 0 NOT NULL,
	"sum_length" bigint DEFAULT 0 NOT NULL,
	"languages" jsonb DEFAULT '{}'::jsonb NOT NULL,
	CONSTRAINT "search_scope_owner" UNIQUE("owner_id")
);
--> statement-breakpoint
CREATE TABLE "category" (
	"id" text PRIMARY KEY NOT NULL,
	"pack_id" text NOT NULL,
	"slug" text NOT NULL,
	"name" text NOT NULL,
	"priority" integer NOT NULL,
	"active" boolean DEFAULT true NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"definition" jsonb NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "category_version" (
	"category_id" text NOT NULL,
	"version" integer NOT NULL,
	"definition" jsonb NOT NULL,
	"changed_by" text NOT NULL,
	"reason" text,
	"at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "category_version_category_id_version_pk" PRIMARY KEY("category_id","version")
);
--> statement-breakpoint
CREATE TABLE "pack" (
	"id" text PRIMARY KEY NOT NULL,
	"slug" text NOT NULL,
	"name" text NOT NULL,
	"description" text NOT NULL,
	"subject_noun" text NOT NULL,
	"subject_kind" text NOT NULL,
	"position" integer NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "pack_slug" UNIQUE("slug")
);
--> statement-breakpoint
CREATE TABLE "stream_event" (
	"stream_id" text NOT NULL,
	"seq" bigint NOT NULL,
	"dedupe_key" text NOT NULL,
	"type" text NOT NULL,
	"body" jsonb NOT NULL,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "stream_event_stream_id_seq_pk" PRIMARY KEY("stream_id","seq")
);
--> statement-breakpoint
CREATE TABLE "stream" (
	"id" text PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"owner_id" text NOT NULL,
	"seq" bigint DEFAULT 0 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"closed_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "answer" (
	"id" text PRIMARY KEY NOT NULL,
	"request_category_id" text NOT NULL,
	"provider" text NOT NULL,
	"round" integer NOT NULL,
	"status" text NOT NULL,
	"model" text,
	"served_model" text,
	"text" text DEFAULT '' NOT NULL,
	"queries" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"usage" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"cost" jsonb,
	"error" jsonb,
	"attempts" integer DEFAULT 1 NOT NULL,
	"source_count" integer DEFAULT 0 NOT NULL,
	"found" jsonb,
	"raw_hash" text,
	"started_at" timestamp with time zone NOT NULL,
	"ended_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "claim" (
	"id" text PRIMARY KEY NOT NULL,
	"request_category_id" text NOT NULL,
	"source_id" text NOT NULL,
	"attribute" text NOT NULL,
	"value" jsonb NOT NULL,
	"qualifiers" jsonb NOT NULL,
	"polarity" text NOT NULL,
	"hedged" boolean NOT NULL,
	"raw" text NOT NULL,
	"quote" text NOT NULL,
	"start_offset" integer NOT NULL,
	"end_offset" integer NOT NULL,
	"page" integer,
	"extractor" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "conflict" (
	"id" text PRIMARY KEY NOT NULL,
	"request_category_id" text NOT NULL,
	"attribute" text NOT NULL,
	"kind" text NOT NULL,
	"status" text NOT NULL,
	"detail" jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "request_category" (
	"id" text PRIMARY KEY NOT NULL,
	"request_id" text NOT NULL,
	"category_id" text NOT NULL,
	"category_version" integer NOT NULL,
	"slug" text NOT NULL,
	"name" text NOT NULL,
	"position" integer NOT NULL,
	"state" text NOT NULL,
	"outcome" text,
	"coverage" jsonb,
	"confidence" jsonb,
	"quality" jsonb,
	"source_count" integer DEFAULT 0 NOT NULL,
	"independent_count" integer DEFAULT 0 NOT NULL,
	"withheld_count" integer DEFAULT 0 NOT NULL,
	"round" integer DEFAULT 1 NOT NULL,
	"steps" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"started_at" timestamp with time zone,
	"ended_at" timestamp with time zone,
	"error" text
);
--> statement-breakpoint
CREATE TABLE "request" (
	"id" text PRIMARY KEY NOT NULL,
	"owner_id" text NOT NULL,
	"subject" text NOT NULL,
	"identity" jsonb,
	"pack_slug" text NOT NULL,
	"pack_name" text NOT NULL,
	"pack_version" integer NOT NULL,
	"providers" jsonb NOT NULL,
	"document_ids" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"status" text NOT NULL,
	"idempotency_key" text NOT NULL,
	"round" integer DEFAULT 1 NOT NULL,
	"cap_usd" real NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"started_at" timestamp with time zone,
	"ended_at" timestamp with time zone,
	"cancelled_at" timestamp with time zone,
	"note" text
);
--> statement-breakpoint
CREATE TABLE "sentence" (
	"id" text PRIMARY KEY NOT NULL,
	"request_category_id" text NOT NULL,
	"ordinal" integer NOT NULL,
	"section" text,
	"text" text NOT NULL,
	"status" text NOT NULL,
	"reason" text,
	"verdict" jsonb NOT NULL,
	"citations" jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "snapshot" (
	"hash" text PRIMARY KEY NOT NULL,
	"body" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "source_mention" (
	"source_id" text NOT NULL,
	"request_category_id" text NOT NULL,
	"provider" text NOT NULL,
	"role" text NOT NULL,
	"passages" jsonb NOT NULL,
	CONSTRAINT "source_mention_source_id_request_category_id_provider_pk" PRIMARY KEY("source_id","request_category_id","provider")
);
--> statement-breakpoint
CREATE TABLE "source" (
	"id" text PRIMARY KEY NOT NULL,
	"request_id" text NOT NULL,
	"identity_key" text NOT NULL,
	"identity" jsonb NOT NULL,
	"aliases" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"number" integer NOT NULL,
	"title" text NOT NULL,
	"url" text,
	"tier" integer NOT NULL,
	"date" text,
	"jurisdiction" text,
	"publisher" text,
	"licence" text,
	"superseded" boolean DEFAULT false NOT NULL,
	"upstream_key" text,
	"snapshot_hash" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "verification" (
	"source_id" text NOT NULL,
	"request_category_id" text DEFAULT '' NOT NULL,
	"rung" text NOT NULL,
	"state" text NOT NULL,
	"method" text NOT NULL,
	"reason" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "verification_source_id_request_category_id_rung_pk" PRIMARY KEY("source_id","request_category_id","rung")
);
--> statement-breakpoint
ALTER TABLE "engine_job" ADD CONSTRAINT "engine_job_run_id_engine_run_id_fk" FOREIGN KEY ("run_id") REFERENCES "public"."engine_run"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "engine_step" ADD CONSTRAINT "engine_step_run_id_engine_run_id_fk" FOREIGN KEY ("run_id") REFERENCES "public"."engine_run"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app_account" ADD CONSTRAINT "app_account_user_id_app_user_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."app_user"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "document" ADD CONSTRAINT "document_owner_id_app_user_id_fk" FOREIGN KEY ("owner_id") REFERENCES "public"."app_user"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "passage" ADD CONSTRAINT "passage_document_id_document_id_fk" FOREIGN KEY ("document_id") REFERENCES "public"."document"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "posting" ADD CONSTRAINT "posting_scope_id_search_scope_id_fk" FOREIGN KEY ("scope_id") REFERENCES "public"."search_scope"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "search_scope" ADD CONSTRAINT "search_scope_owner_id_app_user_id_fk" FOREIGN KEY ("owner_id") REFERENCES "public"."app_user"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "category" ADD CONSTRAINT "category_pack_id_pack_id_fk" FOREIGN KEY ("pack_id") REFERENCES "public"."pack"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "category_version" ADD CONSTRAINT "category_version_category_id_category_id_fk" FOREIGN KEY ("category_id") REFERENCES "public"."category"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "stream_event" ADD CONSTRAINT "stream_event_stream_id_stream_id_fk" FOREIGN KEY ("stream_id") REFERENCES "public"."stream"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "answer" ADD CONSTRAINT "answer_request_category_id_request_category_id_fk" FOREIGN KEY ("request_category_id") REFERENCES "public"."request_category"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "claim" ADD CONSTRAINT "claim_request_category_id_request_category_id_fk" FOREIGN KEY ("request_category_id") REFERENCES "public"."request_category"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "claim" ADD CONSTRAINT "claim_source_id_source_id_fk" FOREIGN KEY ("source_id") REFERENCES "public"."source"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "conflict" ADD CONSTRAINT "conflict_request_category_id_request_category_id_fk" FOREIGN KEY ("request_category_id") REFERENCES "public"."request_category"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "request_category" ADD CONSTRAINT "request_category_request_id_request_id_fk" FOREIGN KEY ("request_id") REFERENCES "public"."request"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "request_category" ADD CONSTRAINT "request_category_category_id_category_id_fk" FOREIGN KEY ("category_id") REFERENCES "public"."category"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "request" ADD CONSTRAINT "request_owner_id_app_user_id_fk" FOREIGN KEY ("owner_id") REFERENCES "public"."app_user"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sentence" ADD CONSTRAINT "sentence_request_category_id_request_category_id_fk" FOREIGN KEY ("request_category_id") REFERENCES "public"."request_category"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "source_mention" ADD CONSTRAINT "source_mention_source_id_source_id_fk" FOREIGN KEY ("source_id") REFERENCES "public"."source"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "source_mention" ADD CONSTRAINT "source_mention_request_category_id_request_category_id_fk" FOREIGN KEY ("request_category_id") REFERENCES "public"."request_category"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "source" ADD CONSTRAINT "source_request_id_request_id_fk" FOREIGN KEY ("request_id") REFERENCES "public"."request"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "verification" ADD CONSTRAINT "verification_source_id_source_id_fk" FOREIGN KEY ("source_id") REFERENCES "public"."source"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "audit_entry_entity" ON "audit_entry" USING btree ("entity","entity_id","seq");--> statement-breakpoint
CREATE INDEX "engine_event_name" ON "engine_event" USING btree ("name","received_at");--> statement-breakpoint
CREATE INDEX "engine_event_received" ON "engine_event" USING btree ("received_at");--> statement-breakpoint
CREATE INDEX "engine_job_due" ON "engine_job" USING btree ("due_at");--> statement-breakpoint
CREATE INDEX "engine_job_run" ON "engine_job" USING btree ("run_id");--> statement-breakpoint
CREATE INDEX "engine_job_leased" ON "engine_job" USING btree ("lease_until") WHERE "engine_job"."lease_until" is not null;--> statement-breakpoint
CREATE INDEX "engine_run_active" ON "engine_run" USING btree ("function_id") WHERE "engine_run"."ended_at" is null;--> statement-breakpoint
CREATE INDEX "engine_run_ended" ON "engine_run" USING btree ("ended_at");--> statement-breakpoint
CREATE UNIQUE INDEX "engine_run_idempotency" ON "engine_run" USING btree ("function_id","idempotency_key") WHERE "engine_run"."idempotency_key" is not null;--> statement-breakpoint
CREATE INDEX "engine_step_waits" ON "engine_step" USING btree ("event_name") WHERE "engine_step"."pending" and "engine_step"."event_name" is not null;--> statement-breakpoint
CREATE INDEX "app_account_user" ON "app_account" USING btree ("user_id");--> statement-breakpoint
CREATE UNIQUE INDEX "app_user_email" ON "app_user" USING btree (lower("email"));--> statement-breakpoint
CREATE INDEX "app_user_status" ON "app_user" USING btree ("status","created_at");--> statement-breakpoint
CREATE UNIQUE INDEX "document_owner_hash" ON "document" USING btree ("owner_id","hash");--> statement-breakpoint
CREATE INDEX "document_owner_created" ON "document" USING btree ("owner_id","created_at");--> statement-breakpoint
CREATE UNIQUE INDEX "passage_document_ordinal" ON "passage" USING btree ("document_id","ordinal");--> statement-breakpoint
CREATE UNIQUE INDEX "category_pack_slug" ON "category" USING btree ("pack_id","slug");--> statement-breakpoint
CREATE INDEX "category_version_at" ON "category_version" USING btree ("at");--> statement-breakpoint
CREATE UNIQUE INDEX "stream_event_dedupe" ON "stream_event" USING btree ("stream_id","dedupe_key");--> statement-breakpoint
CREATE INDEX "stream_owner" ON "stream" USING btree ("owner_id");--> statement-breakpoint
CREATE UNIQUE INDEX "answer_once" ON "answer" USING btree ("request_category_id","provider","round");--> statement-breakpoint
CREATE INDEX "claim_category" ON "claim" USING btree ("request_category_id");--> statement-breakpoint
CREATE INDEX "claim_source" ON "claim" USING btree ("source_id");--> statement-breakpoint
CREATE INDEX "conflict_category" ON "conflict" USING btree ("request_category_id");--> statement-breakpoint
CREATE UNIQUE INDEX "request_category_slug" ON "request_category" USING btree ("request_id","slug");--> statement-breakpoint
CREATE INDEX "request_category_state" ON "request_category" USING btree ("request_id","state");--> statement-breakpoint
CREATE UNIQUE INDEX "request_owner_key" ON "request" USING btree ("owner_id","idempotency_key");--> statement-breakpoint
CREATE INDEX "request_owner_created" ON "request" USING btree ("owner_id","created_at");--> statement-breakpoint
CREATE INDEX "request_status" ON "request" USING btree ("status","created_at");--> statement-breakpoint
CREATE UNIQUE INDEX "sentence_ordinal" ON "sentence" USING btree ("request_category_id","ordinal");--> statement-breakpoint
CREATE INDEX "source_mention_category" ON "source_mention" USING btree ("request_category_id");--> statement-breakpoint
CREATE UNIQUE INDEX "source_identity" ON "source" USING btree ("request_id","identity_key");--> statement-breakpoint
CREATE UNIQUE INDEX "source_number" ON "source" USING btree ("request_id","number");--> statement-breakpoint
INSERT INTO "audit_head" ("id", "seq", "hash") VALUES (1, 0, '');
--> statement-breakpoint
CREATE FUNCTION audit_entry_is_append_only() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  -- Retention alone may remove entries, and says so in its own transaction.
  IF TG_OP = 'DELETE' AND current_setting('variorum.retention', true) = 'on' THEN RETURN OLD; END IF;
  RAISE EXCEPTION 'Audit entries are only ever added.';
END $$;
--> statement-breakpoint
CREATE TRIGGER audit_entry_append_only BEFORE UPDATE OR DELETE ON "audit_entry" FOR EACH ROW EXECUTE FUNCTION audit_entry_is_append_only();
