// Stage 0: a sentence that stands in the passage word for word. A part of a sentence counts only if what was cut off changes nothing.
import { stripMarks } from "./normalise";

export type Verbatim = { kind: "whole" } | { kind: "part"; cut: string } | { kind: "none" };

const changesMeaning =
  /\b(?:not|no|never|none|neither|nor|cannot|without|unable|lacks?|except|excluding|unless|until|if|only|solely|provided|may|might|could|possibly|probably|perhaps|suggest(?:s|ed)?|appears?|seems?|unlikely|rarely|seldom|alleged(?:ly)?|reportedly|claims?|claimed|according|denie[sd]|denies|false)\b|n't\b/i;

const toSqueeze = /[*_`]|\s\s|[^\S ]|^\s|\s$/;
const squeeze = (text: string): string =>
  toSqueeze.test(text)
    ? text
        .replace(/\*\*|__|`/g, "")
        .replace(/\s+/g, " ")
        .trim()
    : text;
const wordEnd = /[\p{L}\p{N}]/u;

/** The sentences of a passage one behind the other, each with its start, white space and emphasis marks apart. */
export type FlatText = { text: string; starts: number[] };

/** Lays out sentences for `findVerbatim`. */
export function flatten(sentences: readonly string[]): FlatText {
  const starts: number[] = [];
  let length = 0;
  const parts = sentences.map((sentence) => {
    const part = squeeze(sentence);
    starts.push(length);
    length += part.length + 1;
    return part;
  });
  return { text: parts.length === 0 ? "" : `${parts.join(" ")} `, starts };
}

/** Looks for a normalised sentence at word boundaries, closing marks apart. */
export function findVerbatim(sentence: string, passage: FlatText): Verbatim {
  const wanted = squeeze(stripMarks(sentence)).replace(/[.!?…]+$/, "");
  if (wanted.length < 3) return { kind: "none" };
  const { text } = passage;
  let part: Verbatim = { kind: "none" };
  for (let at = text.indexOf(wanted); at >= 0; at = text.indexOf(wanted, at + 1)) {
    const end = at + wanted.length;
    if (wordEnd.test(text.charAt(at - 1)) || wordEnd.test(text.charAt(end)) || isInNumber(text, at, end)) continue;
    const cut = cutOff(passage, at, end);
    if (!changesMeaning.test(cut)) return { kind: "whole" };
    part = { kind: "part", cut };
  }
  return part;
}

/** "5 mg" is not in "2.5 mg", nor "1" in "1.5". */
const isInNumber = (text: string, at: number, end: number): boolean =>
  (/\d/.test(text.charAt(at)) && /\d[.,]$|\^$/.test(text.slice(Math.max(0, at - 2), at))) ||
  (/\d/.test(text.charAt(end - 1)) && /^(?:[.,]\d|\^)/.test(text.slice(end, end + 2)));

/** What of the surrounding sentences was cut off. */
function cutOff({ text, starts }: FlatText, start: number, end: number): string {
  const first = starts.findLast((at) => at <= start) ?? 0;
  const last = starts.find((at) => at >= end) ?? text.length;
  return `${text.slice(first, start)} ${text.slice(end, last)}`.replace(/^[\s"'(*#-]+|[\s"').!?,;:]+$/g, "").trim();
}
