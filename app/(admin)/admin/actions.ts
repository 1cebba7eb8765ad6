"use server";
import { revalidatePath } from "next/cache";
import type { PeopleState } from "@/app/_features/admin/people-action";
import { caller } from "@/server/caller";
import { AppError } from "@/server/platform/errors";
import { told } from "./told";

/** Decides on one account; the procedures check who asks. */
export async function decideAction(_before: PeopleState, form: FormData): Promise<PeopleState> {
  const field = (name: string) => {
    const value = form.get(name);
    return typeof value === "string" ? value : "";
  };
  const [userId, name, reason, intent] = [field("userId"), field("name"), field("reason"), field("intent")];
  try {
    const { identity } = await caller();
    const done = await decide(identity, intent, { userId, reason });
    revalidatePath("/admin");
    return { done: `${done}: ${name}.`, failed: null };
  } catch (error) {
    return { done: null, failed: { userId, reason, message: told(error) } };
  }
}

type Identity = Awaited<ReturnType<typeof caller>>["identity"];

async function decide(identity: Identity, intent: string, { userId, reason }: { userId: string; reason: string }): Promise<string> {
  switch (intent) {
    case "approve":
      await identity.decideUser({ userId, decision: "approve" });
      return "Approved";
    case "deny":
      await identity.decideUser({ userId, decision: "deny", reason });
      return "Declined";
    case "make-admin":
      await identity.changeRole({ userId, role: "admin" });
      return "Made an administrator";
    case "make-user":
      await identity.changeRole({ userId, role: "user" });
      return "Made a user";
    default:
      throw new AppError("bad_request", "This page is out of date. Load it again.");
  }
}
