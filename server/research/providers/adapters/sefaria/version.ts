import { identityOf } from "../../../sources/core/identity";
import type { Question } from "../../schema";
import type { Found } from "../record/api-answer";
import { factNamed, termOf } from "../record/asked-facts";
import { layLines, termValue } from "../record/lay-lines";
import { plainText } from "../record/plain-text";
import type { NestedText, Version } from "./wire";

/** A passage in one version; longer ones are cut at a segment's end. */
const longestText = 12_000;
/** Footnotes stand inside the text, between the words they explain. */
const footnote = /<sup\b[^<>]{0,200}>[^<>]{0,20}<\/sup>\s*<i class="footnote">[\s\S]{0,4000}?<\/i>/g;

/** A text in one version as a source, with that version's own licence; null where the version is empty. */
export function versionSource(ref: string, version: Version, heading: string, question: Question): Found | null {
  const segments = segmentsOf(version.text)
    .map((segment) => plainText(segment.replace(footnote, "")))
    .filter((segment) => segment !== "");
  const title = plainText(version.versionTitle);
  const code = version.actualLanguage ?? version.language ?? "";
  const language = plainText(languages[code] ?? version.languageFamilyName ?? code);
  const licence = plainText(version.license ?? "");
  const url = addressOf(ref, version);
  const identity = identityOf({ url })?.identity;
  if (segments.length === 0 || !identity) return null;
  const [translation, languageFact, licenceFact] = [/^translations?$/, /^language$/, /\blicen[cs]e\b/].map((words) =>
    factNamed(question, words, "set", "enumeration"),
  );
  const head = `${ref} in the version ${title}${language ? `, ${language}` : ""}${licence ? ` (${licence})` : ""}.`;
  const states = [
    { fact: translation ?? null, value: termValue(translation ? termOf(translation, title) : null), raw: title },
    { fact: languageFact ?? null, value: termValue(languageFact && language ? termOf(languageFact, language) : null), raw: language },
    {
      fact: licenceFact ?? null,
      value: termValue(licenceFact && licence ? termOf(licenceFact, licence) : null),
      raw: licence,
      qualifiers: { translation: title },
    },
  ];
  const laid = layLines([{ text: head, states }, ...bounded(segments).map((text) => ({ text }))]);
  return {
    claims: laid.claims,
    source: {
      identity,
      aliases: [],
      title: `${ref}, ${title}`.slice(0, 600),
      url,
      tier: 8,
      date: null,
      jurisdiction: null,
      publisher: "Sefaria",
      licence: (licence || "Not stated").slice(0, 120),
      role: "retrieved",
      text: laid.text,
      passages: [{ start: 0, end: laid.text.length, page: null, heading: heading.slice(0, 120), score: 1 }],
      upstream: null,
      superseded: false,
    },
  };
}

const languages: Readonly<Record<string, string>> = {
  he: "Hebrew",
  en: "English",
  arc: "Aramaic",
  grc: "Greek",
  la: "Latin",
  fr: "French",
  de: "German",
  es: "Spanish",
};

function addressOf(ref: string, version: Version): string {
  const path = encodeURIComponent(ref.replaceAll(" ", "_").replace(/:/g, "."));
  const parameter = version.language === "he" ? "vhe" : "ven";
  return `https://www.sefaria.org/${path}?${parameter}=${encodeURIComponent(version.versionTitle.replaceAll(" ", "_"))}`;
}

function segmentsOf(text: NestedText): string[] {
  return typeof text === "string" ? [text] : text.flatMap(segmentsOf);
}

function bounded(segments: readonly string[]): string[] {
  const kept: string[] = [];
  let length = 0;
  for (const segment of segments) {
    length += segment.length;
    if (length > longestText && kept.length > 0) break;
    kept.push(segment.slice(0, longestText));
  }
  return kept;
}
