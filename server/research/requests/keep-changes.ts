import type { Queryable, Tx } from "@/db/client";
import { findRequest, type RequestRow, updateRequestIf } from "./store";

/** The request whoever owns it: for what the house does by itself. */
export async function findRequestRow(db: Queryable, id: string): Promise<RequestRow | null> {
  return findRequest(db, "system", id);
}

/** Keeps with an ended edition what differs from the one before it. Derived from both, so it is no act of anybody and enters no trail. */
export async function keepChanges(tx: Tx, id: string, changes: NonNullable<RequestRow["changes"]>): Promise<void> {
  await updateRequestIf(tx, id, ["completed", "partial_failure"], { changes });
}
