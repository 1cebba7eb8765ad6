import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { citedAuthor, compareWork, contentWords, noticePrefix, retractedPrefix, titleLikeness } from "./compare-work";

const listed = { title: "Celandrin and the elimination half-life in healthy adults: a randomised trial", year: 2014, author: "Holloway" };
const verdict = (title: string, change: { year?: number; author?: string } = {}) =>
  compareWork({ titles: [title], year: change.year ?? null, author: change.author ?? null }, listed).verdict;

describe("a cited work and the one that a register lists", () => {
  it("are the same under case, markup, a site's name behind, a cut end or a missing subtitle", () => {
    for (const title of [
      listed.title,
      "CELANDRIN AND THE ELIMINATION HALF-LIFE IN HEALTHY ADULTS: A RANDOMISED TRIAL",
      "<i>Celandrin</i> and the elimination half&#8208;life in healthy adults: a randomised trial - PubMed",
      "Celandrin and the elimination half-life in healthy adults",
      "Celandrin and the elimination half-life in healthy adults: a rando...",
      "RETRACTED: Celandrin and the elimination half-life in healthy adults: a randomised trial",
    ])
      expect([title, verdict(title)]).toEqual([title, "same"]);
  });

  it("are two when the titles have little in common, however real the identifier is", () => {
    for (const title of ["Ledrafine for the treatment of migraine in children", "Trial of adults", "Half-life"])
      expect([title, verdict(title)]).toEqual([title, "different"]);
    expect(compareWork({ titles: ["Something else altogether here"], year: 2014, author: "Holloway" }, listed).reason).toContain(listed.title);
  });

  it("are not told apart or together where words, year or author leave it open", () => {
    expect(verdict("Celandrin elimination in adults after a meal of oats")).toBe("unsure");
    expect(verdict(listed.title, { year: 2014 })).toBe("same");
    expect(verdict(listed.title, { year: 2015 })).toBe("same");
    expect(verdict(listed.title, { year: 2009 })).toBe("unsure");
    expect(verdict(listed.title, { author: "M. Holloway" })).toBe("same");
    expect(verdict(listed.title, { author: "Baker" })).toBe("unsure");
    expect(verdict("")).toBe("unsure");
    expect(compareWork({ titles: ["セランドリンの半減期"], year: null, author: null }, listed).verdict).toBe("unsure");
    expect(compareWork({ titles: [listed.title], year: null, author: null }, { ...listed, title: null }).verdict).toBe("unsure");
  });

  it("need every word where a title has few", () => {
    expect(compareWork({ titles: ["Celandrin"], year: null, author: null }, { ...listed, title: "Celandrin" }).verdict).toBe("same");
    expect(compareWork({ titles: ["Celandrin"], year: null, author: null }, { ...listed, title: "Ledrafine" }).verdict).toBe("different");
  });
});

it("likeness is between 0 and 1, and 1 for a title with itself", () => {
  const words = fc.array(fc.stringMatching(/^[a-z]{3,9}$/), { minLength: 1, maxLength: 14 });
  fc.assert(
    fc.property(words, words, (a, b) => {
      const [x, y] = [a.join(" "), b.join(" ")];
      const value = titleLikeness(x, y);
      expect(value).toBeGreaterThanOrEqual(0);
      expect(value).toBeLessThanOrEqual(1);
      if (contentWords(x).length > 0) expect(titleLikeness(x, x)).toBe(1);
    }),
  );
});

it("tells a work that was taken back from the notice that takes it back", () => {
  for (const title of ["RETRACTED: A trial", "Retracted article: A trial", "[Retracted] - A trial", "WITHDRAWN: A review"])
    expect([title, retractedPrefix.test(title), noticePrefix.test(title)]).toEqual([title, true, false]);
  for (const title of ["Retraction: A trial", "Retraction notice to: A trial", "Erratum to a trial", "Expression of concern: A trial"])
    expect([title, retractedPrefix.test(title), noticePrefix.test(title)]).toEqual([title, false, true]);
  expect(retractedPrefix.test("Retracted publications in medicine")).toBe(false);
});

it("reads the first author where a citation gives one, and none from a title alone", () => {
  expect(citedAuthor("Holloway JB, Pell A. Celandrin and the elimination half-life.")).toBe("Holloway");
  expect(citedAuthor("Holloway et al., 2014: Celandrin and the elimination half-life")).toBe("Holloway");
  expect(citedAuthor("Celandrin and the elimination half-life (Pell et al., 2014)")).toBe("Pell");
  expect(citedAuthor("Celandrin and the elimination half-life in healthy adults")).toBeNull();
  expect(citedAuthor("Vitamin D and Calcium in adults")).toBeNull();
  expect(citedAuthor("Hepatitis B, C and D in adults")).toBeNull();
  expect(citedAuthor("COVID-19, IL-6 and outcome")).toBeNull();
});
