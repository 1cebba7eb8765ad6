import { describe, expect, it } from "vitest";
import type { ProviderError } from "../../providers/schema";
import { excerptOf, standingOf, triesOf } from "./witness";

const error: ProviderError = { kind: "server", retryable: true, message: "It answered with an error (500)." };
const answer = { status: "ok", text: "Six hours.", error: null } as const;

describe("how an answer stands", () => {
  it("is ungrounded when an engine cites nothing, whatever it found or retrieved", () => {
    expect(standingOf(answer, "engine", [])).toBe("ungrounded");
    expect(standingOf(answer, "engine", ["retrieved", "opened"])).toBe("ungrounded");
    expect(standingOf(answer, "engine", ["retrieved", "cited"])).toBe("answered");
  });

  it("is answered when what it found is all it says", () => {
    expect(standingOf({ ...answer, text: "" }, "engine", ["retrieved"])).toBe("answered");
    expect(standingOf({ ...answer, text: "" }, "api", [])).toBe("nothing_found");
  });

  it("tells what failed from what was never asked and what broke off", () => {
    expect(standingOf({ ...answer, status: "failed", error }, "engine", [])).toBe("failed");
    expect(standingOf({ ...answer, status: "refused", error: { ...error, notAsked: true } }, "engine", [])).toBe("not_asked");
    expect(standingOf({ ...answer, status: "partial", error }, "engine", ["cited"])).toBe("cut_off");
    expect(standingOf({ ...answer, status: "partial", error: { ...error, kind: "schema" } }, "engine", [])).toBe("ungrounded");
    expect(standingOf({ ...answer, text: "", status: "partial", error }, "api", ["retrieved"])).toBe("answered");
    expect(standingOf({ ...answer, text: "", status: "partial", error }, "api", [])).toBe("failed");
    expect(standingOf({ ...answer, status: "asking" }, "engine", [])).toBe("waiting");
  });
});

describe("the tries that failed", () => {
  const row = {
    provider: "xai",
    status: "failed",
    attempts: 2,
    error,
    startedAt: new Date("2026-03-02T09:00:00Z"),
    endedAt: new Date("2026-03-02T09:00:09Z"),
  } as const;
  const first = { provider: "xai", attempt: 1, at: "2026-03-02T09:00:03.000Z", reason: "500", waitMs: 2000 };

  it("are those before a further try and the one it ended with", () => {
    const elsewhere = { ...first, provider: "openai" };
    const roundBefore = { ...first, at: "2026-03-01T09:00:03.000Z" };
    expect(triesOf(row, [elsewhere, roundBefore, first])).toEqual([
      { attempt: 1, at: first.at, reason: "500", waitMs: 2000 },
      { attempt: 2, at: "2026-03-02T09:00:09.000Z", reason: error.message, waitMs: null },
    ]);
  });

  it("end with the last failure when an answer came after it", () => {
    expect(triesOf({ ...row, status: "ok", error: null }, [first])).toHaveLength(1);
    expect(triesOf({ ...row, status: "refused", attempts: 1, error: { ...error, notAsked: true } }, [])).toEqual([]);
    expect(triesOf({ ...row, status: "refused", attempts: 1 }, [])).toMatchObject([{ attempt: 1, reason: error.message }]);
  });
});

describe("an excerpt", () => {
  it("is the passage as it stands", () => {
    expect(excerptOf("Before. The half-life\nis 6 h. After.", { start: 8, end: 29 })).toBe("The half-life is 6 h.");
  });

  it("ends at a word and says that it goes on", () => {
    const long = "word ".repeat(200);
    const cut = excerptOf(long, { start: 0, end: long.length });
    expect(cut.length).toBeLessThanOrEqual(422);
    expect(cut).toMatch(/word …$/);
  });
});
