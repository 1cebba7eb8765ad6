// Answers of engines that are none: not asked, failed, broken off. What they cost is said, or said to be unknown.
import type { Answer, Cost, ProviderError } from "../schema";

type Known = Partial<Answer> & Pick<Answer, "provider" | "model">;

/** An answer with nothing in it but what is given. */
export function blankAnswer(known: Known): Answer {
  return {
    servedModel: null,
    text: "",
    status: "failed",
    sources: [],
    spans: [],
    claims: [],
    queries: [],
    usage: {},
    cost: { usd: 0, basis: "free" },
    error: null,
    requestId: null,
    raw: null,
    ...known,
  };
}

/** A failure. A status that is no success is not charged by any of these vendors; of an exchange that broke off nobody here knows. */
export function failedAnswer(known: Known, error: ProviderError): Answer {
  return blankAnswer({ ...known, status: "failed", error, cost: known.cost ?? costOfFailure(error) });
}

function costOfFailure(error: ProviderError): Cost {
  if (error.status !== undefined || error.kind === "unreachable")
    return { usd: 0, basis: "free", reason: "It was refused before an answer was made." };
  return { usd: null, basis: "unknown", reason: "No whole answer came, so what was charged is not known." };
}

/** Text that any database takes: without NUL and halves of characters. */
export function storable(raw: string): string {
  return raw.replaceAll("\u0000", " ").toWellFormed();
}
