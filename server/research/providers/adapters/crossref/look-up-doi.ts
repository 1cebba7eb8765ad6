// What a DOI stands for: Crossref's record of the work, or, for DOIs of other agencies, the resolver's word that it is registered.
import { z } from "zod";
import type { RegisterLook } from "../../../verification/schema";
import { type ApiOptions, callJson, callText } from "../record/call";
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

/** `resolver`: how doi.org is called. */
export type DoiOptions = ApiOptions & { readonly resolver: ApiOptions };

/** Asks Crossref, and where it knows no such DOI, the resolver: other agencies register DOIs as well. */
export async function lookUpDoi(doi: string, options: DoiOptions): Promise<RegisterLook> {
  const mail = options.contact === "" ? "" : `?${new URLSearchParams({ mailto: options.contact })}`;
  const asked = await callJson("Crossref", `/v1/works/${encodeURIComponent(doi)}${mail}`, oneWork, options);
  const base: Base = {
    scheme: "doi",
    value: doi,
    title: null,
    year: null,
    author: null,
    notices: [],
    replacedBy: null,
    reason: null,
    at: options.now.toISOString(),
  };
  if (!asked.ok) {
    if (asked.status === 404) return resolve(doi, options.resolver, base);
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
    replacedBy: work["updated-by"]?.find(({ type }) => /^new[_ -]?(?:version|edition)$/i.test(type ?? ""))?.DOI ?? null,
  };
}

async function resolve(doi: string, options: ApiOptions, base: Base): Promise<RegisterLook> {
  const path = `/${encodeURI(doi).replaceAll("#", "%23").replaceAll("?", "%3F")}`;
  const fetched = await callText("doi.org", path, options, "text/html");
  if (fetched.status === 404) return { ...base, register: "doi.org", state: "absent" };
  // It answers a DOI that it knows by leading to the work.
  if (fetched.status !== null && fetched.status >= 300 && fetched.status < 400) return { ...base, register: "doi.org", state: "registered" };
  const reason = fetched.ok ? `doi.org answered ${fetched.status}.` : fetched.error.message;
  return { ...base, register: "doi.org", state: "unknown", reason };
}
