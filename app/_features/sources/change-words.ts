import type { SourceChange, SourceChangeKind } from "@/server/research/verification/schema";

const flags: Record<SourceChangeKind, string> = {
  retracted: "retracted since",
  concern: "concern since",
  corrected: "corrected since",
  superseded: "replaced since",
  changed: "changed since",
  gone: "gone since",
  returned: "back",
};

/** What became of a source after the edition, one short word each; a page that went and came back is only back. */
export function changeFlags(changes: readonly SourceChange[], sourceId: string): string[] {
  const kinds = changes.filter((change) => change.sourceId === sourceId).map((change) => change.kind);
  const last = kinds.findLast((kind) => kind === "gone" || kind === "returned");
  const told = kinds.filter((kind) => (kind !== "gone" && kind !== "returned") || kind === last);
  return [...new Set(told)].map((kind) => flags[kind]);
}
