// Loaded at first use: the frequencies of 60 languages take a moment and some memory.

const sampleUnits = 4_000;

/** ISO 639-1 code of the language most of a text is in; null when that is not clear. */
export async function detectLanguage(text: string): Promise<string | null> {
  const { eld } = await import("eld/extrasmall");
  const middle = Math.max(0, Math.floor((text.length - sampleUnits) / 2));
  const guess = eld.detect(`${text.slice(0, sampleUnits)} ${text.slice(middle, middle + sampleUnits)}`);
  return guess.language !== "" && guess.isReliable() ? guess.language : null;
}
