// What a library says by itself: for each of the questions in a question, the best sentences as they stand, or that it does not say.
import { type Found, isAnswerable, measure } from "./core/answerable";
import { chooseSentences } from "./core/choose-sentences";
import type { Weighed } from "./core/concepts";
import { judgeQuote } from "./core/judge";
import { repeats } from "./core/repeats";
import type { StoredRetrieval } from "./core/stretch";
import { traditionOf, traditionsIn } from "./core/traditions";
import { versesIn } from "./core/verses";
import type { Pen } from "./pen";

/** Traditions need room beside each other. */
const quotedOfTraditions = 10;
const quoted = 6;
const quotedOfPart = 4;
/** Below this a passage only happens to share a word. */
const alike = 0.3;

export type MeasuredPart = {
  readonly text: string;
  readonly concepts: readonly Weighed[];
  readonly found: readonly Found[];
  /** Sentences of the library answer it. */
  readonly sayable: boolean;
};

/** The questions in a question with what was found for each. */
export function measureParts({ stretches, concepts, parts }: StoredRetrieval, question: string): MeasuredPart[] {
  return (parts ?? [{ text: question, concepts }]).map((part) => {
    const found = measure(stretches, part.concepts, part.text);
    return { ...part, found, sayable: isAnswerable(found, part.text) };
  });
}

/** Writes the best sentences for each part that has any. */
export async function quotePassages(pen: Pen, parts: readonly MeasuredPart[], theological: boolean): Promise<void> {
  const room = theological ? quotedOfTraditions : parts.length > 1 ? quotedOfPart : quoted;
  for (const part of parts.filter(({ sayable }) => sayable)) {
    const asked = theological ? traditionsIn(part.text) : [];
    for (const { lead, also } of chooseSentences(part.found, part.concepts, part.text, room, versesIn(part.text))) {
      const tradition = theological ? traditionOf(lead.text, lead.stretch.heading) : null;
      if (asked.length > 0 && tradition !== null && !asked.includes(tradition)) continue;
      if (pen.sentences.some(({ text }) => repeats(text, lead.text))) continue;
      const judged = judgeQuote(
        lead.text,
        [lead, ...also].map(({ stretch, start, end }) => ({ stretch, start, end })),
      );
      if (judged.kind === "published") await pen.publish(judged, tradition);
      else if (judged.kind === "withheld") await pen.withhold(judged.text, judged.reason);
    }
  }
}

/** Says of which parts the library says nothing, where it says something of others. */
export async function noteSilence(pen: Pen, parts: readonly MeasuredPart[]): Promise<void> {
  if (!parts.some(({ sayable }) => sayable)) return;
  for (const { text, sayable } of parts) if (!sayable) await pen.note(`The library does not say: “${text}”`);
}

/** Says that the library does not say, with the passage that is nearest. */
export async function decline(pen: Pen, parts: readonly MeasuredPart[], near: ReadonlySet<string>): Promise<void> {
  const found = parts.flatMap((part) => part.found);
  const [first] = found.flatMap(({ sentences }) => sentences).sort((a, b) => b.covers - a.covers);
  const best = first && first.covers >= alike ? first : found.find(({ stretch }) => near.has(stretch.id))?.sentences[0];
  const words = new Map(
    parts
      .flatMap(({ concepts }) => concepts)
      .filter(({ soft, carried }) => !soft && !carried)
      .map((concept) => [concept.words.join(" "), concept.passages]),
  );
  await pen.decline(
    best ? { stretch: best.stretch, start: best.start, end: best.end } : null,
    [...words].map(([word, passages]) => ({ word, passages })),
  );
}
