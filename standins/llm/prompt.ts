// What a stand-in model sees in a question: passages, facts, and which of the two objects is wanted.

export type SeenPassage = { readonly id: string; readonly text: string; readonly sentences: readonly string[] };
/** `words`: how the question names the fact, lower case. */
export type SeenFact = { readonly name: string; readonly words: readonly string[]; readonly unit: string | null };

/** Everything between fences, by id. It reads fences as a model would, by their look. */
export function passagesOf(question: string): SeenPassage[] {
  return [...question.matchAll(/<passage id="([^"]+)"[^>]*>\n([\s\S]*?)\n<\/passage[^>]*>/g)].map(([, id = "", text = ""]) => ({
    id,
    text,
    sentences: text
      .split(/(?<=[.!?])\s+|\n+/)
      .map((sentence) => sentence.trim())
      .filter((sentence) => sentence.length > 12 && !sentence.startsWith("#")),
  }));
}

/** Lines such as "- half_life: Elimination half-life. A number, in h. Also called: terminal half-life." */
export function factsOf(question: string): SeenFact[] {
  return [...question.matchAll(/^- ([a-z0-9_-]+): ([^.\n]+)\.(.*)$/gm)].map(([, name = "", label = "", rest = ""]) => ({
    name,
    words: [label, ...(/Also called: ([^\n]+)\.$/.exec(rest)?.[1]?.split(", ") ?? [])].map((word) => word.toLowerCase()),
    unit: /A number, in ([^\s,.;]+)/.exec(rest)?.[1] ?? null,
  }));
}

/** Words of four letters and more of the line that begins with "Question:", lower case; none where nothing is asked. */
export function questionOf(question: string): string[] {
  const [, asked = ""] = /^Question: (.+)$/m.exec(question) ?? [];
  return (
    asked
      .toLowerCase()
      .match(/[\p{L}\d-]{4,}/gu)
      ?.filter((word) => !/^(?:what|which|when|where|does|with|from|that|this|have|about)$/.test(word)) ?? []
  );
}

export function wants(rules: string): "claims" | "sentences" {
  return /"sentences"\s*:/.test(rules) ? "sentences" : "claims";
}
