// The text of an open paper, where its licence lets it be kept and quoted.
import type { ProviderError } from "../../schema";
import { type ApiOptions, callText } from "../record/call";
import { parseXml, textsOf } from "../record/xml";
import type { Article } from "./wire";

export type FullText = { readonly paragraphs: string[]; readonly raw: string | null; readonly error: ProviderError | null };

/** Shorter paragraphs are headings and labels. */
const shortest = 40;
/** Characters of a paper that are kept; a long review has half of it. */
const longest = 200_000;

/** In PubMed Central, open, and under a licence of Creative Commons or none of anybody's. */
export function isOpenToRead({ pmcid, isOpenAccess, license }: Pick<Article, "pmcid" | "isOpenAccess" | "license">): boolean {
  return /^PMC\d+$/.test(pmcid ?? "") && isOpenAccess === "Y" && /^cc\b|^cc-|^cc0|public domain/i.test(license?.trim() ?? "");
}

/** The paragraphs of a paper's body. A paper whose text is not there (404) has none, and that is no error. */
export async function readFullText(pmcid: string, options: ApiOptions): Promise<FullText> {
  const fetched = await callText("Europe PMC", `/${encodeURIComponent(pmcid)}/fullTextXML`, options);
  if (!fetched.ok) return { paragraphs: [], raw: null, error: fetched.status === 404 ? null : fetched.error };
  const article = parseXml(fetched.value, "article");
  if (!article) {
    const message = `Europe PMC sent the text of ${pmcid} in another form than documented.`;
    return { paragraphs: [], raw: fetched.raw, error: { kind: "schema", retryable: false, message } };
  }
  let room = longest;
  const paragraphs = textsOf(article, "body p").filter((paragraph) => {
    if (paragraph.length < shortest || paragraph.length > room) return false;
    room -= paragraph.length;
    return true;
  });
  return { paragraphs, raw: fetched.raw, error: null };
}
