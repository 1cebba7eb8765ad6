import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { useTestDatabase } from "@/db/testing";
import { embedPassages } from "@/server/library/embeddings/embed-passages";
import { libraryFor, type Reader } from "@/server/library/testing";
import { setEnvironment } from "@/server/platform/config";
import { setSpendingPort } from "@/server/platform/spending-port";
import { llm } from "@/standins/llm/llm";
import { startOnFreePorts } from "@/standins/testing";
import { readingLedger } from "../../../spending/reading-ledger";
import type { Question } from "../../schema";
import { library as provider } from "./library";

const database = useTestDatabase();
const library = libraryFor(database);
let standins: Awaited<ReturnType<typeof startOnFreePorts>>;

beforeAll(async () => {
  setSpendingPort(readingLedger);
  standins = await startOnFreePorts([llm]);
});
afterEach(() => {
  setEnvironment({ EMBEDDING_PROVIDER: "", EMBEDDING_MODEL: "" });
  standins.standins.faults.clear();
});
afterAll(() => standins.standins.close());

const meanings = () =>
  setEnvironment({ ...standins.environment, EMBEDDING_PROVIDER: "compatible", EMBEDDING_MODEL: "standin-words", LOG_LEVEL: "silent" });

const question: Question = {
  subject: "Celandrin",
  aliases: [],
  queries: ["renal"],
  terms: ["renal"],
  labelSections: [],
  facts: [],
};
const ask = (reader: Reader) => provider.ask(question, { ctx: reader.ctx, ownerId: reader.id, documentIds: [], signal: reader.ctx.signal });

async function shelf(): Promise<Reader> {
  const reader = await library.reader();
  const texts = {
    "a.md": "# Celandrin\n\nHalf of it leaves the body by the kidneys.\n\n## Storage\n\nKeep the tablets dry.",
    "b.md": "# Belamcandin\n\nHalf of it leaves the body by the kidneys.",
  };
  for (const [name, text] of Object.entries(texts)) {
    const { documentId } = await library.read(reader, name, text);
    meanings();
    await embedPassages(reader.ctx, { documentId });
    setEnvironment({ EMBEDDING_PROVIDER: "", EMBEDDING_MODEL: "" });
  }
  return reader;
}

const quoted = ({ sources }: Awaited<ReturnType<typeof ask>>) =>
  sources.map(({ title, text, passages }) => [title, passages.map(({ start, end }) => text.slice(start, end))]);

describe("the library as a provider", () => {
  it("says that words were searched, and finds nothing that has other words", async () => {
    const answer = await ask(await shelf());
    expect(answer).toMatchObject({ status: "ok", sources: [], cost: { usd: 0, basis: "free", reason: "Your own documents, by lexical search." } });
    expect(JSON.parse(answer.raw ?? "")).toMatchObject({ mode: "lexical", notes: [], queries: ["renal", "Celandrin renal"] });
  });

  it("finds by meaning, where a model is set, what has no word of the question, in documents on its subject alone", async () => {
    const reader = await shelf();
    meanings();
    const answer = await ask(reader);
    expect(quoted(answer)).toEqual([["Celandrin", ["Half of it leaves the body by the kidneys."]]]);
    expect(answer.cost.reason).toBe("Your own documents, by words and meaning.");
    expect(JSON.parse(answer.raw ?? "")).toMatchObject({
      mode: "hybrid",
      passages: expect.arrayContaining([expect.objectContaining({ near: true })]),
    });
  });

  it("answers by words, and says why, while the model fails", async () => {
    const reader = await shelf();
    meanings();
    standins.standins.faults.set({ standin: "llm", fault: "500", times: 9 });
    const answer = await provider.ask(
      { ...question, queries: ["celandrin storage"], terms: ["tablets"] },
      { ctx: reader.ctx, ownerId: reader.id, documentIds: [], signal: reader.ctx.signal },
    );
    expect(quoted(answer)).toEqual([["Celandrin", ["Keep the tablets dry."]]]);
    expect(answer.cost.reason).toMatch(/by lexical search\. Words alone were compared: .* failed with status 500/);
  });
});
