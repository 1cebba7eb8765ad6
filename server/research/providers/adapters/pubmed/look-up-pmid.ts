// What a PMID stands for, from PubMed's summaries.
import { z } from "zod";
import type { PublicationNotice } from "../../../sources/schema";
import type { RegisterLook } from "../../../verification/schema";
import { callJson } from "../record/call";
import { plainTitle } from "../record/plain-text";
import type { PubMedOptions } from "./ask-pubmed";

const text = z.string().optional().catch(undefined);
const summary = z.object({
  title: text,
  vernaculartitle: text,
  pubdate: text,
  pubtype: z.array(z.string()).optional().catch(undefined),
  authors: z
    .array(z.object({ name: z.string() }))
    .optional()
    .catch(undefined),
  /** Set where there is no such article. */
  error: text,
});
const summaries = z.union([z.object({ result: z.record(z.string(), z.unknown()) }), z.object({ error: z.string() })]);

/** Asks for the article's title, year, first author and kinds; a retracted one says so by its kind. */
export async function lookUpPmid(pmid: string, options: PubMedOptions): Promise<RegisterLook> {
  const query = new URLSearchParams({ db: "pubmed", id: pmid, retmode: "json", tool: "variorum" });
  if (options.contact !== "") query.set("email", options.contact);
  if (options.apiKey) query.set("api_key", options.apiKey);
  const asked = await callJson("PubMed", `/esummary.fcgi?${query}`, summaries, options);
  const base = {
    register: "PubMed",
    scheme: "pmid",
    value: pmid,
    title: null,
    year: null,
    author: null,
    notices: [] as PublicationNotice[],
    replacedBy: null,
    reason: null,
    at: options.now.toISOString(),
  } as const;
  if (!asked.ok) return { ...base, state: "unknown", reason: asked.error.message };
  if ("error" in asked.value) return { ...base, state: "unknown", reason: "PubMed asked us to slow down." };
  const found = summary.safeParse(asked.value.result[pmid]);
  if (!found.success || found.data.error !== undefined) return { ...base, state: "absent" };
  const { title, vernaculartitle, pubdate, pubtype = [], authors } = found.data;
  const year = Number(/\b(?:1[89]|20)\d{2}\b/.exec(pubdate ?? "")?.[0] ?? Number.NaN);
  const retracted = pubtype.some((type) => /^retracted publication$/i.test(type));
  return {
    ...base,
    state: "found",
    title: plainTitle(title || vernaculartitle || "", "") || null,
    year: Number.isNaN(year) ? null : year,
    // "Holloway M": the family name stands in front of the initials.
    author: authors?.[0]?.name.replace(/\s+\p{Lu}{1,3}$/u, "") ?? null,
    notices: retracted ? [{ kind: "retraction", date: null, by: null }] : [],
  };
}
