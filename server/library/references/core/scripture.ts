// Places in scripture, in OSIS with English versification. The parser is built for search boxes and takes every "Mark 5" for a chapter: what prose means by it
// is decided here.
import { bcv_parser as BibleParser } from "bible-passage-reference-parser";
import * as english from "bible-passage-reference-parser/esm/lang/en.js";
import * as everyLanguage from "bible-passage-reference-parser/esm/lang/full.js";
import { piecesOf } from "./pieces";
import { continuations } from "./scripture-context";
import { readable } from "./scripture-grammar";
import { isPlace } from "./scripture-words";

/** One run of references: "Rom 8:28-30, 35" is one with two parts. */
export type Passage = { readonly osis: string; readonly start: number; readonly end: number; readonly parts: readonly Part[] };
export type Part = { readonly osis: string; readonly start: number; readonly end: number };
type Entity = { readonly osis: string; readonly indices: readonly [number, number]; readonly type: string; readonly entities: readonly Entity[] };
type Parser = InstanceType<typeof BibleParser>;

const mayRefer = /\p{L}\.?\s?\d|\p{L}\.?\s[ivxlcIVXLC]{1,8}\b/u;
/** Languages that write a comma between chapter and verse and a full stop between verses. */
const commaLanguages = new Set(["de", "fr", "es", "it", "pt", "nl", "pl", "cs", "da", "sv", "no", "fi", "hu", "ru", "uk", "la"]);
/** Abbreviations of German, which puts a comma between chapter and verse. */
const commaNames = /^(?:[1-5]\.\s|Joh|Jes|Kor|Mose|Offb)/;
/** A name that English does not know, in front of a chapter and a verse. */
const foreign = /(?<![\p{L}\d])(?:[1-5]\.?\s?)?\p{Lu}[\p{L}]{1,14}\.?\s\d{1,3}\s?[,:]\s?\d{1,3}(?:\s?[-–.]\s?\d{1,3})*/gu;
/** "Lk 1,46-55": no blank after the comma. */
const commaForm = /(?<![\p{L}\d])(?:[1-5]\.?\s?)?\p{Lu}\p{L}{1,14}\.?\s(\d{1,3}),(\d{1,3})(?![\d,:])(?:[-–.]\d{1,3})*/gu;

type ParserKind = "english" | "comma" | "colon" | "latin";
const parsers = new Map<ParserKind, Parser>();

/** References of `text`, in order. `language` (ISO 639-1) tells how chapter and verse are written; without it English is read, and other languages where it fails. */
export function findPassages(text: string, language?: string): Passage[] {
  if (!mayRefer.test(text)) return [];
  return piecesOf(text).flatMap((piece) =>
    passagesIn(piece.text, language).map((passage) => ({
      ...shifted(passage, piece.start),
      parts: passage.parts.map((part) => shifted(part, piece.start)),
    })),
  );
}

function shifted<T extends { start: number; end: number }>(place: T, by: number): T {
  return { ...place, start: place.start + by, end: place.end + by };
}

function passagesIn(text: string, language: string | undefined): Passage[] {
  if (!mayRefer.test(text)) return [];
  const edited = readable(text);
  const plain = edited.text;
  const comma = language !== undefined && commaLanguages.has(language);
  const named = comma ? read(plain, parserFor("comma")) : withCommaForms(plain, read(plain, parserFor("english")));
  const found = (language === undefined ? [...named, ...foreignIn(plain, named)] : named).sort((a, b) => a.start - b.start);
  const inContext = continuations(plain, found, (piece, context) => parserFor("english").parse_with_context(piece, context).osis());
  return [...found, ...inContext].sort((a, b) => a.start - b.start).map((passage) => ({ ...moved(passage), parts: passage.parts.map(moved) }));
  function moved<T extends { start: number; end: number }>(place: T): T {
    return { ...place, start: edited.original(place.start, "start"), end: edited.original(place.end, "end") };
  }
}

/** What the parser finds between `from` and `to`, judged by the whole text. */
function read(text: string, parser: Parser, from = 0, to = text.length): Passage[] {
  const entities = entitiesOf(parser, text.slice(from, to));
  return entities.flatMap((entity): Passage[] => {
    const [start, end] = placeOf(entity, text, from);
    if (!isPlace(text, start, end)) {
      // In "Mark 3 and 5 loaves" and "Romans 8:28. 5 patients" the last number is not of the list.
      const shorter = /^(.*\d\p{L}?)(?:\s?[,;.&]|\s+(?:and|or))\s+\d+$/su.exec(text.slice(start, end))?.[1];
      return shorter ? read(text, parser, start, start + shorter.length) : [];
    }
    const parts = entity.entities.filter((part) => part.osis !== "");
    const placed = parts.map((part) => {
      const [partStart, partEnd] = placeOf(part, text, from);
      return { osis: part.osis, start: partStart, end: partEnd };
    });
    return [{ osis: entity.osis, start, end, parts: placed }];
  });
}

/** None where the text nests deeper than the parser's grammar can go: nobody writes references like that. */
function entitiesOf(parser: Parser, text: string): readonly Entity[] {
  try {
    return parser.parse(text).parsed_entities();
  } catch (error) {
    if (error instanceof RangeError) return [];
    throw error;
  }
}

/** Where it stands in `text`, without the blanks that the parser takes along. */
function placeOf({ indices: [start, end] }: Entity, text: string, from: number): [number, number] {
  return [from + start, from + start + text.slice(from + start, from + end).trimEnd().length];
}

/** "Mt 5,3-12" is chapter and verse where the numbers cannot be a list of chapters. */
function withCommaForms(text: string, found: readonly Passage[]): Passage[] {
  const shapes = [...text.matchAll(commaForm)];
  // One that can be nothing else tells how the others around it are meant, unless colons stand there too.
  const surely = shapes.some(([, chapter, verse]) => Number(verse) <= Number(chapter)) && !/\d:\d/.test(text);
  const forms = shapes.flatMap((match) => {
    const [shown, chapter = "", verse = ""] = match;
    const end = match.index + shown.length;
    const hit = found.find((passage) => passage.start < end && match.index < passage.end);
    const asList = hit?.parts.some((part) => part.osis.includes("-") || hit.parts.length > 1) && Number(verse) > Number(chapter);
    if (asList && !hit?.osis.includes(`.${chapter}.`) && !commaNames.test(shown) && !surely) return [];
    return read(text, parserFor("comma"), match.index, end).filter((passage) => /\.\d+\.\d/.test(passage.osis));
  });
  const kept = found.filter((passage) => !forms.some((form) => form.start < passage.end && passage.start < form.end));
  return [...kept, ...forms];
}

function foreignIn(text: string, found: readonly Passage[]): Passage[] {
  return [...text.matchAll(foreign)].flatMap((match) => {
    const end = match.index + match[0].length;
    if (found.some((passage) => passage.start < end && match.index < passage.end)) return [];
    const readBy = (kind: ParserKind) =>
      read(text, parserFor(kind), match.index, end).filter((passage) => /\.\d+\.\d/.test(passage.osis) && passage.start === match.index);
    const named = readBy(match[0].includes(",") ? "comma" : "colon");
    // Latin counts a few chapters to more verses than English has.
    return named.length > 0 || match[0].includes(",") ? named : readBy("latin");
  });
}

/** Building a grammar takes some 25 ms, so each is built at first use. */
function parserFor(kind: ParserKind): Parser {
  const known = parsers.get(kind);
  if (known) return known;
  const parser = new BibleParser(kind === "english" ? english : everyLanguage);
  parser.set_options({
    testaments: "ona",
    ...(kind === "comma" ? { punctuation_strategy: "eu" as const } : {}),
    ...(kind === "latin" ? { versification_system: "vulgate" as const } : {}),
  });
  parsers.set(kind, parser);
  return parser;
}
