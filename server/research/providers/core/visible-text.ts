// OpenAI's models write citation marks in private-use characters (U+E200 to U+E202). They are taken out; places in the text are carried over.

export type VisibleText = {
  readonly text: string;
  /** Where a place (UTF-16) of the text as it came stands in the visible one. */
  readonly move: (offset: number) => number;
};

/** A whole mark ("cite turn0search3" between its brackets), else a single private character. */
const marks = /\ue200[^\ue200\ue201]{0,40}(?:\ue202turn\d+[a-z]+\d+)+\ue201|[\ue200-\ue202]/g;

export function visibleText(raw: string): VisibleText {
  const cuts = [...raw.matchAll(marks)].map((match) => ({ start: match.index, end: match.index + match[0].length }));
  return {
    text: raw.replace(marks, ""),
    move(offset) {
      let removed = 0;
      for (const cut of cuts) {
        if (cut.start >= offset) break;
        removed += Math.min(cut.end, offset) - cut.start;
      }
      return offset - removed;
    },
  };
}
