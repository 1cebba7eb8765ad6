// The stretch of a found passage that a list of results shows, with the words that were asked for. The index stems words; here a word counts as asked
// for when it is the same or differs at its end alone.

export type Snippet = {
  readonly text: string;
  /** The snippet begins or ends inside the passage. */
  readonly cutBefore: boolean;
  readonly cutAfter: boolean;
  /** Offsets in `text`, in order. */
  readonly marks: readonly { readonly start: number; readonly end: number }[];
};

const word = /[\p{L}\p{N}]+/gu;
const plain = (text: string): string => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
const longest = 320;
/** Words of one or two letters stand everywhere. */
const shortestWord = 3;

/** At most 320 characters of the passage around the place where most of the words stand. */
export function snippetOf(passage: string, query: string): Snippet {
  const asked = [...plain(query).matchAll(word)].map((match) => match[0]).filter((each) => each.length >= shortestWord || /\d/.test(each));
  const marks = [...passage.matchAll(word)]
    .filter((match) => asked.some((each) => isSameWord(each, plain(match[0]))))
    .map((match) => ({ start: match.index, end: match.index + match[0].length }));
  const start = startOf(passage, marks);
  const end = passage.length - start <= longest ? passage.length : lastSpace(passage, start + longest);
  return {
    text: passage.slice(start, end),
    cutBefore: start > 0,
    cutAfter: end < passage.length,
    marks: marks.filter((mark) => mark.start >= start && mark.end <= end).map((mark) => ({ start: mark.start - start, end: mark.end - start })),
  };
}

/** The same, or one of them with another ending: "dose" and "doses", "elimination" and "eliminated". */
function isSameWord(asked: string, found: string): boolean {
  if (asked === found) return true;
  const shorter = Math.min(asked.length, found.length);
  if (shorter < 4 || /\d/.test(asked)) return false;
  let common = 0;
  while (common < shorter && asked[common] === found[common]) common += 1;
  return common >= Math.max(4, shorter - 2) && Math.max(asked.length, found.length) - common <= 4;
}

/** The window that holds most marks begins a little before the first of them. */
function startOf(passage: string, marks: readonly { start: number; end: number }[]): number {
  if (passage.length <= longest) return 0;
  let best = { start: 0, held: 0 };
  for (const mark of marks) {
    const from = Math.max(0, mark.start - 60);
    const held = marks.filter((other) => other.start >= from && other.end <= from + longest).length;
    if (held > best.held) best = { start: from, held };
  }
  if (best.start === 0) return 0;
  const space = passage.slice(0, best.start).search(/\s\S*$/);
  return space < 0 ? 0 : space + 1;
}

function lastSpace(passage: string, before: number): number {
  const space = passage.slice(0, before).search(/\s\S*$/);
  return space <= 0 ? before : space;
}
