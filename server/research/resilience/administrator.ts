import type { Ctx } from "@/server/platform/context";
import { AppError } from "@/server/platform/errors";

/** The administrator's account; throws `forbidden` for everybody else. */
export function administrator({ actor }: Pick<Ctx, "actor">): { readonly userId: string } {
  if (actor.kind !== "user" || actor.role !== "admin" || actor.status !== "approved")
    throw new AppError("forbidden", "Only administrators may change providers.");
  return actor;
}
