// Parts of an archive whose directory has been found safe. A part is inflated to the size its directory states and no further.
import { inflateRawSync } from "node:zlib";
import { readZipDirectory, type ZipEntry } from "../core/zip-directory.ts";

/** What breaks off the reading of a file; its message is the sentence people are shown. */
export class Unreadable extends Error {}

export type Archive = {
  readonly names: readonly string[];
  /** The part's bytes, or null when there is none of that name. */
  readonly part: (name: string) => Uint8Array | null;
};

const damaged = "The file is a damaged archive: its parts do not match their directory. Download it again, or save it anew.";

export function openArchive(bytes: Uint8Array): Archive {
  const directory = readZipDirectory(bytes);
  if (!directory.ok) throw new Unreadable(directory.reason);
  const { entries } = directory;
  return {
    names: [...entries.keys()],
    part(name) {
      const entry = entries.get(name);
      return entry ? inflate(bytes, entry) : null;
    },
  };
}

function inflate(bytes: Uint8Array, { at, packed, size, method }: ZipEntry): Uint8Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (at + 30 > bytes.length || view.getUint32(at, true) !== 0x04034b50) throw new Unreadable(damaged);
  const start = at + 30 + view.getUint16(at + 26, true) + view.getUint16(at + 28, true);
  if (start + packed > bytes.length) throw new Unreadable(damaged);
  const data = bytes.subarray(start, start + packed);
  if (method === 0 && packed === size) return data;
  if (method !== 8) throw new Unreadable("The file is packed in a way that is not read here. Save it anew from the program that made it.");
  if (size === 0) return new Uint8Array();
  try {
    const inflated = inflateRawSync(data, { maxOutputLength: size });
    if (inflated.length === size) return inflated;
  } catch (error) {
    throw new Unreadable(damaged, { cause: error });
  }
  throw new Unreadable(damaged);
}
