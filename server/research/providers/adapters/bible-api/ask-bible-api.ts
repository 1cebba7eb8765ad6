// A passage in translations that are in the public domain, side by side. Each translation is a source of its own.
import { z } from "zod";
import { identityOf } from "../../../sources/core/identity";
import { resolvePassage } from "../../../subjects/core/passage";
import type { Answer, Question } from "../../schema";
import { apiAnswer, type Found, notAsked } from "../record/api-answer";
import { factNamed, termOf } from "../record/asked-facts";
import { passageOf } from "../record/bible-books";
import { type ApiOptions, callJson } from "../record/call";
import { layLines, termValue } from "../record/lay-lines";
import { plainText } from "../record/plain-text";

const id = "bible-api";
const name = "bible-api";
/** English translations of several centuries and the Vulgate. */
const translations = ["web", "kjv", "asv", "ylt", "dra", "clementine"];
/** Longer passages are books, not passages. */
const mostVerses = 60;

const answerSchema = z.object({
  reference: z.string(),
  verses: z.array(z.object({ chapter: z.number().int(), verse: z.number().int(), text: z.string() })).min(1),
  translation_id: z.string(),
  translation_name: z.string(),
  translation_note: z.string().optional().catch(undefined),
});
type Rendering = z.infer<typeof answerSchema>;

/** Asks for the passage in each translation. Free. */
export async function askBibleApi(question: Question, options: ApiOptions): Promise<Answer> {
  const osis = resolvePassage(question.subject)?.ids.osis;
  const passage = osis ? passageOf(osis) : null;
  if (!passage) return notAsked(id, name, "the subject is not a passage of the Bible that it holds.");
  const calls = await Promise.all(
    translations.map((translation) => callJson(name, `/${encodeURIComponent(passage.reference)}?translation=${translation}`, answerSchema, options)),
  );
  return apiAnswer(id, {
    found: calls.flatMap((call) => (call.ok ? (renderingSource(call.value, passage.reference, question) ?? []) : [])),
    queries: [passage.reference],
    asked: calls.length,
    // It answers 404 for a passage that a translation lacks.
    errors: calls.flatMap((call) => (call.ok || call.status === 404 ? [] : [call.error])),
    raw: calls.map((call) => (call.ok ? call.raw : null)),
  });
}

function renderingSource(rendering: Rendering, reference: string, question: Question): Found | null {
  const url = `https://bible-api.com/${encodeURIComponent(reference)}?translation=${encodeURIComponent(rendering.translation_id)}`;
  const identity = identityOf({ url })?.identity;
  const verses = rendering.verses.slice(0, mostVerses);
  if (!identity) return null;
  const title = plainText(rendering.translation_name);
  const note = plainText(rendering.translation_note ?? "");
  const translation = factNamed(question, /^translations?$/, "set", "enumeration");
  const licence = factNamed(question, /\blicen[cs]e\b/, "enumeration");
  const laid = layLines([
    {
      text: `${reference} in the translation ${title}${note ? ` (${note})` : ""}.`,
      states: [
        { fact: translation, value: termValue(translation ? termOf(translation, title, rendering.translation_id) : null), raw: title },
        { fact: licence, value: termValue(licence ? termOf(licence, note) : null), raw: note, qualifiers: { translation: title } },
      ],
    },
    ...verses.map((verse) => ({ text: `${verse.chapter}:${verse.verse} ${plainText(verse.text)}` })),
  ]);
  return {
    claims: laid.claims,
    source: {
      identity,
      aliases: [],
      title: `${reference}, ${title}`.slice(0, 600),
      url,
      tier: 8,
      date: null,
      jurisdiction: null,
      publisher: "bible-api.com",
      licence: (note || "Public domain").slice(0, 120),
      role: "retrieved",
      text: laid.text,
      passages: [{ start: 0, end: laid.text.length, page: null, heading: title.slice(0, 120), score: 1 }],
      upstream: null,
      superseded: false,
    },
  };
}
