import { describe, expect, test } from "vitest";
import { expressionError, holds, keyOf } from "./expression";

const event = { name: "a", data: { id: "x", n: 3, list: ["p", "q"], deep: { yes: true } } };

describe("expressions", () => {
  test("compare the event that started the run with the one that came", () => {
    expect(holds("event.data.id == async.data.id", { event, async: { data: { id: "x" } } })).toBe(true);
    expect(holds("event.data.id == async.data.id", { event, async: { data: { id: "y" } } })).toBe(false);
    expect(holds("event.data.n >= 3 && 'p' in event.data.list && event.data.deep.yes", { event })).toBe(true);
  });

  test("hold when absent, and do not when they ask for what is missing or are not true or false", () => {
    expect(holds(null, { event })).toBe(true);
    expect(holds("event.data.missing == 1", { event })).toBe(false);
    expect(holds("async.data.id == 'x'", { event })).toBe(false);
    expect(holds("event.data.id", { event })).toBe(false);
    expect(holds("event.data.id ==", { event })).toBe(false);
  });

  test("give keys as text", () => {
    expect(keyOf("event.data.id", { event })).toBe("x");
    expect(keyOf("event.data.n", { event })).toBe("3");
    expect(keyOf("event.data.id + '-' + string(event.data.n)", { event })).toBe("x-3");
    expect(keyOf("'fixed'", { event })).toBe("fixed");
    expect(keyOf("event.data.missing", { event })).toBe("");
  });

  test("are checked before they are used", () => {
    expect(expressionError("event.data.id == async.data.id")).toBe(null);
    expect(expressionError("event.data.id ==")).not.toBe(null);
    expect(expressionError("events.data.id == 1")).toContain("events");
  });
});
