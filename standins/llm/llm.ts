// A model that writes, on the wires of OpenAI, xAI, Google and whatever is compatible. Its model's name chooses how it behaves (writers.ts).
import { jsonReply, type Standin } from "../wire";
import { readAsked, writeAnswer } from "./wires";
import { write } from "./writers";

/** Dollars for a million tokens, made up. */
const prices = { input: 0.5, output: 2 };
const charactersPerToken = 4;

export const llm: Standin = {
  id: "llm",
  handle: (request) => {
    const asked = readAsked(request);
    if (!asked) return jsonReply({ error: { message: "Known: /chat/completions, /responses, /models/{model}:generateContent." } }, { status: 404 });
    const text = write(asked);
    const tokens = {
      input: Math.ceil((asked.rules.length + asked.question.length) / charactersPerToken),
      output: Math.ceil(text.length / charactersPerToken),
    };
    return writeAnswer(request, asked, text, tokens, (tokens.input * prices.input + tokens.output * prices.output) / 1_000_000);
  },
  failure: (_status, detail) =>
    jsonReply({
      error: {
        message: detail === "no-credit" ? "You exceeded your current quota." : "Stand-in failure.",
        type: detail === "no-credit" ? "insufficient_quota" : "error",
        code: detail === "no-credit" ? "insufficient_quota" : null,
      },
    }),
};
