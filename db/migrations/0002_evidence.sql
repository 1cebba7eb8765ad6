ALTER TABLE "claim" ADD COLUMN "snapshot_hash" text;--> statement-breakpoint
ALTER TABLE "request" ADD COLUMN "share_passages" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "source_mention" ADD COLUMN "snapshot_hash" text;--> statement-breakpoint
ALTER TABLE "source" ADD COLUMN "notices" jsonb DEFAULT '[]'::jsonb NOT NULL;