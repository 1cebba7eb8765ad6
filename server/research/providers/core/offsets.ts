// Other wires count in bytes or code points; here every place in a text is counted in UTF-16 units.

/** UTF-16 offset of a UTF-8 byte offset; null when it lies outside the text or inside a character. */
export function fromUtf8(text: string, byteOffset: number): number | null {
  let bytes = 0;
  let units = 0;
  for (const character of text) {
    if (bytes >= byteOffset) break;
    const point = character.codePointAt(0) ?? 0;
    bytes += point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4;
    units += character.length;
  }
  return bytes === byteOffset ? units : null;
}

/** UTF-16 offset of a code point offset; null when it lies outside the text. */
export function fromCodePoints(text: string, offset: number): number | null {
  let points = 0;
  let units = 0;
  for (const character of text) {
    if (points >= offset) break;
    points += 1;
    units += character.length;
  }
  return points === offset ? units : null;
}
