import { outbound } from "@/server/platform/outbound";
import { lookUpWork } from "../providers/look-up-work";
import { readPage } from "../snapshots/read-page";
import type { LookParts } from "./look-at-source";

/** The process's own way out, its reader of pages, and the registers it is configured with. */
export function lookParts(): LookParts {
  return { outbound: outbound(), readPage, lookUp: lookUpWork };
}
