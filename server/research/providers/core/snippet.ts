// What an engine shows of a page is cut anywhere. A sentence that lost its beginning may have lost its "not", one that lost its end a digit:
// only sentences that are whole may be read as the page's words.
import { splitSentences } from "../../claims/core/sentences";

export type Range = { readonly start: number; readonly end: number };

const gap = /(?:\[\s*)?(?:\.{3,}|…)(?:\s*\])?/g;
/** A shorter piece is given whole by every engine met; from here on it may have been cut off. */
const mayBeCutFrom = 160;

/** Places of the whole sentences of a snippet, neighbours joined. `shown`: characters of all that was shown with it, which is what may have been cut. */
export function wholeSentences(snippet: string, shown = snippet.length): Range[] {
  const cuts = [...snippet.matchAll(gap)].map((match) => ({ start: match.index, end: match.index + match[0].length }));
  const starts = [0, ...cuts.map((cut) => cut.end)];
  const ends = [...cuts.map((cut) => cut.start), snippet.length];
  return starts.flatMap((start, index) => {
    const end = ends[index] ?? snippet.length;
    const sentences = splitSentences(snippet, start, end);
    const cutBefore = index > 0 || shown >= mayBeCutFrom;
    const cutAfter = index < cuts.length || shown >= mayBeCutFrom;
    const first = sentences[0];
    const last = sentences.at(-1);
    const from = cutBefore && first && !/^["“‘'(]*[\p{Lu}\p{Lt}\p{Lo}]/u.test(first.text) ? 1 : 0;
    const to = cutAfter && last && !/[.!?。！？]["”’')\]]*$/.test(last.text) ? -1 : sentences.length;
    const kept = sentences.slice(from, to);
    const [opening] = kept;
    const closing = kept.at(-1);
    return opening && closing ? [{ start: opening.start, end: closing.end }] : [];
  });
}
