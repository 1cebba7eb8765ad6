// The stretch of a found passage that a list of results shows, with the words that were asked for, as the search marked them.
import type { Mark } from "@/server/library/search/schema";

export type Snippet = {
  readonly text: string;
  /** The snippet begins or ends inside the passage. */
  readonly cutBefore: boolean;
  readonly cutAfter: boolean;
  /** Offsets in `text`, in order. */
  readonly marks: readonly Mark[];
};

const longest = 320;

/** At most 320 characters of the passage around the place where most of the marks stand. */
export function snippetOf(passage: string, marks: readonly Mark[]): Snippet {
  const start = startOf(passage, marks);
  const end = passage.length - start <= longest ? passage.length : lastSpace(passage, start + longest);
  return {
    text: passage.slice(start, end),
    cutBefore: start > 0,
    cutAfter: end < passage.length,
    marks: marks.filter((mark) => mark.start >= start && mark.end <= end).map((mark) => ({ start: mark.start - start, end: mark.end - start })),
  };
}

/** The window that holds most marks begins a little before the first of them. */
function startOf(passage: string, marks: readonly Mark[]): number {
  if (passage.length <= longest) return 0;
  let best = { start: 0, held: 0 };
  for (const mark of marks) {
    const from = Math.max(0, mark.start - 60);
    const held = marks.filter((other) => other.start >= from && other.end <= from + longest).length;
    if (held > best.held) best = { start: from, held };
  }
  if (best.start === 0) return 0;
  const space = passage.slice(0, best.start).search(/\s\S*$/);
  // Writing without blanks is cut anywhere.
  return space < 0 || best.start - space > 60 ? wholeCharacter(passage, best.start) : space + 1;
}

/** Never between the halves of a surrogate pair. */
function wholeCharacter(text: string, at: number): number {
  const unit = text.charCodeAt(at);
  return unit >= 0xdc00 && unit <= 0xdfff ? at - 1 : at;
}

function lastSpace(passage: string, before: number): number {
  const space = passage.slice(0, before).search(/\s\S*$/);
  return space <= 0 || before - space > 60 ? wholeCharacter(passage, before) : space;
}
