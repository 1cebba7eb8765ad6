import type { Ctx } from "@/server/platform/context";
import { findDrug } from "../providers/find-drug";
import type { SubjectIdentity } from "../requests/schema";
import { resolvePassage } from "./core/passage";
import { resolveDrug } from "./resolve-drug";

type Asked = { readonly subject: string; readonly kind: "drug" | "passage" | "company" | "topic" };

/** What the subject is: a drug by RxNorm, a passage by its reference, everything else as typed. Never fails for want of an answer. */
export async function resolveSubject(ctx: Pick<Ctx, "db" | "clock" | "log" | "signal">, { subject, kind }: Asked): Promise<SubjectIdentity> {
  if (kind === "drug") return resolveDrug(subject, (name, signal) => findDrug(ctx, name, signal), ctx.signal);
  const asTyped: SubjectIdentity = { name: subject, aliases: [], ids: {}, resolvedBy: "as typed" };
  return kind === "passage" ? (resolvePassage(subject) ?? asTyped) : asTyped;
}
