import { expect, test } from "vitest";
import { durationWords, formatPartialDate, formatTimestamp, relativeWords, stopwatch } from "./format-time";

test("a timestamp is printed in UTC whatever the zone of the machine", () => {
  expect(formatTimestamp("2026-11-20T23:59:11+01:00", "datetime")).toBe("20 November 2026, 22:59\u00a0UTC");
  expect(formatTimestamp("2026-11-20T14:02:11Z", "clock")).toBe("14:02:11");
  expect(formatTimestamp("2026-11-20T14:02:11Z", "time")).toBe("14:02\u00a0UTC");
  expect(formatTimestamp("2026-11-20T14:02:11Z", "date")).toBe("20 November 2026");
});
test("what is no time is printed as it stands", () => {
  expect(formatTimestamp("soon", "date")).toBe("soon");
  expect(formatPartialDate("c. 96")).toBe("c. 96");
  expect(formatPartialDate("2018-13")).toBe("2018-13");
});
test("a date is as precise as it is stated", () => {
  expect(formatPartialDate("2018")).toBe("2018");
  expect(formatPartialDate("2018-04")).toBe("April 2018");
  expect(formatPartialDate("2018-04-03")).toBe("3 April 2018");
});
test("relative words round down and never lie in the future", () => {
  const now = Date.UTC(2026, 10, 20, 14);
  expect(relativeWords(now + 5000, now)).toBe("just now");
  expect(relativeWords(now - 59_999, now)).toBe("just now");
  expect(relativeWords(now - 5 * 60_000, now)).toBe("5\u00a0min ago");
  expect(relativeWords(now - 3_600_000, now)).toBe("1 hour ago");
  expect(relativeWords(now - 49 * 3_600_000, now)).toBe("2 days ago");
});
test("durations carry their units", () => {
  expect(durationWords(412)).toBe("0.4\u00a0s");
  expect(durationWords(18_000)).toBe("18\u00a0s");
  expect(durationWords(198_000)).toBe("3\u00a0min 18\u00a0s");
  expect(durationWords(3_900_000)).toBe("1\u00a0h 5\u00a0min");
});
test("a stopwatch shows hours only when there are some", () => {
  expect(stopwatch(198_400)).toBe("3:18");
  expect(stopwatch(3_725_000)).toBe("1:02:05");
});
