import { readPage } from "@/server/library/documents/read-page";
import { outbound } from "@/server/platform/outbound";
import { lookUpWork } from "../providers/look-up-work";
import type { ReadPage } from "../snapshots/visit-page";
import type { LookParts } from "./look-at-source";

/** Pages are read where documents are. */
export const readFetchedPage: ReadPage = async (page, signal) => {
  const read = await readPage(page, { signal });
  return read.ok ? read.readable : null;
};

/** The process's own way out, its reader of pages, and the registers it is configured with. */
export function lookParts(): LookParts {
  return { outbound: outbound(), readPage: readFetchedPage, lookUp: lookUpWork };
}
