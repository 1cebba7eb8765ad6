// Stage 0: a sentence that stands in the passage word for word. A part of a sentence counts only if what was cut off changes nothing.
import { splitSentences } from "@/server/research/claims/core/sentences";
import { stripMarks } from "./normalise";

export type Verbatim = { kind: "whole" } | { kind: "part"; cut: string } | { kind: "none" };

const changesMeaning =
  /\b(?:not|no|never|none|neither|nor|cannot|without|unable|lacks?|except|excluding|unless|until|if|only|solely|provided|may|might|could|possibly|probably|perhaps|suggest(?:s|ed)?|appears?|seems?|unlikely|rarely|although|though|but|however|whereas|alleged(?:ly)?|reported(?:ly)?|claims?|claimed|denie[sd]|denies|false)\b|n't\b/i;

const squeeze = (text: string): string =>
  text
    .replace(/\*\*|__|`/g, "")
    .replace(/\s+/g, " ")
    .trim();
const wordEnd = /[\p{L}\p{N}]/u;

/** Both texts must be normalised. Looks for the sentence at word boundaries, white space and closing marks apart. */
export function findVerbatim(sentence: string, passage: string): Verbatim {
  const wanted = squeeze(stripMarks(sentence)).replace(/[.!?…]+$/, "");
  if (wanted.length < 3) return { kind: "none" };
  const text = squeeze(passage);
  let part: Verbatim = { kind: "none" };
  for (let at = text.indexOf(wanted); at >= 0; at = text.indexOf(wanted, at + 1)) {
    const end = at + wanted.length;
    if (wordEnd.test(text.charAt(at - 1)) || wordEnd.test(text.charAt(end))) continue;
    const cut = cutOff(text, at, end);
    if (cut === "") return { kind: "whole" };
    if (!changesMeaning.test(cut)) return { kind: "whole" };
    part = { kind: "part", cut };
  }
  return part;
}

/** What of the surrounding sentence was cut off. */
function cutOff(text: string, start: number, end: number): string {
  const room = 1200;
  const from = Math.max(0, start - room);
  const to = Math.min(text.length, end + room);
  const head = splitSentences(text, from, to).find((sentence) => sentence.start <= start && start < sentence.end);
  const tail = splitSentences(text, head?.start ?? from, to).find((sentence) => sentence.start < end && end <= sentence.end);
  const before = head ? text.slice(head.start, start) : "";
  const after = tail ? text.slice(end, tail.end) : "";
  return `${before} ${after}`.replace(/^[\s"'(*#-]+|[\s"').!?,;:]+$/g, "").trim();
}
