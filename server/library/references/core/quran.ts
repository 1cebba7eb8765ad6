// Places in the Qur'an: sura and verses. The sura's number is checked, so that a lone Q before numbers seldom deceives.
import type { Reference } from "../schema";

const suras = 114;
const verses = String.raw`(?<sura>\d{1,3})(?:\s?:\s?|,?\s(?:verses?|vv?\.|ayahs?|aya|āya)\s?)(?<first>\d{1,3})(?:\s?[-–]\s?(?<last>\d{1,3}))?`;
const named = String.raw`(?:(?:Qur[’'ʾ]?[aā]n|Quran|Koran|Coran|Corán|Kuran)(?:,?\s(?:sura|surah|sūra|Sura|Surah|Sure))?|Sura|Surah|Sūra|Sure|Q\.?)`;
const pattern = new RegExp(String.raw`(?<![\p{L}\d.])${named}\s?${verses}(?![\d\p{L}:])`, "gu");

/** "Qur'an 2:255", "Sura 112:1-4", "Q 5:32", "Koran, sura 3, verse 45", in the order of the text. */
export function findSuras(text: string): Reference[] {
  return [...text.matchAll(pattern)].flatMap((match): Reference[] => {
    const { sura = "", first = "", last } = match.groups ?? {};
    if (Number(sura) < 1 || Number(sura) > suras) return [];
    const value = `Qur'an ${sura}:${first}${last === undefined ? "" : `-${last}`}`;
    return [{ kind: "classical", value, start: match.index, end: match.index + match[0].length }];
  });
}
