// The language of a quoted text by its script: a page must say it, for the reader's voice, the face of the letters and the direction of the line.

export type QuotedLanguage = "grc" | "hbo";

/** Greek or Hebrew where most letters of the text are; undefined for anything else. */
export function languageOf(text: string): QuotedLanguage | undefined {
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  if (letters === 0) return undefined;
  const share = (script: RegExp): number => (text.match(script)?.length ?? 0) / letters;
  if (share(/\p{Script=Greek}/gu) > 0.5) return "grc";
  return share(/\p{Script=Hebrew}(?<=\p{L})/gu) > 0.5 ? "hbo" : undefined;
}
