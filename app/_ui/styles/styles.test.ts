// The rules of the visual language that a reader of the style sheets could break without noticing.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";

const app = join(import.meta.dirname, "../..");
const sheets = readdirSync(import.meta.dirname)
  .filter((name) => name.endsWith(".css"))
  .map((name) => ({ name, text: readFileSync(join(import.meta.dirname, name), "utf8") }));
const tokens = readFileSync(join(app, "tokens.css"), "utf8");
const parts = readdirSync(join(app, "_ui"), { recursive: true, encoding: "utf8" })
  .filter((name) => name.endsWith(".tsx"))
  .map((name) => ({ name, text: readFileSync(join(app, "_ui", name), "utf8") }));

test("a colour has its value in the tokens alone", () => {
  const raw = /#[0-9a-f]{3,8}\b|\b(?:rgb|hsl|oklch|oklab|lab|lch)a?\(/i;
  expect(sheets.filter((sheet) => raw.test(sheet.text)).map((sheet) => sheet.name)).toEqual([]);
});

test("every token that is named exists", () => {
  const unknown = sheets.flatMap((sheet) => {
    const known = new Set(`${tokens}${sheet.text}`.match(/--[\w-]+(?=:)/g));
    return [...sheet.text.matchAll(/var\((--[\w-]+)/g)].map((match) => match[1] ?? "").filter((name) => !known.has(name));
  });
  expect([...new Set(unknown)]).toEqual([]);
});

test("every sheet is imported once, into a layer unless it is print or fonts", () => {
  const imports = readFileSync(join(app, "globals.css"), "utf8");
  for (const { name } of sheets) {
    expect(imports.split(`/${name}"`)).toHaveLength(2);
    if (name !== "print.css" && name !== "fonts.css") expect(imports).toMatch(new RegExp(`/${name}" layer\\(`));
  }
});

test("no part carries a style attribute, so that a page can forbid them", () => {
  expect(parts.filter((part) => /\bstyle=\{/.test(part.text)).map((part) => part.name)).toEqual([]);
});
