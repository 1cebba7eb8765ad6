// The directory of a ZIP archive and whether the archive is safe to inflate, told without inflating anything. Every reader of Office files and books
// goes through it. Layout by the published format: APPNOTE 6.3, sections 4.3.7, 4.3.12, 4.3.14 to 4.3.16 and 4.5.3 (64-bit fields).

export type ZipEntry = {
  readonly name: string;
  /** 0 stored, 8 deflated. */
  readonly method: number;
  readonly encrypted: boolean;
  /** Bytes in the archive. */
  readonly packed: number;
  /** Bytes as the directory states them; inflating must end there. */
  readonly size: number;
  /** Offset of the entry's own header. */
  readonly at: number;
};
export type ZipDirectory = { readonly ok: true; readonly entries: ReadonlyMap<string, ZipEntry> } | { readonly ok: false; readonly reason: string };

const most = {
  /** Long books have some hundred parts. */
  entries: 5_000,
  /** Inflated bytes of all entries: what a child with 512 MB can hold beside its own. */
  bytes: 256 * 1024 * 1024,
  /** Inflated to packed bytes; XML of real documents comes to about 30. */
  ratio: 100,
  /** Small parts compress better than that and do no harm. */
  ratioFrom: 1024 * 1024,
  nameUnits: 500,
};
const damaged = "The file is a damaged archive and cannot be opened. Download it again, or save it anew from the program that made it.";
const bomb =
  "The file would unpack to far more than its size, as files made to break programs do, so it was not opened. Save it anew from the program that made it.";

/** Entries by name, or one sentence why the archive is not opened. */
export function readZipDirectory(bytes: Uint8Array): ZipDirectory {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = endRecord(view);
  if (end === null) return refuse(damaged);
  const place = directoryPlace(view, end);
  if (place === null) return refuse(damaged);
  const { count, size, start } = place;
  if (count > most.entries)
    return refuse(`The file is an archive of ${count.toLocaleString("en")} parts; at most ${most.entries.toLocaleString("en")} are opened.`);
  if (start + size > end) return refuse(damaged);
  const entries = new Map<string, ZipEntry>();
  let at = start;
  for (let i = 0; i < count; i += 1) {
    if (at + 46 > end || view.getUint32(at, true) !== 0x02014b50) return refuse(damaged);
    const nameLength = view.getUint16(at + 28, true);
    const extraLength = view.getUint16(at + 30, true);
    const next = at + 46 + nameLength + extraLength + view.getUint16(at + 32, true);
    if (next > end) return refuse(damaged);
    const sizes = wideSizes(view, at, at + 46 + nameLength, extraLength);
    if (sizes === null) return refuse(damaged);
    const name = utf8(bytes.subarray(at + 46, at + 46 + nameLength));
    if (entries.has(name))
      return refuse(
        "The file is an archive with two parts of one name, so programs may read it differently. Save it anew from the program that made it.",
      );
    entries.set(name, {
      name,
      method: view.getUint16(at + 10, true),
      encrypted: (view.getUint16(at + 8, true) & 1) === 1,
      ...sizes,
    });
    at = next;
  }
  const reason = whyUnsafe([...entries.values()], start);
  return reason === null ? { ok: true, entries } : refuse(reason);
}

function whyUnsafe(entries: readonly ZipEntry[], directoryAt: number): string | null {
  let total = 0;
  let covered = 0;
  for (const entry of [...entries].sort((a, b) => a.at - b.at)) {
    if (entry.name.length > most.nameUnits || /(?:^|[\\/])\.\.(?:[\\/]|$)|^[\\/]|^[A-Za-z]:|\0/.test(entry.name))
      return "The file is an archive that names places outside itself, as files made to overwrite others do, so it was not opened.";
    if (entry.encrypted) return "The file is encrypted. Remove its password in the program that made it, save it and add it again.";
    // The entry's own header takes at least 30 bytes and repeats its name.
    if (entry.at < covered) return bomb;
    covered = entry.at + 30 + entry.packed;
    if (covered > directoryAt) return damaged;
    total += entry.size;
    if (total > most.bytes || (entry.size > most.ratioFrom && entry.size > entry.packed * most.ratio)) return bomb;
  }
  return null;
}

type Place = { readonly count: number; readonly size: number; readonly start: number };

/** Where the directory lies. Fields that are full point to a record of 64-bit ones, which some programs write for small files too. */
function directoryPlace(view: DataView, end: number): Place | null {
  const place = { count: view.getUint16(end + 10, true), size: view.getUint32(end + 12, true), start: view.getUint32(end + 16, true) };
  if (place.count !== 0xffff && place.size !== full && place.start !== full) return place;
  const locator = end - 20;
  if (locator < 0 || view.getUint32(locator, true) !== 0x07064b50) return null;
  const at = wide(view, locator + 8);
  if (at + 56 > locator || view.getUint32(at, true) !== 0x06064b50) return null;
  return { count: wide(view, at + 32), size: wide(view, at + 40), start: wide(view, at + 48) };
}

const full = 0xffffffff;

/** Sizes and place of an entry: those that are full stand in its extra block of kind 1, in this order. */
function wideSizes(view: DataView, entry: number, extra: number, length: number): Pick<ZipEntry, "packed" | "size" | "at"> | null {
  const read = { size: view.getUint32(entry + 24, true), packed: view.getUint32(entry + 20, true), at: view.getUint32(entry + 42, true) };
  if (read.size !== full && read.packed !== full && read.at !== full) return read;
  for (let at = extra; at + 4 <= extra + length; ) {
    const stop = at + 4 + view.getUint16(at + 2, true);
    if (view.getUint16(at, true) === 1 && stop <= extra + length) {
      let field = at + 4;
      for (const name of ["size", "packed", "at"] as const) {
        if (read[name] !== full) continue;
        if (field + 8 > stop) return null;
        read[name] = wide(view, field);
        field += 8;
      }
      return read;
    }
    at = stop;
  }
  return null;
}

/** Beyond what a file can be long the exact number says nothing: all of them are outside. */
function wide(view: DataView, at: number): number {
  return Number(view.getBigUint64(at, true));
}

/** The end record stands in the last 64 kB, behind it only a comment. */
function endRecord(view: DataView): number | null {
  const last = view.byteLength - 22;
  for (let at = last; at >= Math.max(0, last - 0xffff); at -= 1) {
    if (view.getUint32(at, true) === 0x06054b50 && at + 22 + view.getUint16(at + 20, true) <= view.byteLength) return at;
  }
  return null;
}

function utf8(bytes: Uint8Array): string {
  return new TextDecoder("utf-8").decode(bytes);
}

function refuse(reason: string): ZipDirectory {
  return { ok: false, reason };
}
