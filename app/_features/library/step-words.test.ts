import { describe, expect, it } from "vitest";
import { documentStepNames } from "@/server/library/documents/schema";
import { nowDoing, shownSteps } from "./step-words";

const facts = { mediaType: "application/pdf", bytes: 1_200, hash: "ab12".repeat(16), language: "en", passages: 3, pages: 2, warnings: [] };
const waiting = documentStepNames.map((step) => ({ step, status: "waiting" as const, detail: "" }));

describe("what is said of a document's processing", () => {
  it("tells what each part came to, why one was passed over, and what is under way", () => {
    const steps = [
      { step: "read" as const, status: "done" as const, detail: "2 pages, 900 characters" },
      { step: "index" as const, status: "done" as const, detail: "3 passages" },
      { step: "references" as const, status: "running" as const, detail: "" },
      { step: "meanings" as const, status: "skipped" as const, detail: "no model of meanings is set" },
    ];
    expect(shownSteps({ ...facts, status: "ready", steps }).map(({ looks, words }) => `${looks}: ${words}`)).toEqual([
      "done: PDF, 1\u00a0kB, 2 pages, 900 characters, English, SHA-256\u00a0ab12\u2060\u2026\u2060ab12",
      "done: 3 passages, each at its place",
      "running: Looking for references",
      "wait: No model of meanings is set",
    ]);
    expect(nowDoing(steps)).toBe("Looking for references");
  });

  it("shows a document of before the steps were kept as read and in the search", () => {
    expect(shownSteps({ ...facts, status: "ready", steps: waiting }).map(({ looks }) => looks)).toEqual([
      "done",
      "done",
      "wait",
      "wait",
      "wait",
      "wait",
    ]);
    expect(nowDoing(waiting)).toBeNull();
  });
});
