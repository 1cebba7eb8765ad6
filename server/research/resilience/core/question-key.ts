import canonicalize from "canonicalize";
import { sha256 } from "@/server/platform/hash";
import type { Question } from "../../providers/schema";

/** SHA-256 of provider, model and question. A question that holds passages of somebody's library is that account's alone. */
export function questionKey(provider: string, model: string, question: Question, ownerId: string): string {
  const passages = Reflect.get(question, "passages");
  const asker = Array.isArray(passages) && passages.length > 0 ? ownerId : null;
  const content = { provider, model, question: JSON.parse(JSON.stringify(question)), asker };
  return sha256(canonicalize(content) ?? JSON.stringify(content));
}
