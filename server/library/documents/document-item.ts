import type { OwnerScope } from "@/server/platform/context";
import type { StepItem } from "./list-steps";
import { type DocumentMetadata, documentMetadataSchema } from "./schema";
import type { DocumentSummaryRow } from "./store";

/** A document as lists and pages show it. */
export type DocumentItem = {
  readonly id: string;
  readonly fileName: string;
  readonly title: string;
  readonly kind: NonNullable<DocumentSummaryRow["kind"]>;
  /** Why it is taken for that kind, one sentence; null when its owner said so. */
  readonly kindReason: string | null;
  readonly status: DocumentSummaryRow["status"];
  /** Every part of its processing, in order. */
  readonly steps: readonly StepItem[];
  /** Why it failed, one sentence. */
  readonly error: string | null;
  readonly mediaType: string;
  readonly bytes: number;
  readonly hash: string;
  readonly pages: number | null;
  readonly passages: number;
  readonly language: string | null;
  readonly metadata: DocumentMetadata;
  readonly warnings: readonly string[];
  /** Name of the collection it stands on; its owner's alone to see. */
  readonly collection: string | null;
  readonly visibility: DocumentSummaryRow["visibility"];
  /** Whether the reader owns it and may change it. */
  readonly isMine: boolean;
  readonly isExample: boolean;
  readonly createdAt: Date;
  readonly readyAt: Date | null;
};

export function documentItem(row: DocumentSummaryRow, scope: OwnerScope, steps: readonly StepItem[]): DocumentItem {
  const { id, fileName, status, error, mediaType, bytes, hash, pages, language, warnings, isExample, createdAt, readyAt } = row;
  const isMine = row.ownerId === scope.ownerId;
  return {
    ...{ id, fileName, status, error, mediaType, bytes, hash, pages, language, warnings, isExample, createdAt, readyAt, steps, isMine },
    collection: isMine ? row.collection : null,
    visibility: row.visibility,
    title: row.title ?? fileName,
    kind: row.kind ?? "general",
    kindReason: row.kindReason,
    passages: row.passageCount,
    metadata: documentMetadataSchema.parse(row.metadata),
  };
}
