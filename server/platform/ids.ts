import { monotonicFactory } from "ulid";

const next = monotonicFactory();

/** A new ULID: 26 characters, sortable by time, increasing within this process. */
export function newId(): string {
  return next();
}
