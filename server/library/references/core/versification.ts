// One place under the numberings of English, Hebrew, Greek and Latin Bibles. Hebrew is the pivot: the others are stated against it.
import type { Versification } from "../schema";
import { shifts, titleIsTwoVerses, titleIsVerse } from "./versification-shifts";

export type Verse = { readonly book: string; readonly chapter: number; readonly verse: number };

/** Numbers of a verse under another numbering. Greek and Latin differ from Hebrew in the Psalms; elsewhere they are taken to number as English does. */
export function mapVerse(verse: Verse, from: Versification, to: Versification): Verse {
  if (from === to) return verse;
  if (verse.book !== "Ps") return to === "hebrew" ? toHebrew(verse) : from === "hebrew" ? toEnglish(verse) : verse;
  const hebrew = from === "english" ? psalmToHebrew(verse) : from === "hebrew" ? verse : psalmFromGreek(verse);
  return to === "english" ? psalmToEnglish(hebrew) : to === "hebrew" ? hebrew : psalmToGreek(hebrew);
}

/** An OSIS reference of single verses or ranges of verses, mapped end by end; other forms (whole chapters, books) are given back where both numberings agree, else null. */
export function mapOsis(osis: string, from: Versification, to: Versification): string | null {
  const mapped = osis.split(",").map((range) => {
    const ends = range.split("-").map((end) => {
      const [book = "", chapter, verse] = end.split(".");
      if (chapter === undefined) return end;
      if (verse === undefined) return mapChapter(book, Number(chapter), from, to);
      const place = mapVerse({ book, chapter: Number(chapter), verse: Number(verse) }, from, to);
      return `${place.book}.${place.chapter}.${place.verse}`;
    });
    return ends.includes(null) ? null : ends.join("-");
  });
  return mapped.includes(null) ? null : mapped.join(",");
}

/** A chapter moves as a whole only where all of it lands in one chapter. */
function mapChapter(book: string, chapter: number, from: Versification, to: Versification): string | null {
  const targets = new Set<number>();
  for (let verse = 1; verse <= (book === "Ps" ? 22 : 40); verse++) targets.add(mapVerse({ book, chapter, verse }, from, to).chapter);
  const [only] = targets;
  return targets.size === 1 && only !== undefined ? `${book}.${only}` : null;
}

function toHebrew(place: Verse): Verse {
  const shift = shifts.find(
    ([book, chapter, first, last]) => book === place.book && chapter === place.chapter && place.verse >= first && place.verse <= last,
  );
  if (!shift) return place;
  const [book, , first, , chapter, hebrewFirst] = shift;
  return { book, chapter, verse: hebrewFirst + place.verse - first };
}

function toEnglish(place: Verse): Verse {
  const shift = shifts.find(
    ([book, , first, last, chapter, hebrewFirst]) =>
      book === place.book && chapter === place.chapter && place.verse >= hebrewFirst && place.verse <= hebrewFirst + last - first,
  );
  if (!shift) return place;
  const [book, chapter, first, , , hebrewFirst] = shift;
  return { book, chapter, verse: first + place.verse - hebrewFirst };
}

function titleVerses(psalm: number): number {
  return titleIsTwoVerses.has(psalm) ? 2 : titleIsVerse.has(psalm) ? 1 : 0;
}

function psalmToHebrew({ book, chapter, verse }: Verse): Verse {
  // Hebrew joins what English has as Ps 13:5 and 6.
  if (chapter === 13 && verse >= 5) return { book, chapter, verse: 6 };
  return { book, chapter, verse: verse + titleVerses(chapter) };
}

/** A title that English does not number is its verse 0. */
function psalmToEnglish({ book, chapter, verse }: Verse): Verse {
  return { book, chapter, verse: chapter === 13 && verse === 6 ? 5 : Math.max(0, verse - titleVerses(chapter)) };
}

/** Greek and Latin join Ps 9 and 10, and 114 and 115, and part 116 and 147. */
function psalmToGreek({ book, chapter, verse }: Verse): Verse {
  if (chapter <= 9 || chapter >= 148) return { book, chapter, verse };
  if (chapter === 10) return { book, chapter: 9, verse: verse + 21 };
  if (chapter === 114) return { book, chapter: 113, verse };
  if (chapter === 115) return { book, chapter: 113, verse: verse + 8 };
  if (chapter === 116) return verse <= 9 ? { book, chapter: 114, verse } : { book, chapter: 115, verse: verse - 9 };
  if (chapter === 147) return verse <= 11 ? { book, chapter: 146, verse } : { book, chapter: 147, verse: verse - 11 };
  return { book, chapter: chapter - 1, verse };
}

function psalmFromGreek({ book, chapter, verse }: Verse): Verse {
  if (chapter === 9) return verse <= 21 ? { book, chapter, verse } : { book, chapter: 10, verse: verse - 21 };
  if (chapter < 9 || chapter >= 148) return { book, chapter, verse };
  if (chapter === 113) return verse <= 8 ? { book, chapter: 114, verse } : { book, chapter: 115, verse: verse - 8 };
  if (chapter === 114) return { book, chapter: 116, verse };
  if (chapter === 115) return { book, chapter: 116, verse: verse + 9 };
  if (chapter === 146) return { book, chapter: 147, verse };
  if (chapter === 147) return { book, chapter, verse: verse + 11 };
  return { book, chapter: chapter + 1, verse };
}
