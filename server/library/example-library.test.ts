import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { readFrontMatter } from "./documents/core/front-matter";
import { frontMatterShapes } from "./documents/schema";
import { exampleLibraryFiles, exampleLibraryFolder } from "./example-library";

const folder = exampleLibraryFolder();
const read = (name: string) => readFileSync(path.join(folder, name), "utf8");

function statedBy(name: string): Record<string, string> {
  const text = read(name);
  if (!name.endsWith(".html")) return { ...readFrontMatter(text, 16_384).values };
  return Object.fromEntries([...text.matchAll(/<meta name="variorum:(\w+)" content="([^"]*)">/g)].map(([, key = "", value = ""]) => [key, value]));
}

describe("the example library", () => {
  it("lists exactly the files of its folder", () => {
    expect([...exampleLibraryFiles].sort()).toEqual(readdirSync(folder).sort());
  });

  it.each(exampleLibraryFiles)("%s says what it is in well-formed front matter", (name) => {
    const stated = statedBy(name);
    for (const key of ["title", "publisher", "date", "tier", "licence"]) expect(stated[key], key).toBeTruthy();
    for (const [key, value] of Object.entries(stated)) {
      const shape = frontMatterShapes[key as keyof typeof frontMatterShapes];
      expect(shape, `unknown key ${key}`).toBeDefined();
      expect(shape.safeParse(value).success, `${key}: ${value}`).toBe(true);
    }
  });

  it("names copies and successors that exist", () => {
    for (const name of exampleLibraryFiles) {
      const { copy_of, superseded_by } = statedBy(name);
      for (const target of [copy_of, superseded_by])
        if (target && !target.includes(":")) expect(exampleLibraryFiles, `${name} names ${target}`).toContain(target);
    }
  });

  it("keeps documents short enough to read and says where each comes from", () => {
    for (const name of exampleLibraryFiles) {
      const words = read(name).split(/\s+/).length;
      expect(words, name).toBeGreaterThan(250);
      expect(words, name).toBeLessThan(1100);
    }
  });
});
