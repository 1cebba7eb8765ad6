// How many files an account sends at the same time: each is held in memory until it is whole, and one that drips in is held for long.
import type { OwnerScope } from "@/server/platform/context";
import { AppError } from "@/server/platform/errors";
import { singleton } from "@/server/platform/singleton";

/** A page of ours sends two. */
export const mostUploads = 6;

const sending = () => singleton("uploads.sending", () => new Map<string, number>());

/** Does what reads an upload; throws `rate_limited` before anything is read where the account sends too many already. */
export async function inUploadPlace<T>({ ownerId }: OwnerScope, work: () => Promise<T>): Promise<T> {
  const now = sending().get(ownerId) ?? 0;
  if (now >= mostUploads)
    throw new AppError(
      "rate_limited",
      `You are sending ${mostUploads} files already. Nothing of this one was kept; send it when one of them is there.`,
      {
        retryAfterMs: 2_000,
      },
    );
  sending().set(ownerId, now + 1);
  try {
    return await work();
  } finally {
    const left = (sending().get(ownerId) ?? 1) - 1;
    if (left > 0) sending().set(ownerId, left);
    else sending().delete(ownerId);
  }
}
