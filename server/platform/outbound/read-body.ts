// Reads a body within a limit that holds for what is sent and for what it inflates to, so that a small bomb stays small.
import { pipeline, type Readable } from "node:stream";
import { createBrotliDecompress, createGunzip, createInflate } from "node:zlib";
import { TransportFault } from "./transport";

/** Reads a body to its end, inflated; throws a TransportFault when it is too large or damaged. */
export async function readBody(body: Readable, encoding: string | undefined, maxBytes: number): Promise<Uint8Array> {
  let sent = 0;
  const counted = async function* () {
    for await (const piece of body) {
      sent += piece.length;
      if (sent > maxBytes) throw tooLarge(maxBytes);
      yield piece;
    }
  };
  const inflate = inflaterOf(encoding);
  const plain = inflate === null ? counted() : pipeline(counted, inflate, () => {});
  const pieces: Uint8Array[] = [];
  let size = 0;
  try {
    for await (const piece of plain) {
      size += piece.length;
      if (size > maxBytes) throw tooLarge(maxBytes);
      pieces.push(piece);
    }
  } finally {
    inflate?.destroy();
    body.destroy();
  }
  return new Uint8Array(Buffer.concat(pieces, size));
}

function inflaterOf(encoding: string | undefined) {
  const name = (encoding ?? "").trim().toLowerCase();
  if (name === "" || name === "identity") return null;
  if (name === "gzip" || name === "x-gzip") return createGunzip();
  if (name === "deflate") return createInflate();
  if (name === "br") return createBrotliDecompress();
  const message = "The page was sent in an encoding that was not asked for and is not read.";
  throw new TransportFault({ kind: "unreachable", message, network: "there" });
}

export function tooLarge(maxBytes: number): TransportFault {
  const megabytes = Math.round((maxBytes / 1024 / 1024) * 10) / 10;
  return new TransportFault({ kind: "too_large", message: `The page is larger than ${megabytes} MB; nothing of it was kept.`, network: "there" });
}
