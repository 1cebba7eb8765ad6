// A model that writes, on the wires of OpenAI, xAI, Google and whatever is compatible; it charges nothing, as a model on one's own machine. Its model's name chooses how it behaves (writers.ts).
import { jsonReply, type Standin } from "../wire";
import { embeddingsReply } from "./embeddings";
import { readAsked, writeAnswer } from "./wires";
import { write } from "./writers";

const charactersPerToken = 4;

export const llm: Standin = {
  id: "llm",
  handle: (request) => {
    const vectors = embeddingsReply(request);
    if (vectors) return vectors;
    const asked = readAsked(request);
    if (!asked) return jsonReply({ error: { message: "Known: /chat/completions, /responses, /models/{model}:generateContent." } }, { status: 404 });
    const text = write(asked);
    const tokens = {
      input: Math.ceil((asked.rules.length + asked.question.length) / charactersPerToken),
      output: Math.ceil(text.length / charactersPerToken),
    };
    return writeAnswer(request, asked, text, tokens);
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
