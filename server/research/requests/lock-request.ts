import type { Tx } from "@/db/client";
import { lockRequest } from "./store";

/** Makes categories of one request take source numbers one after the other. */
export async function lockForNumbering(tx: Tx, requestId: string): Promise<void> {
  await lockRequest(tx, requestId);
}
