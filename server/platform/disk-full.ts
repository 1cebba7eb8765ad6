import { AppError, messageOf } from "./errors";

/** As the file system and PostgreSQL call it (a quota that is used up is no different to whoever waits). */
const codes: ReadonlySet<unknown> = new Set(["ENOSPC", "EDQUOT", "53100"]);
const deepest = 8;

/** What people are told where something broke because there is no room left to write; null where it broke for another reason. */
export function diskFull(error: unknown): AppError | null {
  let inner = error;
  for (let depth = 0; depth < deepest && inner instanceof Error; depth += 1) {
    if ("code" in inner && codes.has(inner.code))
      return new AppError(
        "unavailable",
        "The server has no room left on its disk. Nothing of this was kept, and what was there is whole; tell the operator, and try again when there is room.",
        { message: messageOf(error), cause: error },
      );
    inner = inner.cause;
  }
  return null;
}
