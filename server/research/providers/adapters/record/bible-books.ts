// Books by their OSIS code, with the name services know them by. Where Sefaria writes another name it stands behind a slash.
const oldTestament = `Gen Genesis;Exod Exodus;Lev Leviticus;Num Numbers;Deut Deuteronomy;Josh Joshua;Judg Judges;Ruth Ruth;1Sam 1 Samuel/I Samuel;2Sam 2 Samuel/II Samuel;1Kgs 1 Kings/I Kings;
  2Kgs 2 Kings/II Kings;1Chr 1 Chronicles/I Chronicles;2Chr 2 Chronicles/II Chronicles;Ezra Ezra;Neh Nehemiah;Esth Esther;Job Job;Ps Psalms;Prov Proverbs;Eccl Ecclesiastes;
  Song Song of Solomon/Song of Songs;Isa Isaiah;Jer Jeremiah;Lam Lamentations;Ezek Ezekiel;Dan Daniel;Hos Hosea;Joel Joel;Amos Amos;Obad Obadiah;Jonah Jonah;Mic Micah;Nah Nahum;
  Hab Habakkuk;Zeph Zephaniah;Hag Haggai;Zech Zechariah;Mal Malachi`;
const newTestament = `Matt Matthew;Mark Mark;Luke Luke;John John;Acts Acts;Rom Romans;1Cor 1 Corinthians;2Cor 2 Corinthians;Gal Galatians;Eph Ephesians;Phil Philippians;Col Colossians;
  1Thess 1 Thessalonians;2Thess 2 Thessalonians;1Tim 1 Timothy;2Tim 2 Timothy;Titus Titus;Phlm Philemon;Heb Hebrews;Jas James;1Pet 1 Peter;2Pet 2 Peter;1John 1 John;2John 2 John;
  3John 3 John;Jude Jude;Rev Revelation`;

type Book = { readonly name: string; readonly sefaria: string | null };

function read(list: string, hebrew: boolean): [string, Book][] {
  return list.split(";").map((entry) => {
    const [, osis = "", name = "", other] = /^\s*(\S+) ([^/]+)(?:\/(.+))?$/s.exec(entry) ?? [];
    return [osis, { name, sefaria: hebrew ? (other ?? name) : null }];
  });
}

const books = new Map<string, Book>([...read(oldTestament, true), ...read(newTestament, false)]);

export type Passage = {
  readonly osis: string;
  /** "Romans 8:28-30". */
  readonly reference: string;
  /** "Genesis.1.1-3"; null where Sefaria does not hold the book. */
  readonly sefaria: string | null;
  readonly book: string;
};

/** The first passage of an OSIS reference ("Rom.8.28-Rom.8.30"); null when its book is not known here or it spans books. */
export function passageOf(osis: string): Passage | null {
  const [first = ""] = osis.split(",");
  const [from = "", to] = first.split("-");
  const [code = "", ...place] = from.split(".");
  const [toCode = code, ...end] = (to ?? "").split(".").filter((part) => part !== "");
  const book = books.get(code);
  if (!book || (to && toCode !== code)) return null;
  const last = endOf(place, end);
  const reference = `${book.name}${place.length > 0 ? ` ${place.join(":")}` : ""}${last ? `-${last.join(":")}` : ""}`;
  const sefaria = book.sefaria === null ? null : `${[book.sefaria.replaceAll(" ", "_"), ...place].join(".")}${last ? `-${last.join(".")}` : ""}`;
  return { osis: first, reference, sefaria, book: book.name };
}

/** "8.30" after "8.28" is "30"; another chapter is written out. */
function endOf(start: readonly string[], end: readonly string[]): string[] | null {
  if (end.length === 0) return null;
  return start.length === 2 && end.length === 2 && start[0] === end[0] ? end.slice(1) : [...end];
}
