// The language of a quote as far as its letters tell it, so that it gets the right face, direction and voice.

const scripts: readonly { lang: string; letters: RegExp }[] = [
  { lang: "grc", letters: /\p{Script=Greek}/gu },
  { lang: "hbo", letters: /\p{Script=Hebrew}/gu },
  { lang: "und-Arab", letters: /\p{Script=Arabic}/gu },
  { lang: "und-Cyrl", letters: /\p{Script=Cyrillic}/gu },
  { lang: "ko", letters: /\p{Script=Hangul}/gu },
  { lang: "th", letters: /\p{Script=Thai}/gu },
  { lang: "zh", letters: /\p{Script=Han}/gu },
];
const kana = /[\p{Script=Hiragana}\p{Script=Katakana}]/u;

/** As of the attribute `lang`, by the script of most letters; undefined for Latin letters, which do not tell. Greek and Hebrew are taken for the old ones. */
export function scriptOf(text: string): string | undefined {
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  if (letters === 0) return undefined;
  if (kana.test(text) && (text.match(/[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}]/gu)?.length ?? 0) > letters / 2) return "ja";
  return scripts.find(({ letters: own }) => (text.match(own)?.length ?? 0) > letters / 2)?.lang;
}

/** Whether a language that `scriptOf` or an author named is written from the right. */
export const isRightToLeft = (lang: string | undefined): boolean => lang !== undefined && /^(hbo|he|ar|fa|ur|syr|und-Arab)\b/.test(lang);
