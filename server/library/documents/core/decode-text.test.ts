import iconv from "iconv-lite";
import { describe, expect, it } from "vitest";
import { decodeText } from "./decode-text";

const german = "Die Halbwertszeit beträgt für Männer etwa sechs Stunden, für Frauen über fünf. Größere Dosen führen häufiger zu Übelkeit. ".repeat(5);
const russian = "Период полувыведения препарата составляет около шести часов у здоровых добровольцев. ".repeat(5);

describe("decodeText", () => {
  it("keeps a byte order mark and line ends, so that offsets are those of the file", () => {
    expect(decodeText(Buffer.from("\uFEFFa\r\nb"))).toMatchObject({ ok: true, text: "\uFEFFa\r\nb", encoding: "utf-8" });
  });

  it("reads UTF-16 by its byte order mark", () => {
    expect(decodeText(Buffer.from("\uFEFFκαὶ 𝔸", "utf16le"))).toMatchObject({ ok: true, text: "\uFEFFκαὶ 𝔸", encoding: "utf-16le" });
  });

  it.each([
    ["windows-1252", german],
    ["windows-1251", russian],
    ["koi8-r", russian],
  ])("guesses %s and says that it guessed", (encoding, text) => {
    expect(decodeText(iconv.encode(text, encoding))).toMatchObject({ ok: true, text, guessed: true });
  });

  it("believes a declared encoding when the bytes are not UTF-8", () => {
    expect(decodeText(iconv.encode("naïve", "macintosh"), "macintosh")).toMatchObject({ ok: true, text: "naïve", guessed: false });
  });

  it("does not believe a declaration against valid UTF-8", () => {
    expect(decodeText(Buffer.from("naïve"), "iso-8859-1")).toMatchObject({ ok: true, text: "naïve", encoding: "utf-8" });
  });

  it("refuses text with NUL characters, which cannot be stored", () => {
    expect(decodeText(Buffer.from("a\0b"))).toMatchObject({ ok: false, reason: expect.stringContaining("NUL") });
  });
});
