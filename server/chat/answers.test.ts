import { beforeAll, describe, expect, it } from "vitest";
import { inside, outside } from "@/bench/lib/chat-questions";
import { useTestDatabase } from "@/db/testing";
import { functionsFor } from "@/inngest/testing";
import { readDocuments } from "@/server/library/documents/read-documents";
import { checkSentence } from "@/server/research/synthesis/core/gate/check-sentence";
import type { TurnView } from "./answers/turn-view";
import type { Conversation } from "./conversations/read-conversation";
import { everything } from "./conversations/schema";
import { chatFor } from "./testing";

const test = useTestDatabase();
const chat = chatFor(test, functionsFor(test));
let owner: Awaited<ReturnType<typeof chat.reader>>;

beforeAll(async () => {
  owner = await chat.reader();
  await chat.addExamples(owner);
});

/** Every citation stands where it says, and its source alone carries the sentence. */
async function holds({ sources }: Conversation, { answer }: TurnView): Promise<void> {
  for (const sentence of answer.body.sentences) {
    for (const citation of sentence.citations) {
      const source = sources.find(({ number }) => number === citation.source);
      const [document] = await readDocuments(owner.ctx, owner.scope, source?.documentId ? [source.documentId] : []);
      expect(document?.text.slice(citation.start, citation.end)).toBe(citation.quote);
      expect(checkSentence(sentence.text, [{ text: document?.text ?? "", context: source?.title ?? "" }]).publish).toBe(true);
    }
  }
}

describe("an answer without a model", () => {
  it("says what the library says, sentence by sentence from its passages", async () => {
    const missed: string[] = [];
    for (const [question, held] of inside) {
      const { conversation, turn } = await chat.ask(owner, question);
      if (!held.test(turn.answer.body.sentences.map(({ text }) => text).join(" "))) missed.push(question);
      await holds(conversation, turn);
      expect(turn.answer.model).toBeNull();
      expect(turn.answer.body.withheld).toEqual([]);
    }
    expect(missed).toEqual([]);
  });

  it("declines what the library does not say, and tells what was searched", async () => {
    const answered: string[] = [];
    for (const question of outside) {
      const { turn } = await chat.ask(owner, question);
      if (turn.answer.status !== "declined") answered.push(question);
      else {
        expect(turn.answer.body.sentences).toEqual([]);
        expect(turn.answer.body.searched.documents).toBe(17);
        expect(turn.answer.body.declined?.words.length).toBeGreaterThan(0);
      }
    }
    expect(answered).toEqual([]);
  });

  it("takes the subject of earlier questions for one that leans on them", async () => {
    const { conversation } = await chat.ask(owner, "What is the maximum daily dose of metformin?");
    const next = async (text: string) => (await chat.ask(owner, text, { conversationId: conversation.id })).turn.answer;
    const impaired = await next("And in renal impairment?");
    expect(impaired.carried).toContain("metformin");
    expect(impaired.body.sentences.map(({ text }) => text).join(" ")).toMatch(/GFR of 30 to 44/);
    const other = await next("What about apixaban?");
    expect(other.carried).not.toContain("metformin");
    expect(other.body.sentences.every(({ text }) => /apixaban|patients/i.test(text))).toBe(true);
    expect((await next("Does it interact with ketoconazole?")).body.sentences[0]?.text).toMatch(/ketoconazole/);
  });

  it("sets traditions side by side with the words of the verse before them, and prefers none", async () => {
    const { turn } = await chat.ask(owner, "How do the readers of Romans 8:29 understand foreknowledge?");
    const { sentences, interpretive } = turn.answer.body;
    expect(interpretive).toBe(true);
    expect(new Set(sentences.flatMap(({ tradition }) => tradition ?? [])).size).toBeGreaterThan(1);
    const verse = (await chat.ask(owner, "What does Romans 8:28 say?")).turn.answer.body.sentences;
    expect(verse[0]).toMatchObject({ lang: "grc" });
    expect(verse[1]?.citations[0]?.heading).toMatch(/World English Bible/);
  });

  it("gives both sides where sources differ, and one number to each source of the conversation", async () => {
    const first = await chat.ask(owner, "What is the maximum daily dose of metformin?");
    const said = first.turn.answer.body.sentences.map(({ text }) => text).join(" ");
    expect(said).toMatch(/2550 mg/);
    expect(said).toMatch(/3 g daily/);
    const second = await chat.ask(owner, "What is the elimination half-life of metformin?", { conversationId: first.conversation.id });
    const keys = second.conversation.sources.map(({ title }) => title);
    expect(new Set(keys).size).toBe(keys.length);
    expect(second.conversation.sources.map(({ number }) => number)).toEqual(keys.map((_, index) => index + 1));
    const numberOf = (conversation: Conversation, title: string) => conversation.sources.find((source) => source.title === title)?.number;
    for (const { title, number } of first.conversation.sources) expect(numberOf(second.conversation, title)).toBe(number);
  });

  it("asks nowhere but in its scope", async () => {
    const note = await chat.add(
      owner,
      "note.md",
      "---\ntitle: Notes on celandrin\n---\nCelandrin is a fictional compound. The half-life of celandrin is 6.2 hours in adults.",
    );
    const narrow = { ...everything, everything: false, documentIds: [note] };
    const inNote = await chat.ask(owner, "What is the half-life of celandrin?", { scope: narrow });
    expect(inNote.turn.answer.body.sentences.map(({ text }) => text)).toEqual(["The half-life of celandrin is 6.2 hours in adults."]);
    expect((await chat.ask(owner, "What is the half-life of metformin?", { scope: narrow })).turn.answer.status).toBe("declined");
    const stranger = await chat.reader();
    expect((await chat.ask(stranger, "What is the half-life of celandrin?", { scope: narrow })).turn.answer.status).toBe("declined");
  });
});
