import type { FolderInLibrary } from "@/server/library/documents/read-folder-into-library";
import type { ProgressEvent } from "@/server/progress/schema";
import type { EditionComparison } from "@/server/research/editions/changes/schema";
import type { Edition } from "@/server/research/editions/schema";
import type { SubmitRequest } from "@/server/research/requests/schema";

/** What the command needs: done in this process, or by the server that holds the data folder. */
export type ResearchPort = {
  /** Rejects, with one sentence, what could not be submitted; before anything is added. */
  readonly check: (input: Pick<SubmitRequest, "pack" | "categories" | "providers">) => Promise<unknown>;
  readonly addFolder: (folder: string) => Promise<FolderInLibrary>;
  readonly addExample: () => Promise<void>;
  /** An unfinished request with this key prefix is taken up again, else a new one is submitted. */
  readonly submit: (input: Omit<SubmitRequest, "idempotencyKey">, keyPrefix: string) => Promise<{ id: string; resumed: boolean }>;
  readonly events: (id: string, signal: AbortSignal) => AsyncIterable<ProgressEvent>;
  readonly edition: (id: string) => Promise<Edition>;
  /** Against the edition before it, or the one that is named. */
  readonly changes: (id: string, against: string | null) => Promise<EditionComparison>;
  readonly close: () => Promise<void>;
};

/** What only looks at editions needs. */
export type EditionsPort = Pick<ResearchPort, "edition" | "changes" | "close">;
