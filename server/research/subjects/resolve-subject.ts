import type { SubjectIdentity } from "../requests/schema";
import { resolvePassage } from "./core/passage";

/** What the subject is, as far as it can be told without going out: passages by their reference, everything else as typed. */
export function resolveSubject(subject: string, kind: "drug" | "passage" | "company" | "topic"): SubjectIdentity {
  const asTyped: SubjectIdentity = { name: subject, aliases: [], ids: {}, resolvedBy: "as typed" };
  return kind === "passage" ? (resolvePassage(subject) ?? asTyped) : asTyped;
}
