// Text without meaning whose words are as unevenly spread as a language's (Zipf), the same at every run: for latency and size, not for quality.
import type { Collection, CorpusDocument } from "./retrieval-corpus";

const vocabulary = 30_000;
const wordsPerSentence = 18;
const sentencesPerPassage = 7;
const passagesPerDocument = 50;
const queries = 200;

export function generateCollection(passages: number): Collection {
  const random = generator(20_260_101);
  const word = () => spell(Math.min(vocabulary - 1, Math.floor(vocabulary ** random()) - 1));
  const sentence = () => `${Array.from({ length: wordsPerSentence }, word).join(" ")}.`;
  const paragraph = () => Array.from({ length: sentencesPerPassage }, sentence).join(" ");
  const documents: CorpusDocument[] = [];
  for (let made = 0; made < passages; made += passagesPerDocument) {
    const text = Array.from({ length: Math.min(passagesPerDocument, passages - made) }, paragraph).join("\n\n");
    documents.push({ id: `generated-${documents.length}`, title: `${word()} ${word()} ${word()}`, text });
  }
  const asked = Array.from({ length: queries }, (_, i): [string, string] => [String(i), Array.from({ length: 3 + (i % 8) }, word).join(" ")]);
  return { documents, queries: new Map(asked), judgements: new Map() };
}

/** A pronounceable word for a rank. */
function spell(rank: number): string {
  const onsets = "b c d f g h j k l m n p r s t v w z".split(" ");
  const vowels = "a e i o u".split(" ");
  let left = rank + 7;
  let word = "";
  while (left > 0) {
    word += `${onsets[left % onsets.length]}${vowels[Math.floor(left / onsets.length) % vowels.length]}`;
    left = Math.floor(left / (onsets.length * vowels.length));
  }
  return `${word}x`;
}

/** mulberry32. */
function generator(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
