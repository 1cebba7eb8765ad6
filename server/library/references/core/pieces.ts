// Long texts in pieces that a recursive grammar can hold: paragraphs, and of very long ones stretches that end with a sentence or at least a word.

export type Piece = { readonly start: number; readonly text: string };

/** Characters; one paragraph of most books is shorter. */
const longest = 2400;

/** Pieces in order; together they are the text. */
export function piecesOf(text: string): Piece[] {
  const pieces: Piece[] = [];
  let start = 0;
  while (start < text.length) {
    const end = endOf(text, start);
    pieces.push({ start, text: text.slice(start, end) });
    start = end;
  }
  return pieces;
}

function endOf(text: string, start: number): number {
  const paragraph = text.indexOf("\n\n", start);
  const end = paragraph < 0 ? text.length : paragraph + 2;
  if (end - start <= longest) return end;
  const window = text.slice(start, start + longest);
  const sentence = Math.max(window.lastIndexOf(". \n"), window.lastIndexOf(". "), window.lastIndexOf(".\n"));
  if (sentence > longest / 2) return start + sentence + 2;
  const word = window.lastIndexOf(" ");
  return start + (word > 0 ? word + 1 : longest);
}
