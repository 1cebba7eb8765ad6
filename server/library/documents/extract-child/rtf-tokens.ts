// RTF as tokens: groups, control words with their numbers, bytes of text.
export type RtfToken =
  | { readonly kind: "open" }
  | { readonly kind: "close" }
  | { readonly kind: "word"; readonly word: string; readonly number: number | null }
  | { readonly kind: "sign"; readonly sign: string }
  | { readonly kind: "bytes"; readonly from: number; readonly to: number }
  | { readonly kind: "byte"; readonly byte: number };

const code = { open: 0x7b, close: 0x7d, backslash: 0x5c, apostrophe: 0x27, blank: 0x20, minus: 0x2d, cr: 13, lf: 10 } as const;
const longestWord = 32;

export function* rtfTokens(bytes: Uint8Array): Generator<RtfToken> {
  let at = 0;
  while (at < bytes.length) {
    const byte = bytes[at] ?? 0;
    if (byte === code.open || byte === code.close) {
      yield byte === code.open ? { kind: "open" } : { kind: "close" };
      at += 1;
    } else if (byte === code.backslash) {
      const next = bytes[at + 1] ?? 0;
      if (isLetter(next)) {
        const read = readWord(bytes, at + 1);
        yield read.token;
        at = read.next;
        // Raw bytes follow, which may look like anything.
        if (read.token.word === "bin") at += Math.max(0, read.token.number ?? 0);
      } else if (next === code.apostrophe) {
        const value = Number.parseInt(String.fromCharCode(bytes[at + 2] ?? 0, bytes[at + 3] ?? 0), 16);
        if (!Number.isNaN(value)) yield { kind: "byte", byte: value };
        at += 4;
      } else {
        yield { kind: "sign", sign: String.fromCharCode(next) };
        at += 2;
      }
    } else if (byte === code.cr || byte === code.lf) at += 1;
    else {
      const from = at;
      while (at < bytes.length && !isSpecial(bytes[at] ?? 0)) at += 1;
      yield { kind: "bytes", from, to: at };
    }
  }
}

type Word = { readonly token: Extract<RtfToken, { kind: "word" }>; readonly next: number };

function readWord(bytes: Uint8Array, from: number): Word {
  let at = from;
  let word = "";
  while (isLetter(bytes[at] ?? 0) && word.length < longestWord) {
    word += String.fromCharCode(bytes[at] ?? 0);
    at += 1;
  }
  let digits = "";
  if (bytes[at] === code.minus && isDigit(bytes[at + 1] ?? 0)) {
    digits = "-";
    at += 1;
  }
  while (isDigit(bytes[at] ?? 0) && digits.length < 11) {
    digits += String.fromCharCode(bytes[at] ?? 0);
    at += 1;
  }
  if (bytes[at] === code.blank) at += 1;
  return { token: { kind: "word", word, number: digits === "" ? null : Number(digits) }, next: at };
}

function isLetter(byte: number): boolean {
  return (byte >= 97 && byte <= 122) || (byte >= 65 && byte <= 90);
}

function isDigit(byte: number): boolean {
  return byte >= 48 && byte <= 57;
}

function isSpecial(byte: number): boolean {
  return byte === code.open || byte === code.close || byte === code.backslash || byte === code.cr || byte === code.lf;
}
