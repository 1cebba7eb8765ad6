import { expect, it } from "vitest";
import type { SourceChangeDetail } from "../schema";
import { couldTell, nextLookMs } from "./next-look";
import { noticesOn } from "./retraction";
import { changesBetween, changeWords } from "./source-changes";

const hour = 3_600_000;
const every = { ageDays: 1, everyDays: 30 };
const fine = { page: "alive", register: null } as const;
const open = { page: "unknown", register: null } as const;

it("a source in order is looked at again after the usual time, an old one after three times that", () => {
  expect(nextLookMs(fine, 0, every)).toBe(30 * 24 * hour);
  expect(nextLookMs(fine, 0, { ageDays: 400, everyDays: 30 })).toBe(90 * 24 * hour);
  expect(nextLookMs({ page: "blocked", register: "found" }, 0, every)).toBe(30 * 24 * hour);
});

it("one that could not be told is tried soon and then ever more rarely", () => {
  expect([1, 2, 3, 4, 9].map((attempt) => nextLookMs(open, attempt, every) / hour)).toEqual([1 / 6, 2, 24, 168, 168]);
  expect(nextLookMs(open, 9, { ageDays: 1, everyDays: 1 })).toBe(24 * hour);
  expect([open, { page: "not_checked", register: null } as const, { page: null, register: "unknown" } as const].map(couldTell)).toEqual([
    false,
    false,
    false,
  ]);
});

const notice = { kind: "retraction", date: "2018-03", by: "10.1000/notice" } as const;
const state = { visit: null, textHash: null, notices: [], superseded: false };

it("a retraction that was known is not told again in other words", () => {
  const bare = noticesOn({ titles: ["RETRACTED: A trial"], isWork: false }, []);
  expect(bare).toEqual([{ kind: "retraction", date: null, by: null }]);
  const said = (title: string, isWork: boolean) => noticesOn({ titles: [title], isWork }).length;
  // A headline about a retraction is none.
  expect([
    said("Retracted: how a trial fooled its readers", false),
    said("Retracted: A trial", true),
    said("Retracted article: A trial", false),
  ]).toEqual([0, 1, 1]);
  expect(changesBetween(state, { ...state, notices: [notice] }, null).map((change) => change.kind)).toEqual(["retracted"]);
  expect(changesBetween({ ...state, notices: bare }, { ...state, notices: [...bare, notice] }, null)).toEqual([]);
  expect(noticesOn({ titles: [null, "RETRACTED: A trial"], isWork: true }, [notice], [notice])).toEqual([notice]);
});

it("a page that is read for the first time has not changed, unless it lacks what was cited", () => {
  const read = { ...state, textHash: "a" };
  expect(changesBetween(state, read, { held: 0, moved: 2, lost: 0 })).toEqual([]);
  const [late] = changesBetween(state, read, { held: 0, moved: 1, lost: 1 });
  expect(late && changeWords(late.kind, late.detail)).toBe("The page was read later and lacks 1 of 2 cited passages.");
});

it("each change is one plain sentence", () => {
  const none: SourceChangeDetail = { before: null, after: null, notice: null, quotes: null };
  const quotes = { held: 1, moved: 1, lost: 0 };
  expect(changeWords("retracted", { ...none, notice })).toBe("It was retracted on 2018-03 (10.1000/notice).");
  expect(changeWords("concern", { ...none, notice: { ...notice, kind: "expression_of_concern" } })).toBe(
    "An expression of concern was published on 2018-03 (10.1000/notice).",
  );
  expect(changeWords("changed", { ...none, before: "a", after: "b", quotes })).toBe("The page has changed; all 2 cited passages still stand on it.");
  expect(changeWords("gone", none)).toBe("The page is no longer there.");
  expect(changeWords("superseded", none)).toBe("A later edition replaces it.");
});
