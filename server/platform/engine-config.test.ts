import { describe, expect, it } from "vitest";
import { parseConfig } from "./config";
import { standinPrices } from "./standin-addresses";

const refusal = (environment: Record<string, string>) => {
  try {
    parseConfig(environment);
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
  return null;
};

describe("the configuration of answer engines", () => {
  it("leaves every engine off without its key, at its vendor's address", () => {
    const { engines, standins } = parseConfig({});
    expect(Object.values(engines).map((engine) => engine.apiKey)).toEqual([null, null, null, null, null]);
    expect(engines.openai).toMatchObject({ baseUrl: "https://api.openai.com/v1", model: "gpt-6.1-terra", timeoutMs: 180_000, price: null });
    expect(engines.gemini.grounding).toBe(false);
    expect(standins.on).toBe(false);
  });

  it("takes keys, addresses, models, time-outs and prices from the environment", () => {
    const { engines } = parseConfig({
      XAI_API_KEY: " xai-key ",
      XAI_BASE_URL: "http://localhost:9000/v1/",
      XAI_MODEL: "grok-x",
      XAI_TIMEOUT_SECONDS: "2.5",
      OPENAI_PRICE: "1.25/10/8.5",
      GEMINI_GROUNDING: "on",
      TAVILY_DEPTH: "basic",
    });
    expect(engines.xai).toMatchObject({ apiKey: "xai-key", baseUrl: "http://localhost:9000/v1", model: "grok-x", timeoutMs: 2500 });
    expect(engines.openai.price).toEqual({ input: 1.25, output: 10, searches: 8.5 });
    expect(engines.gemini.grounding).toBe(true);
    expect(engines.tavily.model).toBe("basic");
  });

  it("with stand-ins on, asks every engine and API at its stand-in, and never hands a vendor's key to one", () => {
    const { engines, apis, openfda } = parseConfig({ VARIORUM_STANDINS: "1", VARIORUM_STANDINS_PORT: "5000", OPENAI_API_KEY: "sk-own" });
    expect(engines.openai).toMatchObject({ baseUrl: "http://127.0.0.1:5001/v1", apiKey: "standin-key-of-openai", price: standinPrices.openai });
    expect(engines.tavily.apiKey).not.toBeNull();
    for (const url of [
      ...Object.values(engines).map((engine) => engine.baseUrl),
      ...Object.values(apis).filter((value) => typeof value === "string"),
      openfda.baseUrl,
    ])
      expect(url).toMatch(/^http:\/\/127\.0\.0\.1:50\d\d/);
  });

  it("an address that was set is asked with its own key, stand-ins or not", () => {
    const { engines } = parseConfig({ VARIORUM_STANDINS: "1", OPENAI_BASE_URL: "http://10.0.0.1/v1", OPENAI_API_KEY: "sk-own" });
    expect(engines.openai).toMatchObject({ baseUrl: "http://10.0.0.1/v1", apiKey: "sk-own", price: null });
    expect(parseConfig({ VARIORUM_STANDINS: "1", OPENAI_BASE_URL: "http://10.0.0.1/v1" }).engines.openai.apiKey).toBeNull();
  });

  it.each([
    [{ OPENAI_API_KEY: "sk-two words" }, "OPENAI_API_KEY", "one word of printable ASCII"],
    [{ OPENAI_API_KEY: "sk-\nx" }, "OPENAI_API_KEY", "one word of printable ASCII"],
    [{ XAI_BASE_URL: "ftp://x.example" }, "XAI_BASE_URL", "begins with http"],
    [{ XAI_BASE_URL: "https://user:secret@x.example" }, "XAI_BASE_URL", "without user name"],
    [{ XAI_TIMEOUT_SECONDS: "0" }, "XAI_TIMEOUT_SECONDS", "above 0"],
    [{ GEMINI_GROUNDING: "perhaps" }, "GEMINI_GROUNDING", "one of off, on"],
    [{ OPENAI_PRICE: "cheap" }, "OPENAI_PRICE", "1.25/10/10"],
    [{ VARIORUM_STANDINS: "maybe" }, "VARIORUM_STANDINS", "1 or 0"],
  ])("refuses %o in one sentence without repeating it", (environment, name, wanted) => {
    const message = refusal(environment);
    expect(message).toContain(name);
    expect(message).toContain(wanted);
    expect(message).not.toMatch(/sk-|secret/);
  });
});
