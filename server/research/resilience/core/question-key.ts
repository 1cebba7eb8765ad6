import canonicalize from "canonicalize";
import { sha256 } from "@/server/platform/hash";
import type { Question } from "../../providers/schema";

/** SHA-256 of provider, model and question. A question that holds passages of somebody's library is that account's alone. */
export function questionKey(provider: string, model: string, question: Question, ownerId: string): string {
  const passages = question.passages ?? [];
  const asker = passages.length > 0 ? ownerId : null;
  // Of a passage only what is shown is asked.
  const shown = passages.map(({ key, sourceTitle, text, place }) => ({ key, sourceTitle, text, at: place && [sha256(place.text), place.start] }));
  const content = { provider, model, question: JSON.parse(JSON.stringify({ ...question, passages: shown })), asker };
  return sha256(canonicalize(content) ?? JSON.stringify(content));
}
