import { bcv_parser } from "bible-passage-reference-parser/esm/bcv_parser.js";
import * as english from "bible-passage-reference-parser/esm/lang/en.js";
import type { SubjectIdentity } from "../../requests/schema";

/** A Bible passage by its reference; null when the text holds none. OSIS is kept as the identifier, English versification assumed and named. */
export function resolvePassage(subject: string): SubjectIdentity | null {
  const parser = new bcv_parser(english);
  const osis = parser.parse(subject).osis();
  if (osis === "") return null;
  const [first = ""] = osis.split(",");
  const [from = "", to = ""] = first.split("-");
  const [book = "", chapter = "", verse = ""] = from.split(".");
  const end = to.split(".").at(-1) ?? "";
  const place = [chapter, verse].filter((part) => part !== "").join(":");
  const forms = [book, subject.replace(/[\d:.,\-–\s]+$/, "").trim()]
    .filter((name) => name !== "")
    .flatMap((name) => spellings(name, place, verse === "" ? "" : end));
  return {
    name: subject,
    aliases: [...new Set(forms)].filter((form) => form !== subject),
    ids: { osis, versification: "English" },
    resolvedBy: "Bible reference parser",
  };
}

function spellings(book: string, place: string, lastVerse: string): string[] {
  if (place === "") return [book];
  const range = lastVerse === "" ? [] : [`${book} ${place}-${lastVerse}`, `${book} ${place}–${lastVerse}`];
  return [...range, `${book} ${place}`, `${book} ${place.replace(":", ".")}`];
}
