import type { ExtractOutcome } from "./outcome.ts";

export function refusal(reason: string): ExtractOutcome {
  return { ok: false, reason };
}
