// Seven bytes per posting: passage id (4, big-endian), term frequency (1), passage length in terms (2). Fixed width, so that
// the database can append without reading and a reader needs no state.

export const bytesPerPosting = 7;
export const hexPerPosting = bytesPerPosting * 2;
/** A block this long is sealed. With almost as many appended at once a row stays below 2 kB, where PostgreSQL starts to move it out. */
export const sealAt = 128;

export type Posting = { readonly passageId: number; readonly tf: number; readonly length: number };

/** One posting as 14 hex digits. Frequency and length are capped by their width, which BM25 does not notice. */
export function encodePosting({ passageId, tf, length }: Posting): string {
  return hex(passageId, 8) + hex(Math.min(tf, 0xff), 2) + hex(Math.min(length, 0xffff), 4);
}

function hex(value: number, digits: number): string {
  return value.toString(16).padStart(digits, "0");
}

/** The passage that a posting in hex is about. */
export function passageOf(posting: string): number {
  return Number.parseInt(posting.slice(0, 8), 16);
}

/** Calls back with every posting of a packed list, in its order. */
export function readPostings(packed: Uint8Array, visit: (passageId: number, tf: number, length: number) => void): void {
  const view = new DataView(packed.buffer, packed.byteOffset, packed.byteLength);
  for (let at = 0; at + bytesPerPosting <= packed.byteLength; at += bytesPerPosting) {
    visit(view.getUint32(at), view.getUint8(at + 4), view.getUint16(at + 5));
  }
}

/** A packed list in hex without the postings of passages in [first, last]. */
export function withoutRange(packed: Uint8Array, first: number, last: number): { hex: string; df: number } {
  const kept: string[] = [];
  readPostings(packed, (passageId, tf, length) => {
    if (passageId < first || passageId > last) kept.push(encodePosting({ passageId, tf, length }));
  });
  return { hex: kept.join(""), df: kept.length };
}
