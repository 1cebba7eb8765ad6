import { expect, test } from "vitest";
import { panelFigures } from "./panel-figures";
import { testPanel, testWitness } from "./testing";

test("the figures count every answer once and every dollar by how it is known", () => {
  const { answers, voices, cost, time } = panelFigures(
    testPanel({
      witnesses: [
        testWitness({
          cost: { usd: 0.06, basis: "billed", reason: null, calls: null },
          otherCosts: [{ usd: 0.021, basis: "billed", reason: null, calls: null }],
        }),
        testWitness({
          provider: "gemini",
          name: "Gemini",
          standing: "ungrounded",
          cost: { usd: 0.049, basis: "estimated", reason: null, calls: null },
        }),
        testWitness({
          provider: "xai",
          name: "xAI",
          standing: "failed",
          attempts: 3,
          cost: { usd: null, basis: "unknown", reason: "It broke off.", calls: 3 },
          endedAt: "2026-03-02T09:00:31.000Z",
        }),
      ],
    }),
  );
  expect(answers).toEqual({ value: "1 of 3", unit: "whole and with sources", note: "1 without sources, 1 failed" });
  expect(voices).toMatchObject({ value: "2", unit: "independent, behind 3 sources" });
  expect(cost).toEqual({ value: "$0.130", unit: "in all", note: "$0.081 billed, $0.049 estimated, 1 not known" });
  expect(time).toEqual({ value: "31\u00a0s", unit: "the slowest, xAI", note: "2 retries" });
});
