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

/** A list taken apart: entries with the same index belong together, passage ids ascend. */
export type PostingList = { readonly passages: Uint32Array; readonly frequencies: Uint8Array; readonly lengths: Uint16Array };

/** Takes a packed list apart, which is done once for many readings. Lists are appended to in the order of ids; a list that is not is sorted. */
export function unpack(packed: Uint8Array): PostingList {
  const count = Math.floor(packed.byteLength / bytesPerPosting);
  const list = { passages: new Uint32Array(count), frequencies: new Uint8Array(count), lengths: new Uint16Array(count) };
  let at = 0;
  let sorted = true;
  readPostings(packed, (passageId, tf, length) => {
    if (at > 0 && (list.passages[at - 1] ?? 0) > passageId) sorted = false;
    list.passages[at] = passageId;
    list.frequencies[at] = tf;
    list.lengths[at] = length;
    at += 1;
  });
  return sorted ? list : inOrder(list);
}

function inOrder(list: PostingList): PostingList {
  const order = Array.from(list.passages.keys()).sort((x, y) => (list.passages[x] ?? 0) - (list.passages[y] ?? 0));
  return {
    passages: Uint32Array.from(order, (i) => list.passages[i] ?? 0),
    frequencies: Uint8Array.from(order, (i) => list.frequencies[i] ?? 0),
    lengths: Uint16Array.from(order, (i) => list.lengths[i] ?? 0),
  };
}

/** A packed list in hex without the postings of passages in [first, last]. */
export function withoutRange(packed: Uint8Array, first: number, last: number): { hex: string; df: number } {
  const kept: string[] = [];
  readPostings(packed, (passageId, tf, length) => {
    if (passageId < first || passageId > last) kept.push(encodePosting({ passageId, tf, length }));
  });
  return { hex: kept.join(""), df: kept.length };
}
