// The words of a verse that a question names: "28 And we know ..." under a title that names the chapter.
import { findReferences } from "@/server/library/references/core/find-references";
import type { Candidate } from "./candidates";

/** "Rom.8.28" for every verse that a text names, ranges within a chapter spelled out. */
export function versesIn(text: string): Set<string> {
  const verses = new Set<string>();
  for (const { kind, value } of findReferences(text)) {
    const [from = "", to = from] = kind === "scripture" ? value.split("-") : [];
    const [book, chapter, first] = from.split(".");
    const [, , last] = to.split(".");
    if (!book || !chapter || !first || !last) continue;
    for (let verse = Number(first); verse <= Math.min(Number(last), Number(first) + longest); verse++) verses.add(`${book}.${chapter}.${verse}`);
  }
  return verses;
}

const longest = 200;

/** Whether a sentence is the text of one of the verses. */
export function isVerse({ text, stretch }: Pick<Candidate, "text" | "stretch">, asked: ReadonlySet<string>): boolean {
  const number = /^(\d{1,3})\s/.exec(text)?.[1];
  if (number === undefined || asked.size === 0) return false;
  const named = versesIn(`${stretch.title}; ${stretch.heading ?? ""}`);
  return [...asked].some((verse) => verse.endsWith(`.${number}`) && named.has(verse));
}
