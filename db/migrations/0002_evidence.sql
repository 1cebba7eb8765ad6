CREATE TABLE "chat_answer" (
	"id" text PRIMARY KEY NOT NULL,
	"question_id" text NOT NULL,
	"conversation_id" text NOT NULL,
	"status" text NOT NULL,
	"stop_asked" boolean DEFAULT false NOT NULL,
	"attempt" integer DEFAULT 0 NOT NULL,
	"read_as" text,
	"model" text,
	"body" jsonb NOT NULL,
	"retrieval" jsonb,
	"draft" text,
	"text" text DEFAULT '' NOT NULL,
	"error" text,
	"cost_usd" real,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"started_at" timestamp with time zone,
	"ended_at" timestamp with time zone,
	CONSTRAINT "chat_answer_question" UNIQUE("question_id")
);
--> statement-breakpoint
CREATE TABLE "chat_question" (
	"id" text PRIMARY KEY NOT NULL,
	"conversation_id" text NOT NULL,
	"text" text NOT NULL,
	"scope" jsonb NOT NULL,
	"idempotency_key" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "chat_source" (
	"conversation_id" text NOT NULL,
	"number" integer NOT NULL,
	"key" text NOT NULL,
	"title" text NOT NULL,
	"document_id" text,
	"request_id" text,
	"slug" text,
	"tier" integer,
	"date" text,
	"publisher" text,
	"licence" text,
	"superseded" boolean DEFAULT false NOT NULL,
	CONSTRAINT "chat_source_conversation_id_number_pk" PRIMARY KEY("conversation_id","number")
);
--> statement-breakpoint
CREATE TABLE "conversation" (
	"id" text PRIMARY KEY NOT NULL,
	"owner_id" text NOT NULL,
	"title" text NOT NULL,
	"note" text,
	"scope" jsonb NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"asked_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "conflict_override" (
	"id" text PRIMARY KEY NOT NULL,
	"request_id" text NOT NULL,
	"request_category_id" text NOT NULL,
	"attribute" text NOT NULL,
	"fingerprint" text NOT NULL,
	"sides" jsonb NOT NULL,
	"ruling" text NOT NULL,
	"winner" text,
	"reason" text NOT NULL,
	"ruled_by" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"carried_from" text
);
--> statement-breakpoint
CREATE TABLE "notice" (
	"id" text PRIMARY KEY NOT NULL,
	"owner_id" text NOT NULL,
	"watch_id" text,
	"request_id" text NOT NULL,
	"previous_id" text,
	"counts" jsonb NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"read_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "watch_run" (
	"id" text PRIMARY KEY NOT NULL,
	"watch_id" text NOT NULL,
	"due_at" timestamp with time zone NOT NULL,
	"state" text NOT NULL,
	"request_id" text,
	"changes" integer,
	"note" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"ended_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "watch" (
	"id" text PRIMARY KEY NOT NULL,
	"owner_id" text NOT NULL,
	"series_id" text NOT NULL,
	"interval" text NOT NULL,
	"anchor_at" timestamp with time zone NOT NULL,
	"state" text NOT NULL,
	"next_at" timestamp with time zone,
	"note" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"changed_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "passage_vector" (
	"passage_id" integer NOT NULL,
	"model" text NOT NULL,
	"document_id" text NOT NULL,
	"owner_id" text NOT NULL,
	"dimension" integer NOT NULL,
	"data" "bytea" NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "passage_vector_passage_id_model_pk" PRIMARY KEY("passage_id","model")
);
--> statement-breakpoint
CREATE TABLE "page_visit" (
	"id" text PRIMARY KEY NOT NULL,
	"source_id" text NOT NULL,
	"url" text NOT NULL,
	"status" integer,
	"hops" jsonb NOT NULL,
	"headers" jsonb NOT NULL,
	"body_hash" text,
	"text_hash" text,
	"page" jsonb,
	"judgement" jsonb NOT NULL,
	"at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "raw_body" (
	"hash" text PRIMARY KEY NOT NULL,
	"data" "bytea" NOT NULL,
	"size" integer NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "snippet_check" (
	"source_id" text NOT NULL,
	"request_category_id" text NOT NULL,
	"provider" text NOT NULL,
	"snippet_hash" text NOT NULL,
	"text_hash" text NOT NULL,
	"state" text NOT NULL,
	"found" integer NOT NULL,
	"shown" integer NOT NULL,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "snippet_check_source_id_request_category_id_provider_snippet_hash_pk" PRIMARY KEY("source_id","request_category_id","provider","snippet_hash")
);
--> statement-breakpoint
CREATE TABLE "source_change" (
	"id" text PRIMARY KEY NOT NULL,
	"request_id" text NOT NULL,
	"source_id" text NOT NULL,
	"kind" text NOT NULL,
	"detail" jsonb NOT NULL,
	"dedupe_key" text NOT NULL,
	"at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "source_check" (
	"source_id" text PRIMARY KEY NOT NULL,
	"request_id" text NOT NULL,
	"due_at" timestamp with time zone NOT NULL,
	"attempts" integer DEFAULT 0 NOT NULL,
	"checked_at" timestamp with time zone,
	"register" jsonb,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "collection" (
	"id" text PRIMARY KEY NOT NULL,
	"owner_id" text NOT NULL,
	"name" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "document_reference" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "document_reference_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"document_id" text NOT NULL,
	"passage_id" integer,
	"scheme" text NOT NULL,
	"canonical" text NOT NULL,
	"start_offset" integer NOT NULL,
	"end_offset" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "document_step" (
	"document_id" text NOT NULL,
	"step" text NOT NULL,
	"status" text NOT NULL,
	"detail" text DEFAULT '' NOT NULL,
	"started_at" timestamp with time zone NOT NULL,
	"ended_at" timestamp with time zone,
	CONSTRAINT "document_step_document_id_step_pk" PRIMARY KEY("document_id","step")
);
--> statement-breakpoint
CREATE TABLE "document_theme" (
	"document_id" text NOT NULL,
	"rank" integer NOT NULL,
	"phrase" text NOT NULL,
	"score" real NOT NULL,
	CONSTRAINT "document_theme_document_id_rank_pk" PRIMARY KEY("document_id","rank")
);
--> statement-breakpoint
ALTER TABLE "source_mention" DROP CONSTRAINT "source_mention_source_id_request_category_id_provider_pk";--> statement-breakpoint
ALTER TABLE "document" ADD COLUMN "kind_reason" text;--> statement-breakpoint
ALTER TABLE "document" ADD COLUMN "layout" jsonb;--> statement-breakpoint
ALTER TABLE "document" ADD COLUMN "visibility" text DEFAULT 'private' NOT NULL;--> statement-breakpoint
ALTER TABLE "search_scope" ADD COLUMN "version" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "claim" ADD COLUMN "snapshot_hash" text;--> statement-breakpoint
ALTER TABLE "request_category" ADD COLUMN "asks_only" text;--> statement-breakpoint
ALTER TABLE "request" ADD COLUMN "share_passages" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "request" ADD COLUMN "series_id" text;--> statement-breakpoint
ALTER TABLE "request" ADD COLUMN "previous_id" text;--> statement-breakpoint
ALTER TABLE "request" ADD COLUMN "changes" jsonb;--> statement-breakpoint
ALTER TABLE "request" ADD COLUMN "program_version" text;--> statement-breakpoint
ALTER TABLE "source_mention" ADD COLUMN "part" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "source_mention" ADD COLUMN "snapshot_hash" text;--> statement-breakpoint
ALTER TABLE "source" ADD COLUMN "notices" jsonb DEFAULT '[]'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "chat_answer" ADD CONSTRAINT "chat_answer_question_id_chat_question_id_fk" FOREIGN KEY ("question_id") REFERENCES "public"."chat_question"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "chat_answer" ADD CONSTRAINT "chat_answer_conversation_id_conversation_id_fk" FOREIGN KEY ("conversation_id") REFERENCES "public"."conversation"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "chat_question" ADD CONSTRAINT "chat_question_conversation_id_conversation_id_fk" FOREIGN KEY ("conversation_id") REFERENCES "public"."conversation"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "chat_source" ADD CONSTRAINT "chat_source_conversation_id_conversation_id_fk" FOREIGN KEY ("conversation_id") REFERENCES "public"."conversation"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "chat_source" ADD CONSTRAINT "chat_source_document_id_document_id_fk" FOREIGN KEY ("document_id") REFERENCES "public"."document"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "chat_source" ADD CONSTRAINT "chat_source_request_id_request_id_fk" FOREIGN KEY ("request_id") REFERENCES "public"."request"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "conversation" ADD CONSTRAINT "conversation_owner_id_app_user_id_fk" FOREIGN KEY ("owner_id") REFERENCES "public"."app_user"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "conflict_override" ADD CONSTRAINT "conflict_override_request_id_request_id_fk" FOREIGN KEY ("request_id") REFERENCES "public"."request"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "conflict_override" ADD CONSTRAINT "conflict_override_request_category_id_request_category_id_fk" FOREIGN KEY ("request_category_id") REFERENCES "public"."request_category"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notice" ADD CONSTRAINT "notice_owner_id_app_user_id_fk" FOREIGN KEY ("owner_id") REFERENCES "public"."app_user"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notice" ADD CONSTRAINT "notice_watch_id_watch_id_fk" FOREIGN KEY ("watch_id") REFERENCES "public"."watch"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notice" ADD CONSTRAINT "notice_request_id_request_id_fk" FOREIGN KEY ("request_id") REFERENCES "public"."request"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "watch_run" ADD CONSTRAINT "watch_run_watch_id_watch_id_fk" FOREIGN KEY ("watch_id") REFERENCES "public"."watch"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "watch_run" ADD CONSTRAINT "watch_run_request_id_request_id_fk" FOREIGN KEY ("request_id") REFERENCES "public"."request"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "watch" ADD CONSTRAINT "watch_owner_id_app_user_id_fk" FOREIGN KEY ("owner_id") REFERENCES "public"."app_user"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "passage_vector" ADD CONSTRAINT "passage_vector_passage_id_passage_id_fk" FOREIGN KEY ("passage_id") REFERENCES "public"."passage"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "passage_vector" ADD CONSTRAINT "passage_vector_document_id_document_id_fk" FOREIGN KEY ("document_id") REFERENCES "public"."document"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "passage_vector" ADD CONSTRAINT "passage_vector_owner_id_app_user_id_fk" FOREIGN KEY ("owner_id") REFERENCES "public"."app_user"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "page_visit" ADD CONSTRAINT "page_visit_source_id_source_id_fk" FOREIGN KEY ("source_id") REFERENCES "public"."source"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "snippet_check" ADD CONSTRAINT "snippet_check_source_id_source_id_fk" FOREIGN KEY ("source_id") REFERENCES "public"."source"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "snippet_check" ADD CONSTRAINT "snippet_check_request_category_id_request_category_id_fk" FOREIGN KEY ("request_category_id") REFERENCES "public"."request_category"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "source_change" ADD CONSTRAINT "source_change_request_id_request_id_fk" FOREIGN KEY ("request_id") REFERENCES "public"."request"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "source_change" ADD CONSTRAINT "source_change_source_id_source_id_fk" FOREIGN KEY ("source_id") REFERENCES "public"."source"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "source_check" ADD CONSTRAINT "source_check_source_id_source_id_fk" FOREIGN KEY ("source_id") REFERENCES "public"."source"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "source_check" ADD CONSTRAINT "source_check_request_id_request_id_fk" FOREIGN KEY ("request_id") REFERENCES "public"."request"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "collection" ADD CONSTRAINT "collection_owner_id_app_user_id_fk" FOREIGN KEY ("owner_id") REFERENCES "public"."app_user"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "document_reference" ADD CONSTRAINT "document_reference_document_id_document_id_fk" FOREIGN KEY ("document_id") REFERENCES "public"."document"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "document_reference" ADD CONSTRAINT "document_reference_passage_id_passage_id_fk" FOREIGN KEY ("passage_id") REFERENCES "public"."passage"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "document_step" ADD CONSTRAINT "document_step_document_id_document_id_fk" FOREIGN KEY ("document_id") REFERENCES "public"."document"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "document_theme" ADD CONSTRAINT "document_theme_document_id_document_id_fk" FOREIGN KEY ("document_id") REFERENCES "public"."document"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "chat_answer_conversation" ON "chat_answer" USING btree ("conversation_id");--> statement-breakpoint
CREATE UNIQUE INDEX "chat_answer_one_at_a_time" ON "chat_answer" USING btree ("conversation_id") WHERE "chat_answer"."status" in ('asked', 'working');--> statement-breakpoint
CREATE INDEX "chat_answer_open" ON "chat_answer" USING btree ("created_at") WHERE "chat_answer"."status" in ('asked', 'working');--> statement-breakpoint
CREATE INDEX "chat_question_conversation" ON "chat_question" USING btree ("conversation_id","id");--> statement-breakpoint
CREATE UNIQUE INDEX "chat_question_key" ON "chat_question" USING btree ("conversation_id","idempotency_key");--> statement-breakpoint
CREATE UNIQUE INDEX "chat_source_key" ON "chat_source" USING btree ("conversation_id","key");--> statement-breakpoint
CREATE INDEX "chat_source_document" ON "chat_source" USING btree ("document_id");--> statement-breakpoint
CREATE INDEX "conversation_owner" ON "conversation" USING btree ("owner_id","asked_at");--> statement-breakpoint
CREATE INDEX "conflict_override_category" ON "conflict_override" USING btree ("request_category_id","id");--> statement-breakpoint
CREATE INDEX "conflict_override_request" ON "conflict_override" USING btree ("request_id");--> statement-breakpoint
CREATE UNIQUE INDEX "notice_request" ON "notice" USING btree ("request_id");--> statement-breakpoint
CREATE INDEX "notice_owner" ON "notice" USING btree ("owner_id","created_at");--> statement-breakpoint
CREATE UNIQUE INDEX "watch_run_due" ON "watch_run" USING btree ("watch_id","due_at");--> statement-breakpoint
CREATE INDEX "watch_run_state" ON "watch_run" USING btree ("state");--> statement-breakpoint
CREATE UNIQUE INDEX "watch_run_request" ON "watch_run" USING btree ("request_id");--> statement-breakpoint
CREATE INDEX "watch_due" ON "watch" USING btree ("next_at") WHERE "watch"."state" = 'active';--> statement-breakpoint
CREATE INDEX "watch_owner" ON "watch" USING btree ("owner_id","created_at");--> statement-breakpoint
CREATE UNIQUE INDEX "watch_series" ON "watch" USING btree ("owner_id","series_id") WHERE "watch"."state" <> 'stopped';--> statement-breakpoint
CREATE INDEX "passage_vector_owner" ON "passage_vector" USING btree ("owner_id","model","passage_id");--> statement-breakpoint
CREATE INDEX "passage_vector_document" ON "passage_vector" USING btree ("document_id");--> statement-breakpoint
CREATE INDEX "page_visit_source" ON "page_visit" USING btree ("source_id","at");--> statement-breakpoint
CREATE INDEX "page_visit_url" ON "page_visit" USING btree ("url","at");--> statement-breakpoint
CREATE INDEX "snippet_check_category" ON "snippet_check" USING btree ("request_category_id");--> statement-breakpoint
CREATE UNIQUE INDEX "source_change_once" ON "source_change" USING btree ("source_id","dedupe_key");--> statement-breakpoint
CREATE INDEX "source_change_request" ON "source_change" USING btree ("request_id","at");--> statement-breakpoint
CREATE INDEX "source_check_due" ON "source_check" USING btree ("due_at");--> statement-breakpoint
CREATE INDEX "source_check_request" ON "source_check" USING btree ("request_id");--> statement-breakpoint
CREATE UNIQUE INDEX "collection_owner_name" ON "collection" USING btree ("owner_id","name");--> statement-breakpoint
CREATE UNIQUE INDEX "document_reference_place" ON "document_reference" USING btree ("document_id","start_offset","end_offset","scheme");--> statement-breakpoint
CREATE INDEX "document_reference_canonical" ON "document_reference" USING btree ("scheme","canonical");--> statement-breakpoint
CREATE INDEX "document_reference_passage" ON "document_reference" USING btree ("passage_id");--> statement-breakpoint
CREATE INDEX "document_shared" ON "document" USING btree ("owner_id") WHERE visibility = 'workspace';--> statement-breakpoint
CREATE INDEX "request_series" ON "request" USING btree ("series_id");--> statement-breakpoint
CREATE UNIQUE INDEX "source_mention_once" ON "source_mention" USING btree ("source_id","request_category_id","provider","part");