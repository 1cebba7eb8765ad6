// A text rewritten in places, with the way back: a place in the rewritten text is a place in the original.

export type Edit = { readonly start: number; readonly end: number; readonly text: string };
export type Edited = {
  readonly text: string;
  /** The place in the original; inside a rewritten part its start, or with `"end"` its end. */
  readonly original: (at: number, edge: "start" | "end") => number;
};

/** Applies edits that do not overlap, in any order. */
export function applyEdits(text: string, edits: readonly Edit[]): Edited {
  const sorted = [...edits].sort((a, b) => a.start - b.start);
  const parts: { from: number; length: number; edit: Edit | null; at: number }[] = [];
  let from = 0;
  let at = 0;
  const pieces: string[] = [];
  const push = (piece: string, edit: Edit | null, origin: number) => {
    parts.push({ from: origin, length: piece.length, edit, at });
    pieces.push(piece);
    at += piece.length;
  };
  for (const edit of sorted) {
    if (edit.start < from) continue;
    push(text.slice(from, edit.start), null, from);
    push(edit.text, edit, edit.start);
    from = edit.end;
  }
  push(text.slice(from), null, from);
  const original = (place: number, edge: "start" | "end"): number => {
    // An end belongs to the part before it, a start to the part after it.
    const part = parts.find((one) =>
      edge === "start" ? place >= one.at && place < one.at + one.length : place > one.at && place <= one.at + one.length,
    );
    if (!part) return edge === "start" ? text.length : 0;
    if (!part.edit) return part.from + (place - part.at);
    return edge === "start" ? part.edit.start : part.edit.end;
  };
  return { text: pieces.join(""), original };
}
