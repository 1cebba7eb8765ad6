// Who wrote a category's text and who read its claims, from what the run said of it. The latest round counts.
import type { ProgressEvent } from "@/server/progress/schema";
import { type ModelWork, runEventBodies } from "../../requests/run-events";
import type { Writing } from "../panel/schema";

/** The account of a category's text; without a model its sentences were chosen from passages. */
export function writingOf(events: readonly ProgressEvent[], slug: string): Writing {
  const work = { "claims.extracted": undefined, "text.written": undefined } as Record<"claims.extracted" | "text.written", ModelWork | undefined>;
  for (const { type, body } of events) {
    if (type !== "claims.extracted" && type !== "text.written") continue;
    const parsed = runEventBodies[type].safeParse(body);
    if (parsed.success && parsed.data.category.slug === slug) work[type] = parsed.data.model;
  }
  const written = work["text.written"];
  const reasons = [work["claims.extracted"]?.reason, written?.reason].filter((reason) => reason !== null && reason !== undefined);
  return {
    model: written?.model ?? work["claims.extracted"]?.model ?? null,
    proposed: written?.proposed ?? 0,
    kept: written?.kept ?? 0,
    reasons: [...new Set(reasons)],
  };
}
