import { describe, expect, it } from "vitest";
import { readMetadata } from "./read-metadata";

const given = { fileName: "notes-2.txt", body: "First line\n\nMore text.", stated: {}, found: {}, title: null, firstHeading: null };

describe("readMetadata", () => {
  it("believes what the file states and keeps keys it does not know", () => {
    const read = readMetadata({ ...given, stated: { title: "T", tier: "2", identity: "PMID: 123", shelf: "left", date: "2018-04" } });
    expect(read.title).toBe("T");
    expect(read.metadata).toEqual({ tier: 2, identity: "pmid:123", date: "2018-04", detected: [], other: { shelf: "left" } });
    expect(read.warnings).toEqual([]);
  });

  it("ignores values that cannot be right, each with a warning", () => {
    const read = readMetadata({ ...given, stated: { tier: "eleven", date: "April", url: "javascript:alert(1)", identity: "something" } });
    expect(read.metadata).toEqual({ tier: 10, detected: ["tier"], other: {} });
    expect(read.warnings).toHaveLength(4);
    expect(read.warnings[0]).toContain('The tier "eleven" was ignored');
  });

  it.each([
    ["the markup's title", { title: "From markup", firstHeading: "Heading" }, "From markup"],
    ["the first heading, when programs named it untitled", { title: "Untitled", firstHeading: "## Heading ##" }, "Heading"],
    ["the first line", {}, "First line"],
    ["the file's name, when the first line is prose", { body: `${"word ".repeat(60)}\n` }, "notes-2"],
  ])("takes its title from %s", (_from, parts, title) => {
    expect(readMetadata({ ...given, ...parts }).title).toBe(title);
  });

  it("tells an American label by its headings and says that it was detected", () => {
    const body = "HIGHLIGHTS OF PRESCRIBING INFORMATION\n\nFULL PRESCRIBING INFORMATION\n\n1 INDICATIONS AND USAGE\n\ntext";
    const read = readMetadata({ ...given, body });
    expect(read).toMatchObject({ kind: "label", metadata: { tier: 1, jurisdiction: "US", detected: ["tier", "jurisdiction"] } });
  });

  it("tells a European summary of product characteristics, its jurisdiction only when stated", () => {
    const body = "SUMMARY OF PRODUCT CHARACTERISTICS\n\n4.2 Posology and method of administration\n\ntext";
    expect(readMetadata({ ...given, body }).metadata).toEqual({ tier: 1, detected: ["tier"], other: {} });
    expect(readMetadata({ ...given, body: `${body}\n\nEU/1/11/691/001` }).metadata.jurisdiction).toBe("EU");
  });

  it("takes a DOI in the head for the paper's own, without the full stop that follows it", () => {
    const read = readMetadata({ ...given, body: "A study of things\nhttps://doi.org/10.1000/ABC(1)2. Received 2019." });
    expect(read).toMatchObject({ kind: "paper", metadata: { tier: 4, identity: "doi:10.1000/abc(1)2" } });
  });

  it("does not take a DOI far down, which is a reference's", () => {
    expect(readMetadata({ ...given, body: `${"word ".repeat(900)} doi:10.1000/x` }).metadata).toMatchObject({ tier: 10 });
  });

  it("reads markup's date and DOI and lets a stated tier win over a detected one", () => {
    const read = readMetadata({ ...given, stated: { tier: "3" }, found: { doi: "10.1/NO", date: "2019/05/01T00:00", publisher: "Journal" } });
    expect(read.metadata).toMatchObject({ tier: 3, date: "2019-05-01", publisher: "Journal" });
  });
});
