// Bytes to text without losing a character: offsets in the result are offsets in the file as an editor shows it.
import chardet from "chardet";
import iconv from "iconv-lite";

export type Decoded =
  | { readonly ok: true; readonly text: string; readonly encoding: string; readonly guessed: boolean }
  | { readonly ok: false; readonly reason: string };

/** Enough for a frequency-based guess; more only takes longer. */
const sampleBytes = 65_536;

/**
 * A byte order mark decides; then strict UTF-8; then the likeliest legacy encoding. A byte order mark stays in the text
 * as U+FEFF. `declared` is what the file itself names (an HTML meta), used when the bytes are not UTF-8.
 */
export function decodeText(bytes: Uint8Array, declared?: string): Decoded {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return checked(new TextDecoder("utf-16le", { ignoreBOM: true }).decode(bytes), "utf-16le", false);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return checked(new TextDecoder("utf-16be", { ignoreBOM: true }).decode(bytes), "utf-16be", false);
  const wide = unmarkedWide(bytes);
  if (wide !== null) return checked(new TextDecoder(wide, { ignoreBOM: true }).decode(bytes), wide, true);
  const utf8 = strictUtf8(bytes);
  if (utf8 !== null) return checked(utf8, "utf-8", false);
  if (declared && iconv.encodingExists(declared) && !/^utf-?8$/i.test(declared)) return checked(iconv.decode(bytes, declared), declared, false);
  const guess = chardet.detect(bytes.subarray(0, sampleBytes));
  if (guess === null || !iconv.encodingExists(guess)) {
    return { ok: false, reason: "The text's character encoding could not be told. Save the file as UTF-8 and add it again." };
  }
  // A sample cut inside a character, or a few stray bytes, must not make a UTF-8 file into a legacy one.
  if (/^utf-?8$/i.test(guess)) return checked(new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes), "utf-8", true);
  return checked(iconv.decode(bytes, guess, { stripBOM: false }), guess, true);
}

const widePairs = 2_048;

/** UTF-16 without a byte order mark: of Latin letters every other byte is zero, always on the same side. */
export function unmarkedWide(bytes: Uint8Array): "utf-16le" | "utf-16be" | null {
  const pairs = Math.min(widePairs, bytes.length >> 1);
  if (pairs < 8 || bytes.length % 2 === 1) return null;
  let first = 0;
  let second = 0;
  for (let i = 0; i < pairs; i += 1) {
    if (bytes[i * 2] === 0) first += 1;
    if (bytes[i * 2 + 1] === 0) second += 1;
  }
  const wide = second > pairs * 0.4 && first === 0 ? "utf-16le" : first > pairs * 0.4 && second === 0 ? "utf-16be" : null;
  if (wide === null) return null;
  const sample = new TextDecoder(wide).decode(bytes.subarray(0, pairs * 2));
  // Tables of small numbers look like this too, but hold no words.
  const letters = sample.match(/[\p{L}\s]/gu)?.length ?? 0;
  return letters > sample.length * 0.6 ? wide : null;
}

function strictUtf8(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch (error) {
    if (error instanceof TypeError) return null;
    throw error;
  }
}

/** U+0000 cannot be stored, and replacing it would move nothing but would change the text: such a file is refused. */
function checked(text: string, encoding: string, guessed: boolean): Decoded {
  if (text.includes("\0"))
    return { ok: false, reason: "The text holds NUL characters, so it is damaged or not text. Save it as UTF-8 and add it again." };
  return { ok: true, text, encoding, guessed };
}
