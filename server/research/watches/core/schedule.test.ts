import { expect, it } from "vitest";
import { nextDue } from "./schedule";

const at = (text: string) => new Date(text);
const due = (interval: "daily" | "weekly" | "monthly", anchor: string, after: string) => nextDue(interval, at(anchor), at(after)).toISOString();

it("keeps the time of day, the day of the week, the day of the month", () => {
  const anchor = "2026-08-20T02:05:41Z";
  expect(due("daily", anchor, anchor)).toBe("2026-08-21T02:05:00.000Z");
  expect(due("weekly", anchor, anchor)).toBe("2026-08-27T02:05:00.000Z");
  expect(due("monthly", anchor, anchor)).toBe("2026-09-20T02:05:00.000Z");
});

it("runs on the last day of months that are too short, and in leap years on the 29th", () => {
  const anchor = "2027-01-31T09:00:00Z";
  expect(due("monthly", anchor, anchor)).toBe("2027-02-28T09:00:00.000Z");
  expect(due("monthly", anchor, "2028-02-01T00:00:00Z")).toBe("2028-02-29T09:00:00.000Z");
  expect(due("monthly", anchor, "2027-03-30T00:00:00Z")).toBe("2027-03-31T09:00:00.000Z");
});

it("goes on from now, however many times were missed", () => {
  expect(due("daily", "2026-08-20T02:05:00Z", "2026-11-20T13:00:00Z")).toBe("2026-11-21T02:05:00.000Z");
  expect(due("daily", "2026-08-20T02:05:00Z", "2026-11-20T02:05:00Z")).toBe("2026-11-21T02:05:00.000Z");
});
