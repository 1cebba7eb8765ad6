import { describe, expect, it } from "vitest";
import { tidyFileName } from "./file-name";

describe("a file's name", () => {
  it.each([
    ["../../etc/passwd", "passwd"],
    ["C:\\papers\\a.pdf", "a.pdf"],
    ["invoice\u202efdp.exe", "invoicefdp.exe"],
    ["a\u0000b\u0007c\n.txt", "abc.txt"],
    ["zero\u200bwidth\ufeff.txt", "zerowidth.txt"],
    ["  two   blanks .txt ", "two blanks .txt"],
    ["ends in dots...", "ends in dots"],
    ["CON.txt", "_CON.txt"],
    ["lpt1", "_lpt1"],
    ["Console.txt", "Console.txt"],
    ["..", "unnamed"],
    ["/", "unnamed"],
    ["\u202e", "unnamed"],
    ["half \ud83d.txt", "half \ufffd.txt"],
    ["Größe 数.pdf", "Größe 数.pdf"],
  ])("%j is kept as %j", (raw, kept) => {
    expect(tidyFileName(raw)).toBe(kept);
  });

  it("of 500 characters keeps its beginning and its ending", () => {
    const name = tidyFileName(`${"\u{1f601}".repeat(250)}.pdf`);
    expect(name.length).toBeLessThanOrEqual(255);
    expect(name.endsWith(".pdf")).toBe(true);
    expect(name.isWellFormed()).toBe(true);
  });
});
