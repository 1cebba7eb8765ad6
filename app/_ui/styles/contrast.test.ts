// Contrast of the tokens by WCAG 2.2 (relative luminance, success criteria 1.4.3 and 1.4.11), in both themes.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";

const text = readFileSync(join(import.meta.dirname, "../../tokens.css"), "utf8");
const pairs = new Map(
  [...text.matchAll(/--([\w-]+): light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\)/g)].map((match) => [match[1], [match[2], match[3]]]),
);

const channel = (value: number) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4);
const luminance = (hex: string) => {
  const [red, green, blue] = [1, 3, 5].map((at) => channel(Number.parseInt(hex.slice(at, at + 2), 16) / 255));
  return 0.2126 * (red ?? 0) + 0.7152 * (green ?? 0) + 0.0722 * (blue ?? 0);
};
const contrast = (one: string, other: string) => {
  const [dark, light] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return ((light ?? 0) + 0.05) / ((dark ?? 0) + 0.05);
};

const surfaces = ["desk", "paper", "sheet", "lift"];
const washes = ["rubric-wash", "verdigris-wash", "ochre-wash", "lapis-wash"];
const meanings = ["rubric", "verdigris", "ochre", "lapis"];

describe.each([
  ["light", 0],
  ["dark", 1],
] as const)("in the %s theme", (_, theme) => {
  const colour = (name: string) => pairs.get(name)?.[theme] ?? "";
  const tooLow = (inks: readonly string[], grounds: readonly string[], least: number) =>
    inks.flatMap((ink) => grounds.filter((ground) => !(contrast(colour(ink), colour(ground)) >= least)).map((ground) => `${ink} on ${ground}`));

  test("the three inks are text on every surface and every wash", () => {
    expect(tooLow(["ink", "ink-2", "ink-3"], [...surfaces, ...washes], 4.5)).toEqual([]);
  });
  test("a meaning is text on every surface and on its own wash", () => {
    expect(tooLow(meanings, surfaces, 4.5)).toEqual([]);
    for (const meaning of meanings) expect(tooLow([meaning], [`${meaning}-wash`], 4.5)).toEqual([]);
  });
  test("text on a fill of lapis or ink, and under the highlight, can be read", () => {
    expect(tooLow(["on-lapis"], ["lapis"], 4.5)).toEqual([]);
    expect(tooLow(["on-ink"], ["ink"], 4.5)).toEqual([]);
    expect(tooLow(["ink"], ["highlight"], 4.5)).toEqual([]);
  });
  test("the edges of what is operated stand out from what they lie on", () => {
    expect(tooLow(["rule-2"], surfaces, 3)).toEqual([]);
  });
});
