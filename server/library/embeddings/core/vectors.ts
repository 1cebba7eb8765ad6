// Vectors of length 1 as bytes, and the nearest of many: a dot product is the cosine then.
import type { Spread } from "./standing-out";

/** Little-endian 32-bit floats. */
export function packVector(vector: Float32Array): Uint8Array {
  const bytes = new Uint8Array(vector.length * 4);
  const view = new DataView(bytes.buffer);
  for (let i = 0; i < vector.length; i += 1) view.setFloat32(i * 4, vector[i] ?? 0, true);
  return bytes;
}

export function unpackVector(bytes: Uint8Array, into: Float32Array, at: number): void {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let i = 0; i * 4 + 4 <= bytes.byteLength; i += 1) into[at + i] = view.getFloat32(i * 4, true);
}

/** Rows of one dimension, one behind the other; `documents[i]` is the index of row i's document in `documentIds`. */
export type Matrix = {
  readonly dimension: number;
  readonly passages: Uint32Array;
  readonly documents: Uint32Array;
  readonly documentIds: readonly string[];
  readonly values: Float32Array;
};

export type Near = { readonly passageId: number; readonly cosine: number };

/** The rows nearest to a vector, nearest first, among documents that are allowed, only those nearer than at right angles; and how all of them lie. */
export function nearest(matrix: Matrix, to: Float32Array, limit: number, allowed: ReadonlySet<string> | null): { near: Near[]; spread: Spread } {
  const { dimension, passages, documents, documentIds, values } = matrix;
  const may = allowed && Uint8Array.from(documentIds, (id) => (allowed.has(id) ? 1 : 0));
  const cosines = new Float32Array(passages.length);
  let count = 0;
  let sum = 0;
  let squares = 0;
  for (let row = 0; row < passages.length; row += 1) {
    if (may && may[documents[row] ?? 0] === 0) continue;
    const offset = row * dimension;
    let cosine = 0;
    for (let i = 0; i < dimension; i += 1) cosine += (values[offset + i] ?? 0) * (to[i] ?? 0);
    cosines[row] = cosine;
    count += 1;
    sum += cosine;
    squares += cosine * cosine;
  }
  const floor = Math.max(Number.MIN_VALUE, Float32Array.from(cosines).sort()[Math.max(0, cosines.length - limit)] ?? 0);
  const near: Near[] = [];
  cosines.forEach((cosine, row) => {
    if (cosine >= floor) near.push({ passageId: passages[row] ?? 0, cosine });
  });
  near.sort((x, y) => y.cosine - x.cosine || x.passageId - y.passageId);
  return { near: near.slice(0, limit), spread: { count, sum, squares } };
}
