// Vectors on the wires of OpenAI and Google, deterministic: words are hashed into a fixed number of places, so that texts with words in common are near.
// The model's name chooses the dimension ("standin-words-64"), and "standin-failing" answers none.
import { createHash } from "node:crypto";
import { z } from "zod";
import { jsonReply, type StandinReply, type StandinRequest } from "../wire";

const usualDimension = 256;

const openai = z.object({ model: z.string(), input: z.union([z.string(), z.array(z.string())]), encoding_format: z.string().optional() });
const part = z.object({ parts: z.array(z.object({ text: z.string() })) });
const google = z.object({ requests: z.array(z.object({ content: part })) });

/** What the model is asked in other words for, by the words: a meaning that no word has in common, for tests. */
const synonyms: readonly (readonly [RegExp, string])[] = [
  [/\b(?:kidneys?|renal|nephro\w*)\b/g, "kidney"],
  [/\b(?:heart|cardiac|cardio\w*)\b/g, "heart"],
  [/\b(?:physicians?|doctors?)\b/g, "doctor"],
];

/** The reply to a request for vectors; null for one that is none. */
export function embeddingsReply(request: StandinRequest): StandinReply | null {
  const batch = /^\/models\/([^/:]+):(?:batchEmbedContents|embedContent)$/.exec(request.path);
  if (!batch && request.path !== "/embeddings") return null;
  const body: unknown = JSON.parse(request.body);
  if (batch) {
    const single = z.object({ content: part }).safeParse(body);
    const asked = single.success ? [single.data] : google.parse(body).requests;
    const vectors = asked.map(({ content }) => ({ values: vectorOf(content.parts.map(({ text }) => text).join("\n"), dimensionOf(batch[1] ?? "")) }));
    return jsonReply(single.success ? { embedding: vectors[0] } : { embeddings: vectors });
  }
  const { model, input } = openai.parse(body);
  if (model === "standin-failing") return jsonReply({ error: { message: "The stand-in fails.", type: "server_error" } }, { status: 500 });
  const texts = typeof input === "string" ? [input] : input;
  const data = texts.map((text, index) => ({ object: "embedding", index, embedding: vectorOf(text, dimensionOf(model)) }));
  const tokens = Math.ceil(texts.join("").length / 4);
  return jsonReply({ object: "list", model, data, usage: { prompt_tokens: tokens, total_tokens: tokens } });
}

function dimensionOf(model: string): number {
  return Number(/-(\d+)$/.exec(model)?.[1] ?? usualDimension);
}

/** A text in small letters, with one word for each meaning that the stand-in knows several words for. */
export function meaningOf(text: string): string {
  return synonyms.reduce((left, [words, meaning]) => left.replace(words, meaning), text.toLowerCase());
}

function vectorOf(text: string, dimension: number): number[] {
  const vector = new Array<number>(dimension).fill(0);
  const plain = meaningOf(text);
  for (const [word] of plain.matchAll(/[\p{L}\p{N}]{3,}/gu)) {
    const hash = createHash("sha256").update(word).digest();
    const place = hash.readUInt32BE(0) % dimension;
    vector[place] = (vector[place] ?? 0) + 1;
  }
  return vector;
}
