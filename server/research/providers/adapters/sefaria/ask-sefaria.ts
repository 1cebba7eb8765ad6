// The Hebrew Bible in its versions, and the works of the rabbis that comment on a passage or quote it. Every version keeps its own licence.

import { resolvePassage } from "../../../subjects/core/passage";
import { parseJson } from "../../core/json";
import type { Answer, ProviderError, Question } from "../../schema";
import { apiAnswer, type Found, notAsked } from "../record/api-answer";
import { factNamed } from "../record/asked-facts";
import { type Passage, passageOf } from "../record/bible-books";
import { type ApiOptions, callJson } from "../record/call";
import { plainText } from "../record/plain-text";
import { readRecords, unreadable } from "../record/read-records";
import { registerSource } from "../record/register";
import { versionSource } from "./version";
import { type Link, linkSchema, refusalSchema, relatedSchema, textsSchema, versionSchema } from "./wire";

const id = "sefaria";
const name = "Sefaria";
const mostVersions = 6;
const mostWorks = 5;
const mostLinks = 30;

type Part = { readonly found: readonly Found[]; readonly error: ProviderError | null; readonly raw: string | null };

/** Asks for the passage's versions where the category looks at the text, for linked works where it looks at reception. Free. */
export async function askSefaria(question: Question, options: ApiOptions): Promise<Answer> {
  const osis = resolvePassage(question.subject)?.ids.osis;
  const passage = osis ? passageOf(osis) : null;
  if (!passage) return notAsked(id, name, "the subject is not a passage of the Bible.");
  if (!passage.sefaria) return notAsked(id, name, `it holds the Hebrew Bible and rabbinic works, and ${passage.book} is not among them.`);
  const works = factNamed(question, /\bworks?\b|\bsages?\b/, "set") !== null;
  const parallels = factNamed(question, /\brelated passages?\b/, "reference", "set") !== null;
  const texts = !works && !parallels;
  const parts = await Promise.all([
    ...(texts ? [askVersions(passage.sefaria, "version=source&version=translation", passage.reference, question, options)] : []),
    ...(works || parallels ? [askLinks(passage, passage.sefaria, { works, parallels }, question, options)] : []),
  ]);
  const flat = parts.flat();
  return apiAnswer(id, {
    found: flat.flatMap((part) => part.found),
    queries: [passage.sefaria],
    asked: flat.length,
    errors: flat.flatMap((part) => part.error ?? []),
    raw: flat.map((part) => part.raw),
  });
}

async function askVersions(ref: string, wanted: string, heading: string, question: Question, options: ApiOptions): Promise<Part[]> {
  const answer = await callJson(name, `/api/v3/texts/${encodeURIComponent(ref)}?${wanted}&return_format=text_only`, textsSchema, options);
  if (!answer.ok) return [{ found: [], error: saysNothing(answer.status, answer.raw) ? null : answer.error, raw: null }];
  const { records, broken } = readRecords(answer.value.versions, versionSchema);
  const found = records.slice(0, mostVersions).flatMap((version) => versionSource(plainText(answer.value.ref), version, heading, question) ?? []);
  const [error = null] = unreadable(name, records.length, broken);
  return [{ found, error, raw: answer.raw }];
}

async function askLinks(
  passage: Passage,
  ref: string,
  wanted: { works: boolean; parallels: boolean },
  question: Question,
  options: ApiOptions,
): Promise<Part[]> {
  const answer = await callJson(name, `/api/related/${encodeURIComponent(ref)}?with_sheet_links=0`, relatedSchema, options);
  if (!answer.ok) return [{ found: [], error: saysNothing(answer.status, answer.raw) ? null : answer.error, raw: null }];
  const { records, broken } = readRecords(answer.value.links, linkSchema);
  const [error = null] = unreadable(name, records.length, broken);
  const list = wanted.parallels ? linkList(passage, ref, records, question) : null;
  const chosen = wanted.works ? chooseWorks(records) : [];
  const texts = await Promise.all(
    chosen.map((link) => askVersions(link.ref, "version=translation&version=source", link.category, question, options)),
  );
  return [{ found: list ? [list] : [], error, raw: answer.raw }, ...texts.flat()];
}

/** Biblical passages that are linked with this one, as one source. */
function linkList(passage: Passage, ref: string, links: readonly Link[], question: Question): Found | null {
  const biblical = [...new Set(links.filter((link) => link.category === "Tanakh").map((link) => plainText(link.ref)))].slice(0, mostLinks);
  return registerSource(
    biblical.map((other) => ({ text: `Parallel passage linked with ${passage.reference}: ${other}.` })),
    {
      title: `Sefaria: passages linked with ${passage.reference}`,
      url: `https://www.sefaria.org/${encodeURIComponent(ref)}?with=Tanakh`,
      register: "https://www.sefaria.org/",
      heading: "Linked passages",
      tier: 8,
      date: null,
      jurisdiction: null,
      publisher: "Sefaria",
      licence: "CC0 (links)",
    },
    question,
  );
}

const reception = ["Midrash", "Talmud", "Commentary", "Targum", "Mishnah", "Tosefta", "Halakhah"];

/** One work of each kind in turn, the first that is linked, until there are enough. */
function chooseWorks(links: readonly Link[]): Link[] {
  const queues = reception.map((category) => {
    const seen = new Set<string>();
    return links.filter((link) => link.category === category && !seen.has(link.index_title ?? link.ref) && seen.add(link.index_title ?? link.ref));
  });
  const chosen: Link[] = [];
  for (let round = 0; chosen.length < mostWorks && queues.some((queue) => queue.length > round); round++) {
    for (const queue of queues) {
      const link = queue[round];
      if (link && chosen.length < mostWorks) chosen.push(link);
    }
  }
  return chosen;
}

function saysNothing(status: number | null, raw: string | null): boolean {
  return (status === 404 || status === 400) && raw !== null && parseJson(name, raw, refusalSchema).ok;
}
