import pino from "pino";
import { afterEach, describe, expect, it } from "vitest";
import { setEnvironment } from "@/server/platform/config";
import type { Ctx } from "@/server/platform/context";
import type { Provider } from "../port";
import { gemini } from "./gemini/gemini";
import { openAi } from "./openai/openai";
import { perplexity } from "./perplexity/perplexity";
import { tavily } from "./tavily/tavily";
import { halfLife } from "./testing";
import { xai } from "./xai/xai";

const engines: readonly [Provider, string][] = [
  [openAi, "OPENAI"],
  [perplexity, "PERPLEXITY"],
  [xai, "XAI"],
  [gemini, "GEMINI"],
  [tavily, "TAVILY"],
];
const nowhere = "http://127.0.0.1:9";
const ctx = { clock: { now: () => new Date("2026-03-01") }, log: pino({ level: "silent" }) } as unknown as Ctx;
const ask = (engine: Provider) =>
  engine.ask(
    { ...halfLife, passages: [{ key: "url:https://a.example/x", sourceTitle: "A", text: "One." }] },
    { ctx, ownerId: "me", documentIds: [], signal: new AbortController().signal },
  );

afterEach(() => {
  setEnvironment(
    Object.fromEntries(
      engines.flatMap(([, name]) => [
        [`${name}_API_KEY`, ""],
        [`${name}_BASE_URL`, ""],
      ]),
    ),
  );
});

describe("answer engines", () => {
  it("are off without a key, say which key is missing, and are not asked without one", async () => {
    for (const [engine, name] of engines) {
      setEnvironment({ [`${name}_API_KEY`]: "", [`${name}_BASE_URL`]: nowhere });
      expect(engine.info()).toMatchObject({ kind: "engine", off: `No key is set: ${name}_API_KEY.` });
      expect(await ask(engine)).toMatchObject({ status: "failed", error: { kind: "auth" }, cost: { usd: 0, reason: "It was not asked." } });
    }
  });

  it("are asked at the address that was set once their key is there; they are not free", async () => {
    for (const [engine, name] of engines) {
      setEnvironment({ [`${name}_API_KEY`]: "key-of-a-test", [`${name}_BASE_URL`]: nowhere });
      const info = engine.info();
      expect(info.off).toBeNull();
      expect(info.estimateUsd).toBeGreaterThan(0);
      expect(JSON.stringify(info)).not.toContain("key-of-a-test");
      expect(await ask(engine)).toMatchObject({ provider: info.id, model: info.model, status: "failed", error: { kind: "unreachable" } });
    }
  });

  it("Gemini warns where grounding is on", () => {
    setEnvironment({ GEMINI_GROUNDING: "on" });
    expect(gemini.info().note).toContain("Google's terms");
    setEnvironment({ GEMINI_GROUNDING: "" });
    expect(gemini.info().note).not.toContain("Google's terms");
  });
});
