import { expect, it } from "vitest";
import { standingAnswers } from "./standing-answers";

const answer = (provider: string, round: number, status: Parameters<typeof standingAnswers>[0][number]["status"]) => ({ provider, round, status });

it("takes the latest of each provider, whichever rounds it was asked in", () => {
  const answers = [answer("openai", 1, "ok"), answer("xai", 1, "failed"), answer("xai", 2, "ok"), answer("openai", 3, "partial")];
  expect(standingAnswers(answers)).toEqual([answers[2], answers[3]]);
});

it("lets an answer that came stand when the provider fails or refuses later, and the later failure when none came", () => {
  const answers = [answer("openai", 1, "ok"), answer("openai", 2, "failed"), answer("xai", 1, "failed"), answer("xai", 2, "refused")];
  expect(standingAnswers(answers)).toEqual([answers[0], answers[3]]);
});

it("shows a question under way, and not the failure before it", () => {
  const answers = [answer("xai", 1, "failed"), answer("xai", 2, "asking"), answer("openai", 1, "ok"), answer("openai", 2, "asking")];
  expect(standingAnswers(answers)).toEqual([answers[1], answers[3]]);
});
