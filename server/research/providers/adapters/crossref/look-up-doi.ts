// What a DOI stands for: Crossref's record of the work, or, for DOIs of other agencies, the resolver's word that it is registered.
import { z } from "zod";
import { userAgent } from "@/server/platform/user-agent";
import type { RegisterLook } from "../../../verification/schema";
import { fetchBody } from "../../core/http";
import { type ApiOptions, callJson } from "../record/call";
import { plainTitle } from "../record/plain-text";
import { workSchema } from "./wire";
import { dateOf, noticesOf } from "./work";

const author = z.object({
  family: z.string().optional().catch(undefined),
  name: z.string().optional().catch(undefined),
  sequence: z.string().optional().catch(undefined),
});
const oneWork = z.object({ message: workSchema.extend({ author: z.array(author).optional().catch(undefined) }) });

type Base = Omit<RegisterLook, "register" | "state">;

export type DoiOptions = ApiOptions & {
  /** Base address of the resolver of DOIs. */
  readonly resolver: string;
  /** Waits for the resolver's turn. */
  readonly getResolver?: ApiOptions["get"];
};

/** Asks Crossref, and where it knows no such DOI, the resolver: other agencies register DOIs as well. */
export async function lookUpDoi(doi: string, options: DoiOptions): Promise<RegisterLook> {
  const mail = options.contact === "" ? "" : `?${new URLSearchParams({ mailto: options.contact })}`;
  const asked = await callJson("Crossref", `/v1/works/${encodeURIComponent(doi)}${mail}`, oneWork, options);
  const base: Base = { scheme: "doi", value: doi, title: null, year: null, author: null, notices: [], reason: null, at: options.now.toISOString() };
  if (!asked.ok) {
    if (asked.status === 404) return resolve(doi, options, base);
    return { ...base, register: "Crossref", state: "unknown", reason: asked.error.message };
  }
  const { message: work } = asked.value;
  const first = work.author?.find(({ sequence }) => sequence === "first") ?? work.author?.[0];
  const year = Number((dateOf(work.published) ?? dateOf(work.issued))?.slice(0, 4));
  return {
    ...base,
    register: "Crossref",
    state: "found",
    title: work.title[0] ? plainTitle(work.title[0], "") || null : null,
    year: Number.isInteger(year) && year > 0 ? year : null,
    author: first?.family ?? first?.name ?? null,
    notices: noticesOf(work).slice(0, 20),
  };
}

async function resolve(doi: string, options: DoiOptions, base: Base): Promise<RegisterLook> {
  const fetched = await (options.getResolver ?? fetchBody)(`${options.resolver}/${encodeURI(doi).replaceAll("#", "%23").replaceAll("?", "%3F")}`, {
    name: "doi.org",
    fetch: options.fetch,
    signal: options.signal,
    headers: { accept: "text/html", "user-agent": userAgent(options.contact) },
  });
  if (!fetched.ok) return { ...base, register: "doi.org", state: "unknown", reason: fetched.error.message };
  if (fetched.status === 404) return { ...base, register: "doi.org", state: "absent" };
  // It answers a DOI that it knows by leading to the work.
  if (fetched.status >= 300 && fetched.status < 400) return { ...base, register: "doi.org", state: "registered" };
  return { ...base, register: "doi.org", state: "unknown", reason: `doi.org answered ${fetched.status}.` };
}
