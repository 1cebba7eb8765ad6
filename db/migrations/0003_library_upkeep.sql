ALTER TABLE "chat_question" ADD COLUMN "fresh" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "watch" ADD COLUMN "monthly_cap_usd" real;--> statement-breakpoint
ALTER TABLE "document" ADD COLUMN "search_length" integer;