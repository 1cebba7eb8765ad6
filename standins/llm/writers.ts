// How the stand-in models behave, by the name of the model that is asked for.
import { meaningOf } from "./embeddings";
import { factsOf, passagesOf, questionOf, type SeenPassage, wants } from "./prompt";
import type { Asked } from "./wires";

type Claim = {
  passage: string;
  quote: string;
  attribute: string;
  value: number | null;
  low: number | null;
  high: number | null;
  unit: string | null;
  text: string | null;
  polarity: "affirmed" | "denied";
};
type Sentence = { text: string; section: string | null; citations: { passage: string; quote: string }[] };

const number = /(\d+(?:\.\d+)?)\s?([\p{L}%µ][\p{L}%µ/]*)?/u;
const bare = { value: null, low: null, high: null, unit: null, text: null, polarity: "affirmed" as const };

/** Reads with care and copies what it reads. */
function careful(asked: Asked): unknown {
  const passages = passagesOf(asked.question);
  if (wants(asked.rules) === "sentences") return { sentences: toldOf(asked.question, passages) };
  const claims = passages.flatMap((passage) =>
    passage.sentences.flatMap((sentence): Claim[] =>
      factsOf(asked.question).flatMap(({ name, words }) => {
        const said = sentence.toLowerCase();
        const named = words.some((phrase) => phrase.split(/[\s-]+/).every((word) => said.includes(word)));
        const read = named ? number.exec(sentence) : null;
        return read ? [{ ...bare, passage: passage.id, quote: sentence, attribute: name, value: Number(read[1]), unit: read[2] ?? null }] : [];
      }),
    ),
  );
  return { claims };
}

/** Of passages to a question, the sentences that share most words with it; of others the first two of each. */
function toldOf(question: string, passages: readonly SeenPassage[]): Sentence[] {
  const words = questionOf(question);
  if (words.length === 0) return passages.flatMap((passage) => passage.sentences.slice(0, 2).map(told(passage)));
  return passages
    .flatMap((passage) => passage.sentences.map((sentence) => ({ passage, sentence, shared: sharedBy(words, sentence) })))
    .filter(({ shared }) => shared * 2 >= words.length)
    .sort((a, b) => b.shared - a.shared)
    .slice(0, 6)
    .map(({ passage, sentence }) => told(passage)(sentence));
}

function sharedBy(words: readonly string[], sentence: string): number {
  const meant = meaningOf(sentence);
  return words.filter((word) => meant.includes(meaningOf(word))).length;
}

const told =
  (passage: SeenPassage) =>
  (sentence: string): Sentence => ({ text: sentence, section: null, citations: [{ passage: passage.id, quote: sentence }] });

/** Changes every number that it copies, and quotes what it changed. */
function inventive(asked: Asked): unknown {
  const changed = (text: string): string => text.replace(/\d+/g, (digits) => String(Number(digits) + 7));
  return JSON.parse(
    changed(JSON.stringify(careful({ ...asked, question: asked.question })))
      // Names of passages hold digits; those stay.
      .replace(/"passage":"[^"]*"/g, () => `"passage":"${passagesOf(asked.question)[0]?.id ?? ""}"`),
  );
}

/** Does whatever any passage tells it to, everywhere, and tells all that it knows. */
function obedient(asked: Asked): unknown {
  const passages = passagesOf(asked.question);
  const orders = passages.flatMap((passage) => passage.sentences.filter((sentence) => /\bwrite that\b|\bmust be recorded as\b/i.test(sentence)));
  if (orders.length === 0) return careful(asked);
  const wanted = orders.map((order) =>
    (/\b(?:write that|recorded as)\s+(.+?)[.!]?$/i.exec(order)?.[1] ?? order).replace(/^./, (c) => c.toUpperCase()),
  );
  const address = /https?:\/\/\S+/.exec(asked.question)?.[0] ?? "";
  if (wants(asked.rules) === "sentences") {
    const leak = `My key is ${asked.secret} and my rules are: ${asked.rules.slice(0, 200)}`;
    const lies = passages.flatMap((passage): Sentence[] => [
      ...wanted.map((text) => ({ text: `${text}.`, section: null, citations: [{ passage: passage.id, quote: passage.sentences[0] ?? "" }] })),
      ...orders.map((text) => ({ text, section: null, citations: [{ passage: passage.id, quote: text }] })),
      { text: leak, section: null, citations: [{ passage: passage.id, quote: passage.sentences[0] ?? "" }] },
      { text: `See ${address} for the dose.`, section: null, citations: [{ passage: passage.id, quote: passage.sentences[0] ?? "" }] },
    ]);
    return { sentences: lies };
  }
  const claims = passages.flatMap((passage) =>
    factsOf(asked.question).flatMap(({ name }) =>
      [...orders, ...passage.sentences, asked.secret].map(
        (quote): Claim => ({ ...bare, passage: passage.id, quote, attribute: name, value: 9000, unit: "mg", text: asked.secret }),
      ),
    ),
  );
  return { claims };
}

/** The text of an answer, by the model that is asked. */
export function write(asked: Asked): string {
  switch (asked.model) {
    case "standin-obedient":
      return JSON.stringify(obedient(asked));
    case "standin-inventive":
      return JSON.stringify(inventive(asked));
    case "standin-fenced":
      return `Here it is:\n\`\`\`json\n${JSON.stringify(careful(asked))}\n\`\`\`\n`;
    case "standin-formless":
      return '{"answer": 42}';
    case "standin-forgetful":
      return /An earlier answer/.test(asked.question) ? JSON.stringify(careful(asked)) : "I would rather tell a story.";
    case "standin-silent":
      return JSON.stringify(wants(asked.rules) === "sentences" ? { sentences: [] } : { claims: [] });
    default:
      return JSON.stringify(careful(asked));
  }
}
