// An engine's prose cut into paragraphs and sentences, each place followed by the sources that its spans point at. Markers give way to these
// sources; nothing else is left out but the addresses of links.
import { splitSentences } from "../../claims/core/sentences";
import type { Answer } from "../../providers/schema";
import type { SaidParagraph, SaidPiece } from "../panel/schema";

type Span = Answer["spans"][number];
type Range = { readonly start: number; readonly end: number };
type Point = { readonly at: number; readonly sources: readonly number[] };

/** Links give way to their words: sources have numbers of their own. */
const link = /\[([^\]\n]{1,200})\]\(\s*https?:\/\/[^)\s]*\s*\)/g;

/** `sources` of the pieces are the indexes that the spans hold. */
export function saidOf(text: string, spans: readonly Span[]): SaidParagraph[] {
  const valid = spans.filter(({ start, end, sources }) => start < end && end <= text.length && sources.length > 0);
  const cut = withoutMarkers(text, valid);
  return paragraphsIn(cut.text).map((paragraph) =>
    sentencesIn(cut.text, paragraph).map((sentence) => piecesOf(cut.text, sentence, pointsIn(sentence, paragraph, cut))),
  );
}

type Cut = {
  readonly text: string;
  readonly markers: readonly Point[];
  readonly claims: readonly (Range & { readonly sources: readonly number[] })[];
};

/** The text without its markers and the blanks before them, and where everything stands in it. */
function withoutMarkers(text: string, spans: readonly Span[]): Cut {
  const removed: Range[] = [];
  const markers = spans.filter(({ covers }) => covers === "marker").toSorted((a, b) => a.start - b.start);
  for (const { start, end } of markers) {
    let from = start;
    if (/^(?:[\s.,;:!?)[(]|$)/.test(text.slice(end, end + 1))) while (/[ \t]/.test(text.charAt(from - 1))) from -= 1;
    const last = removed.at(-1);
    if (last && from <= last.end) removed[removed.length - 1] = { start: last.start, end: Math.max(last.end, end) };
    else removed.push({ start: from, end });
  }
  const move = (offset: number) => removed.reduce((moved, range) => moved - Math.max(0, Math.min(offset, range.end) - range.start), offset);
  return {
    text: removed.toReversed().reduce((rest, { start, end }) => rest.slice(0, start) + rest.slice(end), text),
    markers: markers.map(({ start, sources }) => ({ at: move(start), sources })),
    claims: spans.filter(({ covers }) => covers === "claim").map(({ start, end, sources }) => ({ start: move(start), end: move(end), sources })),
  };
}

function paragraphsIn(text: string): Range[] {
  const found: Range[] = [];
  let from = 0;
  for (const gap of [...text.matchAll(/\n[ \t]*\n\s*|$/g)]) {
    if (text.slice(from, gap.index).trim() !== "") found.push({ start: from, end: gap.index });
    from = gap.index + gap[0].length;
  }
  return found;
}

/** Sentences with the white space before them, so that nothing of the paragraph is lost. */
function sentencesIn(text: string, { start, end }: Range): Range[] {
  const sentences = splitSentences(text, start, end);
  return sentences.map((sentence, index) => ({
    start: sentences[index - 1]?.end ?? start,
    end: index === sentences.length - 1 ? end : sentence.end,
  }));
}

/** Where sources are named inside a sentence: behind the words that a span covers, or where a marker stood, behind its full stop included. */
function pointsIn(sentence: Range, paragraph: Range, { markers, claims }: Cut): Point[] {
  const opens = sentence.start === paragraph.start;
  const own = markers.filter(({ at }) => at <= sentence.end && (at > sentence.start || (opens && at === sentence.start)));
  const covered = claims
    .filter(({ start, end }) => start < sentence.end && end > sentence.start)
    .map(({ end, sources }) => ({ at: Math.min(end, sentence.end), sources }));
  return [...own, ...covered].sort((a, b) => a.at - b.at);
}

function piecesOf(text: string, { start, end }: Range, points: readonly Point[]): SaidPiece[] {
  const pieces: SaidPiece[] = [];
  let from = start;
  for (const at of [...new Set([...points.map((point) => point.at), end])]) {
    const sources = [...new Set(points.filter((point) => point.at === at).flatMap((point) => point.sources))].sort((a, b) => a - b);
    const words = text
      .slice(from, at)
      .replace(link, "[$1]")
      .replaceAll(/[ \t]*\n[ \t]*/g, "\n");
    if (words !== "" || sources.length > 0) pieces.push({ text: words, sources });
    from = at;
  }
  return pieces;
}
